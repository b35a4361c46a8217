// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.Pause;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.Progress;

/** The polls in the database. Whoever changes one holds its row. */
@ApplicationScoped
public class PollStore {
    // Between the note that plugins are asked and the asking itself, only whoever wrote the note takes the poll.
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String FREE = """
            no <> all (?) and (paused_until is null or paused_until <= ?)
                    and (asking_since is null or asking_since <= ? or no = any (?))
            """;
    private static final String SELECT = "select " + PollRow.COLUMNS + " from poll ";

    private final Sql sql;
    private final Event<PollMoved> moved;
    private final Clock clock;

    PollStore(DataSource database, Event<PollMoved> moved, Clock clock) {
        this.sql = new Sql(database);
        this.moved = moved;
        this.clock = clock;
    }

    /** Keeps a new poll; false if it is known already. */
    @Transactional(TxType.MANDATORY)
    public boolean add(Poll.Waiting poll) {
        var terms = poll.terms();
        var definition = poll.definition();
        return sql.update(
                        """
                        insert into poll (poll, community, proposal, definition, submitted_at, state, constitution,
                            roll_position, balances_position, opens_at, closes_at)
                        values (?, ?, ?, ?, ?, 'waiting', ?, ?, ?, ?, ?) on conflict (poll) do nothing""",
                        terms.poll().bytes(),
                        terms.community().bytes(),
                        terms.proposal().bytes(),
                        terms.definition(),
                        terms.submittedAt(),
                        definition.constitution().bytes(),
                        definition.rollPosition(),
                        definition.balancesPosition(),
                        definition.opensAt(),
                        definition.closesAt())
                == 1;
    }

    /** Keeps a poll that was refused at once; false if it is known already. */
    @Transactional(TxType.MANDATORY)
    public boolean add(Poll.Refused poll) {
        var terms = poll.terms();
        return sql.update(
                        """
                        insert into poll
                            (poll, community, proposal, definition, submitted_at, state, reason, ended_at, told)
                        values (?, ?, ?, ?, ?, 'refused', ?, ?, true) on conflict (poll) do nothing""",
                        terms.poll().bytes(),
                        terms.community().bytes(),
                        terms.proposal().bytes(),
                        terms.definition(),
                        terms.submittedAt(),
                        poll.reason(),
                        poll.at())
                == 1;
    }

    /** A poll. */
    @Transactional(TxType.SUPPORTS)
    public Optional<Stored> find(Hash poll) {
        return one("where poll = ?", poll.bytes());
    }

    /** A poll, whose row is held until the transaction ends. */
    @Transactional(TxType.MANDATORY)
    public Optional<Stored> lock(Hash poll) {
        return one("where poll = ? for update", poll.bytes());
    }

    /** An undecided poll by its number, whose row is held until the transaction ends. */
    @Transactional(TxType.MANDATORY)
    public Optional<Stored> lock(long no) {
        return one("where no = ? and state in ('waiting', 'open') for update", no);
    }

    /**
     * A waiting poll whose members, rules and balances have arrived as far as it needs, and that nobody else holds.
     *
     * @param asked polls whose plugins this process is about to ask
     */
    @Transactional(TxType.MANDATORY)
    public Optional<Stored> lockReady(Collection<Long> except, Collection<Long> asked) {
        var now = clock.instant();
        return one(
                "where state = 'waiting' and " + FREE + """
                    and exists (select from known_community as known
                        where known.community = poll.community and known.position >= poll.roll_position)
                    and exists (select from known_constitution as known
                        where known.community = poll.community and known.constitution = poll.constitution)
                    and (coalesce(balances_position, 0) = 0 or exists (select from known_ledger as known
                        where known.community = poll.community and known.position >= poll.balances_position))
                order by no limit 1 for update skip locked""", numbers(except), now, now.minus(PATIENCE), numbers(asked));
    }

    /**
     * An open poll whose deadline has come or in which something has happened by itself, and that nobody else holds.
     *
     * @param asked polls whose plugins this process is about to ask
     */
    @Transactional(TxType.MANDATORY)
    public Optional<Stored> lockDue(Collection<Long> except, Collection<Long> asked) {
        var now = clock.instant();
        return one(
                "where state = 'open' and coalesce(lead, no) = no and coalesce(look_at, closes_at) <= ?"
                        + " and (unsealing_since is null or unsealed_at is not null)"
                        + " and not exists (select from poll as other where other.lead = poll.no"
                        + " and other.unsealing_since is not null and other.unsealed_at is null) and " + FREE
                        + "order by coalesce(look_at, closes_at) limit 1 for update skip locked",
                now,
                numbers(except),
                now,
                now.minus(PATIENCE),
                numbers(asked));
    }

    /** When the next open poll is due after a moment. */
    @Transactional(TxType.SUPPORTS)
    public Optional<Instant> nextDue(Instant after) {
        return sql.first(
                "select coalesce(look_at, closes_at) from poll where state = 'open' and coalesce(look_at, closes_at) > ?"
                        + " order by coalesce(look_at, closes_at) limit 1",
                row -> Sql.instant(row, 1),
                after);
    }

    private static Long[] numbers(Collection<Long> polls) {
        return polls.toArray(Long[]::new);
    }

    /** Polls by their numbers, whose rows are held until the transaction ends. */
    @Transactional(TxType.MANDATORY)
    public List<Stored> lock(Collection<Long> numbers) {
        return sql.all(
                SELECT + "where no = any (?) order by no for update",
                row -> PollRow.read(row, clock.instant()),
                (Object) numbers.toArray(Long[]::new));
    }

    /** The polls that are decided together with one that leads them, and it first. */
    @Transactional(TxType.MANDATORY)
    public List<Stored> led(long lead) {
        return sql.all(SELECT + "where lead = ? order by no", row -> PollRow.read(row, clock.instant()), lead);
    }

    /** Lets open polls be counted at their close and decided together, by whoever holds the row of the first of them. */
    @Transactional(TxType.MANDATORY)
    public void join(Collection<Long> numbers) {
        sql.update(
                "update poll set lead = ? where no = any (?)",
                numbers.iterator().next(),
                numbers(numbers));
    }

    /** Writes how far the polls have come that are decided together. */
    @Transactional(TxType.MANDATORY)
    public void save(Progress progress) {
        int changed = sql.update(
                """
                update poll set closes_at = ?, look_at = ?, phase = ?, passed_at = ?, conviction = ?, asking_since = null,
                    pause_reason = null, paused_since = null, paused_until = null, pause_failures = 0
                where lead = ?""",
                progress.closesAt(),
                progress.lookAt(),
                PhaseNames.of(progress.phase()),
                progress.passedAt(),
                progress.conviction(),
                progress.lead());
        if (changed == 0) throw new IllegalStateException("there is no poll number " + progress.lead());
        moved.fire(new PollMoved());
    }

    /** The polls that are decided together with one, and it too; nobody if it decides alone. */
    @Transactional(TxType.SUPPORTS)
    public List<Stored> beside(long no) {
        return sql.all(
                SELECT + "where lead = (select lead from poll where no = ?) order by no",
                row -> PollRow.read(row, clock.instant()),
                no);
    }

    /** Polls of a community, the newest first. */
    @Transactional(TxType.SUPPORTS)
    public List<Stored> page(Hash community, long before, int limit) {
        return sql.all(
                SELECT + "where community = ? and no < ? order by no desc limit ?",
                row -> PollRow.read(row, clock.instant()),
                community.bytes(),
                before,
                limit);
    }

    /** Notes that a poll's plugins are about to be asked. */
    @Transactional(TxType.MANDATORY)
    public void ask(long no) {
        sql.update("update poll set asking_since = ? where no = ?", clock.instant(), no);
    }

    /** Notes that a poll's plugins have answered, if nothing else was to be written down. */
    @Transactional(TxType.MANDATORY)
    public void answered(long no) {
        sql.update("update poll set asking_since = null where no = ? and asking_since is not null", no);
    }

    /** Lets a poll wait, and says why. */
    @Transactional(TxType.MANDATORY)
    public void pause(long no, Pause pause) {
        sql.update("""
                update poll set asking_since = null, pause_reason = ?, paused_since = ?, paused_until = ?, pause_failures = ?
                where no = ?""", pause.reason(), pause.since(), pause.until(), pause.failures(), no);
    }

    /** Writes the state that a poll has come to, which ends every pause. */
    @Transactional(TxType.MANDATORY)
    public void save(long no, Poll poll) {
        sql.update("""
                update poll set asking_since = null, pause_reason = null, paused_since = null, paused_until = null,
                    pause_failures = 0 where no = ? and (asking_since is not null or pause_reason is not null)""", no);
        int changed = switch (poll) {
            case Poll.Running running -> open(no, running);
            case Poll.Closed closed ->
                sql.update(
                        """
                        update poll set state = 'closed', decision = ?, counted_members = ?, counted_power = ?,
                            ended_at = ?
                        where no = ?""",
                        PollRow.text(closed.decided()),
                        closed.roll().members(),
                        new BigDecimal(closed.roll().power()),
                        closed.decided().at(),
                        no);
            case Poll.Cancelled cancelled ->
                sql.update(
                        "update poll set state = 'cancelled', reason = ?, ended_at = ? where no = ?",
                        cancelled.reason(),
                        cancelled.at(),
                        no);
            case Poll.Refused refused ->
                sql.update(
                        "update poll set state = 'refused', reason = ?, ended_at = ?, told = true where no = ?",
                        refused.reason(),
                        refused.at(),
                        no);
            case Poll.Waiting _ -> throw new IllegalStateException("no poll begins to wait again");
        };
        if (changed != 1) throw new IllegalStateException("there is no poll number " + no);
    }

    private int open(long no, Poll.Running running) {
        var progress = running.progress();
        return sql.update(
                """
                update poll set state = 'open', roll_members = ?, roll_power = ?, roll_most = ?, opened_at = ?,
                    closes_at = ?, lead = ?, latest_at = ?, look_at = ?, phase = ?
                where no = ?""",
                running.roll().members(),
                new BigDecimal(running.roll().power()),
                running.roll().most().map(BigDecimal::new),
                running.openedAt(),
                running.closesAt(),
                progress.map(Progress::lead),
                progress.map(Progress::latestAt),
                progress.map(Progress::lookAt),
                progress.map(Progress::phase).map(PhaseNames::of),
                no);
    }

    private Optional<Stored> one(String where, Object... parameters) {
        return sql.first(SELECT + where, row -> PollRow.read(row, clock.instant()), parameters);
    }
}
