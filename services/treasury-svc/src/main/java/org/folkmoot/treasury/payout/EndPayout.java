// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.contracts.PayoutEndedV1;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.PayoutDesk;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.Attested;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Outcome;
import org.folkmoot.treasury.domain.Payout;

/**
 * Ends payments: because it is said what became of them, or because nobody said so in time. What is not paid goes back to the
 * account that it came out of; as long as that account cannot take it, it stays in escrow and is tried again.
 */
@ApplicationScoped
class EndPayout implements PayoutDesk {
    /** How long a closed or frozen account is left alone. */
    static final Duration PAUSE = Duration.ofHours(1);

    private final PayoutStore payouts;
    private final Ledger ledger;
    private final Clock clock;
    private final Outbox outbox;

    EndPayout(PayoutStore payouts, Ledger ledger, Clock clock, Outbox outbox) {
        this.payouts = payouts;
        this.ledger = ledger;
        this.clock = clock;
        this.outbox = outbox;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Optional<String> asset(Hash community, Hash payout) {
        return payouts.one(community, payout).map(ordered -> ordered.payout().asset());
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Ending end(Hash community, Attested.Paid said, Hash act) {
        var ordered = payouts.lock(said.payout()).orElseThrow();
        var now = clock.instant();
        if (ordered.payout().expires(now)) {
            expire(ordered, now);
            return new Ending.EndedBefore(Payout.State.EXPIRED.word());
        }
        if (!ordered.payout().waits(now))
            return new Ending.EndedBefore(ordered.payout().state().word());
        var ended = ordered.payout().ended(said.done() ? Payout.State.DONE : Payout.State.FAILED);
        var left = empty(ended, act, Optional.of(now), Optional.of(said.reference()), now);
        tell(ended, said.reference(), now);
        return new Ending.Ended(left);
    }

    /** Some of the payments that are over, or whose money can be given back, without those that rest. */
    List<Hash> due(int most, byte[][] resting) {
        return payouts.due(clock.instant(), most, resting);
    }

    /** Ends a payment that is over, or tries again to give its money back. */
    @Transactional
    void end(Hash payout) {
        var now = clock.instant();
        ledger.lock(payouts.community(payout));
        payouts.lockDue(payout, now).ifPresent(ordered -> {
            if (ordered.payout().expires(now)) expire(ordered, now);
            else
                empty(
                        ordered.payout(),
                        ordered.proposal(),
                        ordered.ending().at(),
                        ordered.ending().reference(),
                        now);
        });
    }

    private void expire(Ordered ordered, Instant now) {
        var ended = ordered.payout().ended(Payout.State.EXPIRED);
        empty(ended, ordered.proposal(), Optional.of(now), Optional.empty(), now);
        tell(ended, "", now);
    }

    /** Said when it ends, and not again when its money could go back later only. */
    private void tell(Payout ended, String reference, Instant now) {
        outbox.add(new PayoutEndedV1(
                ended.community().hex(),
                ended.id().hex(),
                PayoutEndedV1.Outcome.valueOf(ended.state().name()),
                reference,
                now));
    }

    private Optional<Hash> empty(
            Payout ended, Hash cause, Optional<Instant> at, Optional<String> reference, Instant now) {
        var done = done(
                ledger.rule(ended.community(), List.of(ended.emptying(cause))).getFirst());
        var left = done.outcome() instanceof Outcome.Posted ? Optional.of(done.id()) : Optional.<Hash>empty();
        if (left.isEmpty() && ended.state() == Payout.State.DONE)
            throw new IllegalStateException("the escrow of " + ended.id() + " does not have what was put into it");
        payouts.end(
                left.isPresent() ? ended : ended.triedAgain(),
                new Ordered.Ending(at, reference, left),
                left.isPresent() ? Optional.empty() : Optional.of(now.plus(PAUSE)));
        return left;
    }

    private static Done done(Answer answer) {
        return switch (answer) {
            case Answer.First(var done, var _) -> done;
            case Answer.Again(var done) -> done;
            case Answer.Different different ->
                throw new IllegalStateException("the ledger let another order through: " + different);
        };
    }
}
