// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final int MOST = 256;

    private final PollStore polls;
    private final FreshBallots ballots;
    private final TrendStore trends;
    private final Rulebook rulebook;
    private final Electorates electorates;
    private final HearDelegations hearDelegations;
    private final DelegatedPolls delegatedPolls;
    private final Outbox outbox;
    private final TransactionSynchronizationRegistry transaction;

    private final Map<Long, Followed> known = new LinkedHashMap<>(MOST, 1, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Followed> eldest) {
            return size() > MOST;
        }
    };

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
        return new Held(
                held.lead(), held.followed().map(followed -> caughtUp(followed) ? followed : begun(held.lead())));
    }

    private void keep(Held held, boolean always) {
        held.followed()
                .ifPresent(followed -> transaction.registerInterposedSynchronization(new Afterwards(committed -> {
                    var open = followed.verdict().isEmpty();
                    if (always ? followed.isWhole() : committed && open)
                        remember(held.lead().no(), followed);
                })));
    }

    private List<Held> recall(Collection<Long> leads) {
        return leads.isEmpty()
                ? List.of()
                : polls.lock(leads).stream().map(this::recalled).toList();
    }

    private Held recalled(Stored lead) {
        if (!(lead.poll() instanceof Poll.Running)) return new Held(lead, Optional.empty());
        var found = forget(lead.no()).filter(this::caughtUp);
        return new Held(lead, Optional.of(found.orElseGet(() -> begun(lead))));
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
        var before = ((Poll.Running) lead.poll()).progress().orElseThrow();
        if (followed.heard() > 0) delegatedPolls.hear(lead.no(), followed.heard());
        if (next.equals(before)) return;
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
        long to = hearDelegations.known(lead.poll().terms().community());
        var boxes = polls.led(lead.no()).stream().map(led -> box(led, to)).toList();
        var policy = boxes.getFirst().rules().policy();
        var followed = Followed.from(boxes, Judge.of(policy, rulebook.plugins()), trends.pinned(lead.no()));
        if (!caughtUp(followed, to))
            throw new IllegalStateException("ballots of poll " + lead.no() + " came before it opened");
        return followed;
    }

    private Box box(Stored stored, long to) {
        var running = (Poll.Running) stored.poll();
        var rules = rulebook.of(running.definition());
        var roll = running.roll();
        return new Box(stored.no(), rules, roll, electorates.of(rules, roll), hearDelegations.begin(rules, roll, to));
    }

    private synchronized Optional<Followed> forget(long lead) {
        return Optional.ofNullable(known.remove(lead));
    }

    private synchronized void remember(long lead, Followed followed) {
        known.put(lead, followed);
    }
}
