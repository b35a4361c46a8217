// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;

/** What polls that are followed have heard of delegations, and as of when others count them. */
@ApplicationScoped
public class DelegatedPolls {
    private static final String STALE = "select " + PollRow.COLUMNS + """
             from poll
            where state = 'open' and lead = no and delegating is not null and no <> all (?)
                and (paused_until is null or paused_until <= ?)
                and exists (select from delegation where delegation.community = poll.community
                    and delegation.body = any (poll.delegating) and delegation.no > poll.heard)
            order by poll.no limit 1 for update skip locked""";

    // A row that says as much is not touched: whoever counts would hold it, and others would wait for it.
    private static final String ANNOUNCE = """
            insert into counted_body (community, body, at) select ?, body, ? from unnest(?) as asked (body)
            where not exists (select 1 from counted_body as said
                where said.community = ? and said.body = asked.body and said.at >= ?)
            order by body
            on conflict (community, body) do update set at = excluded.at where counted_body.at < excluded.at""";

    private final Sql sql;
    private final Clock clock;

    DelegatedPolls(DataSource database, Clock clock) {
        this.sql = new Sql(database);
        this.clock = clock;
    }

    /** Lets a poll hear of the delegations of some bodies. */
    @Transactional(TxType.MANDATORY)
    public void begin(long no, Collection<String> bodies) {
        sql.update("update poll set delegating = ? where no = ?", bodies.toArray(String[]::new), no);
    }

    /** A poll that leads a stage, has not heard of the last delegation, and is held by nobody else. */
    @Transactional(TxType.MANDATORY)
    public Optional<Stored> lockStale(Collection<Long> except) {
        var now = clock.instant();
        return sql.first(STALE, row -> PollRow.read(row, now), except.toArray(Long[]::new), now);
    }

    /** Notes the last delegation that the poll that leads a stage has heard of. */
    @Transactional(TxType.MANDATORY)
    public void hear(long lead, long number) {
        sql.update("update poll set heard = ? where no = ? and heard <> ?", number, lead, number);
    }

    /**
     * Says that what held in some bodies just before a moment is about to be counted; false if that was said before. Whoever
     * counts does so in a transaction that begins when this one is over, and waits there for those who delegate: whoever
     * delegates later sees this, and holds from that moment on at the soonest, however far behind the clock is.
     */
    @Transactional(TxType.MANDATORY)
    public boolean announce(Hash community, Collection<String> bodies, Instant at) {
        var of = community.bytes();
        return sql.update(ANNOUNCE, of, at, bodies.toArray(String[]::new), of, at) > 0;
    }

    /** Notes as of when delegations counted in a poll that is decided. */
    @Transactional(TxType.MANDATORY)
    public void decide(long no, Instant asOf) {
        sql.update("update poll set delegated_at = ? where no = ?", asOf, no);
    }

    /** Notes as of when delegations count in all polls of a stage, whatever comes. */
    @Transactional(TxType.MANDATORY)
    public void freeze(long lead, Instant asOf) {
        sql.update("update poll set delegated_at = ? where lead = ?", asOf, lead);
    }

    /** As of when delegations count in a poll for good, where that is not the moment of its decision. */
    @Transactional(TxType.SUPPORTS)
    public Optional<Instant> asOf(long no) {
        return sql.first(
                "select delegated_at from poll where no = ? and delegated_at is not null",
                row -> Sql.instant(row, 1),
                no);
    }
}
