// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.course.Judge;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.PollRules;
import org.folkmoot.voting.domain.Progress;

/**
 * The stages that are followed, in memory. Whoever asks for one holds the row of the poll that leads it, and what was
 * asked for is remembered only if the transaction succeeds, or takes nothing.
 */
@ApplicationScoped
public class Follows {
    private final PollStore polls;
    private final FreshBallots ballots;
    private final TrendStore trends;
    private final Rulebook rulebook;
    private final Electorates electorates;
    private final HearDelegations hearDelegations;
    private final DelegatedPolls delegatedPolls;
    private final Outbox outbox;
    private final TransactionSynchronizationRegistry transaction;

    private final StageMemory memory = new StageMemory();

    /** Begins with an empty memory. */
    public Follows(
            PollStore polls,
            FreshBallots ballots,
            TrendStore trends,
            Rulebook rulebook,
            Electorates electorates,
            HearDelegations hearDelegations,
            DelegatedPolls delegatedPolls,
            Outbox outbox,
            TransactionSynchronizationRegistry transaction) {
        this.polls = polls;
        this.ballots = ballots;
        this.trends = trends;
        this.rulebook = rulebook;
        this.electorates = electorates;
        this.hearDelegations = hearDelegations;
        this.delegatedPolls = delegatedPolls;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** Holds the rows of polls that lead a stage, and says how each of them stands. */
    @Transactional(TxType.MANDATORY)
    public List<Held> hold(Collection<Long> leads) {
        // First all of them without the delegations' lock: whoever delegates waits for none that begins anew.
        return recall(leads).stream().map(this::joined).toList();
    }

    /** The stage that a poll leads, whose row is held, as of its last ballot. */
    @Transactional(TxType.MANDATORY)
    public Followed of(Stored lead) {
        return joined(recalled(lead)).followed().orElseThrow();
    }

    /**
     * Holds the same rows for somebody who takes nothing, and says how each of them stood when somebody delegated last, as far
     * as can be seen. Nobody who delegates waits for it, so delegations may come behind it; of use is only what {@link #hear}
     * makes of it. It is remembered also if the transaction fails: nobody makes a stage begin anew by what is refused.
     */
    @Transactional(TxType.MANDATORY)
    public List<Held> look(Collection<Long> leads) {
        var looked = recall(leads);
        looked.forEach(held -> keep(held, true));
        return looked;
    }

    /** Lets a stage hear of every delegation before the lock of its community's delegations, which is held. */
    @Transactional(TxType.MANDATORY)
    public Held hear(Held held) {
        var heard = heard(held);
        keep(heard, true);
        return heard;
    }

    private Held joined(Held held) {
        held.followed().ifPresent(hearDelegations::hold);
        var heard = heard(held);
        keep(heard, false);
        return heard;
    }

    private Held heard(Held held) {
        var lead = held.lead();
        return new Held(
                lead, held.followed().map(followed -> caughtUp(followed) ? followed : passed(lead, begun(lead))));
    }

    private void keep(Held held, boolean always) {
        held.followed()
                .ifPresent(followed -> transaction.registerInterposedSynchronization(new Afterwards(committed -> {
                    var open = followed.verdict().isEmpty();
                    if (always ? followed.isWhole() : committed && open)
                        memory.remember(held.lead().no(), followed);
                })));
    }

    private List<Held> recall(Collection<Long> leads) {
        return leads.isEmpty()
                ? List.of()
                : polls.lock(leads).stream().map(this::recalled).toList();
    }

    private Held recalled(Stored lead) {
        if (!(lead.poll() instanceof Poll.Running)) return new Held(lead, Optional.empty());
        var followed = memory.forget(lead.no()).filter(this::caughtUp).orElseGet(() -> begun(lead));
        return new Held(lead, Optional.of(passed(lead, followed)));
    }

    /** Whoever wrote it down may have a clock that is ahead, and has told what came of it. */
    private static Followed passed(Stored lead, Followed followed) {
        followed.advance(progress(lead).passedAt());
        return followed;
    }

    private static Progress progress(Stored lead) {
        return ((Poll.Running) lead.poll()).progress().orElseThrow();
    }

    /** Takes what was accepted in this transaction, and writes down and tells what has changed. */
    @Transactional(TxType.MANDATORY)
    public void settle(Held held) {
        held.followed().ifPresent(followed -> {
            if (!caughtUp(followed)) throw new IllegalStateException("ballots were accepted before what had happened");
            write(held.lead(), followed);
        });
    }

    /** Writes down and tells how far a stage has come, if that is something new. */
    @Transactional(TxType.MANDATORY)
    public void write(Stored lead, Followed followed) {
        var next = followed.progress();
        var before = progress(lead);
        if (followed.heard() > 0) delegatedPolls.hear(lead.no(), followed.heard());
        if (next.saysSame(before)) return;
        polls.save(next);
        followed.frozenAt().ifPresent(at -> delegatedPolls.freeze(lead.no(), at));
        if (!next.closesAt().equals(before.closesAt())) tell(next, followed);
    }

    private void tell(Progress next, Followed followed) {
        for (var stored : polls.led(next.lead()))
            outbox.add(ExtensionEvent.of(stored.poll().terms(), next, followed));
    }

    private boolean caughtUp(Followed followed) {
        return caughtUp(followed, followed.delegates() ? known(followed.rules()) : 0);
    }

    private long known(PollRules rules) {
        return hearDelegations.known(rules.definition().community());
    }

    private boolean caughtUp(Followed followed, long to) {
        followed.tear();
        hearDelegations.handle(followed, to);
        ballots.each(followed.known(), followed::take);
        return followed.settle();
    }

    private Followed begun(Stored lead) {
        var led = polls.led(lead.no());
        var rules = led.stream().map(this::rules).toList();
        long to = rules.stream().anyMatch(PollRules::delegates) ? known(rules.getFirst()) : 0;
        var boxes = new ArrayList<Box>();
        for (int i = 0; i < led.size(); i++) boxes.add(box(led.get(i), rules.get(i), to));
        var policy = boxes.getFirst().rules().policy();
        var followed = Followed.from(boxes, Judge.of(policy, rulebook.plugins()), trends.pinned(lead.no()));
        if (!caughtUp(followed, to))
            throw new IllegalStateException("ballots of poll " + lead.no() + " came before it opened");
        return followed;
    }

    private PollRules rules(Stored stored) {
        return rulebook.of(((Poll.Running) stored.poll()).definition());
    }

    private Box box(Stored stored, PollRules rules, long to) {
        var roll = ((Poll.Running) stored.poll()).roll();
        return new Box(stored.no(), rules, roll, electorates.of(rules, roll), hearDelegations.begin(rules, roll, to));
    }
}
