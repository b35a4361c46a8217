// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.Progress;

/**
 * The stages that are followed, in memory. Whoever asks for one holds the row of the poll that leads it, and what was
 * asked for is remembered only if the transaction succeeds, or takes nothing.
 */
@ApplicationScoped
public class Follows {
    private final PollStore polls;
    private final WorkOutStage workOutStage;
    private final HearDelegations hearDelegations;
    private final DelegatedPolls delegatedPolls;
    private final Outbox outbox;
    private final TransactionSynchronizationRegistry transaction;

    private final StageMemory memory = new StageMemory();

    /** Begins with an empty memory. */
    public Follows(
            PollStore polls,
            WorkOutStage workOutStage,
            HearDelegations hearDelegations,
            DelegatedPolls delegatedPolls,
            Outbox outbox,
            TransactionSynchronizationRegistry transaction) {
        this.polls = polls;
        this.workOutStage = workOutStage;
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

    /**
     * The stage that a poll leads, whose row is held, at a moment that is over, while nobody who delegates waits. Whoever delegates
     * now is waited for, so by the same clock nothing is said before that moment any more. Of use is only what {@link #join}
     * makes of it.
     */
    @Transactional(TxType.MANDATORY)
    public Followed at(Stored lead, Instant moment) {
        var recalled = recalled(lead);
        recalled.followed().ifPresent(hearDelegations::await);
        var followed = heard(recalled).followed().orElseThrow();
        followed.advance(moment);
        return followed;
    }

    /** Makes those wait who delegate, until the transaction ends, and lets a stage hear of what they said meanwhile. */
    @Transactional(TxType.MANDATORY)
    public Followed join(Stored lead, Followed followed) {
        return joined(new Held(lead, Optional.of(followed))).followed().orElseThrow();
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
                lead,
                held.followed()
                        .map(followed ->
                                workOutStage.catchUp(followed) ? followed : passed(lead, workOutStage.anew(lead))));
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
        var followed = memory.forget(lead.no()).filter(workOutStage::catchUp).orElseGet(() -> workOutStage.anew(lead));
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
            if (!workOutStage.catchUp(followed))
                throw new IllegalStateException("ballots were accepted before what had happened");
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
}
