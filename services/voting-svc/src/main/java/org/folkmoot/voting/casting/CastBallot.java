// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.record.Act;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.Receipt;
import org.folkmoot.voting.ClockBound;
import org.folkmoot.voting.domain.Reasons;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Refused;

/**
 * Checks a ballot as far as that can be done without the database, and hands it to the writer. Nothing here blocks, so
 * the event loop does it; only a third party's method is asked, and the proof of a sealed ballot checked, on another thread.
 */
@ApplicationScoped
class CastBallot {
    private static final Set<String> BODY = Set.of("choice");
    private static final Set<String> MORE = Set.of(Reasons.NAME);

    private final LivePolls polls;
    private final ActDesk desk;
    private final KeyBook keys;
    private final BallotWriter writer;
    private final ClockBound clockBound;
    private final Clock clock;

    CastBallot(LivePolls polls, ActDesk desk, KeyBook keys, BallotWriter writer, ClockBound clockBound, Clock clock) {
        this.clockBound = clockBound;
        this.keys = keys;
        this.polls = polls;
        this.desk = desk;
        this.writer = writer;
        this.clock = clock;
    }

    /** Casts a ballot; the receipt comes on the writer's thread after the commit. */
    CompletionStage<Receipt> handle(Hash poll, byte[] envelope) {
        var here = polls.here(poll);
        // What almost every ballot meets takes no detour: each step of a pipeline costs several microseconds.
        if (here != null && !here.isSlow()) return cast(check(here, envelope));
        return poll(poll)
                .onItem()
                .transformToUni(live -> checked(live, envelope)
                        .onItem()
                        .transformToUni(ballot -> Uni.createFrom().completionStage(cast(ballot))))
                .subscribeAsCompletionStage();
    }

    private Uni<Ballot> checked(LivePoll live, byte[] envelope) {
        return live.isSlow()
                ? Uni.createFrom()
                        .item(() -> check(live, envelope))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                : Uni.createFrom().item(check(live, envelope));
    }

    /** The poll, if it takes ballots: from memory, or loaded by another thread. */
    Uni<LivePoll> poll(Hash poll) {
        var live = polls.here(poll);
        if (live != null) return Uni.createFrom().item(live);
        return Uni.createFrom().deferred(() -> {
            // By a wrong clock a poll is not open that is.
            clockBound.glance();
            return polls.load(poll);
        });
    }

    /** Lets an envelope through as a ballot, or refuses it. */
    Ballot check(LivePoll poll, byte[] envelope) {
        clockBound.glance();
        checkWindow(poll);
        var signed = desk.open(envelope, poll.expected());
        var act = signed.act();
        var place = poll.roll()
                .find(act.actor())
                .orElseThrow(() -> new Refused(new Refusal.NotOnRoll(poll.poll(), act.actor())));
        if (!keys.isValid(act, poll.roll().hasKey(place, act.key())))
            throw new ActRefused(
                    new ActRefusal.KeyNotValid(act.actor(), act.key().did()));
        ActDesk.checkPasskey(signed.envelope(), poll.passkeys());
        var power = poll.roll().power(place);
        var choice = choice(act, power, poll).canonicalText();
        return new Ballot(poll, act.actor(), act.seq(), signed.id(), choice, power, signed.envelope());
    }

    /** Hands a ballot to the writer; false if the writer has too much to do. */
    boolean submit(Ballot ballot, BallotWriter.Answer answer) {
        return writer.offer(ballot, answer);
    }

    private CompletionStage<Receipt> cast(Ballot ballot) {
        var result = new CompletableFuture<Receipt>();
        var answer = new BallotWriter.Answer() {
            @Override
            public void accepted(Receipt receipt) {
                result.complete(receipt);
            }

            @Override
            public void denied(Refusal refusal) {
                result.completeExceptionally(new Refused(refusal));
            }

            @Override
            public void failed(RuntimeException cause) {
                result.completeExceptionally(cause);
            }
        };
        if (!submit(ballot, answer)) throw new Refused(new Refusal.Busy());
        return result;
    }

    private void checkWindow(LivePoll poll) {
        var now = clock.instant();
        var window = poll.window();
        if (window.isAhead(now)) throw new Refused(new Refusal.PollNotOpen(poll.poll(), window.opensAt()));
        if (window.isOver(now)) throw new Refused(new Refusal.BallotLate(poll.poll(), window.closesAt()));
    }

    private static Json choice(Act act, BigInteger power, LivePoll poll) {
        var body = Fields.of(act.body(), BODY, MORE);
        var choice = body.value("choice");
        poll.reasons().check(body, choice);
        if (poll.seal().isPresent()) {
            poll.seal().get().check(choice, poll.poll(), act.actor());
            return choice;
        }
        try {
            poll.method().check(choice.plain(), power, poll.question());
        } catch (InvalidChoice e) {
            throw new Refused(new Refusal.ChoiceInvalid(e.reason()));
        }
        return choice;
    }
}
