// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.papers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.contracts.PapersConfirmedV1;
import org.folkmoot.platform.acts.Accepted;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.ActStore;
import org.folkmoot.platform.acts.Expected;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.voting.ClockBound;
import org.folkmoot.voting.Followed;
import org.folkmoot.voting.Follows;
import org.folkmoot.voting.Held;
import org.folkmoot.voting.PollStore;
import org.folkmoot.voting.Rulebook;
import org.folkmoot.voting.Stored;
import org.folkmoot.voting.domain.Intake;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.Progress;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Refused;
import org.folkmoot.voting.papers.PaperStore.Slip;

/**
 * Lets ballots count that another officer entered: all of them, or none. Whoever has voted since then has no ballot on paper, and
 * the officers enter the rest again.
 */
@ApplicationScoped
class ConfirmPapers {
    private static final String ACT = "ballots.confirm/1";

    private final ActDesk desk;
    private final PollStore polls;
    private final Rulebook rulebook;
    private final CheckPaper checkPaper;
    private final PaperStore papers;
    private final ActStore acts;
    private final Follows follows;
    private final ClockBound clockBound;
    private final Outbox outbox;
    private final Clock clock;

    ConfirmPapers(
            ActDesk desk,
            PollStore polls,
            Rulebook rulebook,
            CheckPaper checkPaper,
            PaperStore papers,
            ActStore acts,
            Follows follows,
            ClockBound clockBound,
            Outbox outbox,
            Clock clock) {
        this.clockBound = clockBound;
        this.acts = acts;
        this.desk = desk;
        this.polls = polls;
        this.rulebook = rulebook;
        this.checkPaper = checkPaper;
        this.papers = papers;
        this.follows = follows;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    PaperView handle(Hash id, Hash entered, byte[] envelope) {
        var stored = polls.find(id).orElseThrow(() -> new Refused(new Refusal.PollUnknown(id)));
        var opened = desk.open(envelope, new Expected(ACT, stored.poll().terms().community(), entered));
        Fields.exactly(opened.act().body(), Set.of());
        stored.poll().shut().ifPresent(ConfirmPapers::refuse);
        var poll = (Poll.Running) stored.poll();
        papers.lockBallots();
        var held = follows.hold(poll.progress().map(Progress::lead).stream().toList()).stream()
                .findFirst();
        var state = papers.lockState(stored.no());
        var entry =
                papers.lock(stored.no(), entered).orElseThrow(() -> new Refused(new Refusal.PaperUnknown(id, entered)));
        clockBound.check();
        var accepted = desk.accept(opened);
        var now = held.map(stage -> stage.soonest(clock.instant())).orElseGet(clock::instant);
        var slips = check(new Confirmation(stored.no(), poll, held, state, entry, accepted, now));
        long last = papers.last(stored.no());
        papers.insert(stored.no(), last, slips, accepted.id(), now);
        papers.confirm(entry.no(), accepted.act().actor(), now);
        held.ifPresent(follows::settle);
        tell(stored, entry, accepted, last + 1, last + slips.size(), now);
        return PaperView.confirmed(entry, accepted.act().actor(), now);
    }

    /**
     * A confirmation and what it meets.
     *
     * @param held the stage, if its close may move
     * @param state what the poll's row says under the lock
     */
    private record Confirmation(
            long no,
            Poll.Running poll,
            Optional<Held> held,
            Optional<String> state,
            PaperStore.Entry entry,
            Accepted accepted,
            Instant now) {}

    /** The ballots, or the first reason why they may not count. */
    private List<Slip> check(Confirmation one) {
        var id = one.poll.terms().poll();
        var entry = one.entry;
        var rules = rulebook.of(one.poll.definition());
        checkPaper.checkOfficer(one.accepted, rules);
        if (entry.confirmedBy().isPresent()) throw new Refused(new Refusal.PaperConfirmed(entry.act()));
        if (entry.officer().equals(one.accepted.act().actor()))
            throw new Refused(new Refusal.SameOfficer(entry.officer()));
        one.held.flatMap(stage -> stage.shut(id, one.now)).ifPresent(ConfirmPapers::refuse);
        one.poll.window().shut(id, one.state, one.now).ifPresent(ConfirmPapers::refuse);
        var slips = checkPaper.slips(one.poll, rules, entry.paper(), entry.act());
        one.held
                .flatMap(Held::followed)
                .flatMap(Followed::only)
                .ifPresent(only -> checkOnly(id, only, entry.paper().choices().values()));
        var voted = papers.voted(one.no, entry.paper().members());
        if (!voted.isEmpty()) throw new Refused(new Refusal.PaperConflicts(id, voted));
        return slips;
    }

    private static void checkOnly(Hash poll, List<String> only, Collection<Json> choices) {
        for (var choice : choices)
            if (!Intake.isAmong(only, choice.canonicalText())) throw new Refused(new Refusal.ChoiceClosed(poll, only));
    }

    private static void refuse(Refusal reason) {
        throw new Refused(reason);
    }

    private void tell(Stored stored, PaperStore.Entry entry, Accepted accepted, long from, long to, Instant now) {
        var terms = stored.poll().terms();
        outbox.add(new PapersConfirmedV1(
                terms.community().hex(),
                terms.poll().hex(),
                entry.act().hex(),
                accepted.id().hex(),
                from,
                to,
                now,
                List.of(ActDesk.signed(acts.envelope(entry.act()).orElseThrow()), accepted.signed())));
    }
}
