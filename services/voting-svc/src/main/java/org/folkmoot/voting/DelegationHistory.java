// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.Said;
import org.folkmoot.voting.domain.Scope;

/** What members said about who votes for them, in the order in which they said it. */
@ApplicationScoped
public class DelegationHistory {
    private static final String COLUMNS = DelegationStore.COLUMNS + ", ends";

    private static final String STANDING = """
            select %s from (
                select distinct on (principal, scope) * from delegation
                where community = ? and body = ? and scope = any (?) and since < ? and no <= ?
                order by principal, scope, no desc) as latest
            order by no""".formatted(COLUMNS);

    private static final String BETWEEN = "select " + COLUMNS
            + " from delegation where community = ? and body = ? and no > ? and no <= ? order by no";

    /**
     * Ballots and delegations of a poll that is followed are each of a moment of their own, and of none that is over. A poll that
     * is not open yet has passed nothing.
     */
    private static final String SOONEST = """
            select greatest(?,
                (select since from delegation where community = ? order by no desc limit 1) + interval '1 millisecond',
                (select max(last.accepted_at) from poll cross join lateral (
                        select accepted_at from ballot where poll_no = poll.no order by number desc limit 1) as last
                    where community = ? and state = 'open' and ? = any (delegating)) + interval '1 millisecond',
                (select max(ended_at) from poll
                    where community = ? and state = 'closed' and ? = any (delegating)) + interval '1 millisecond',
                (select max(passed_at) from poll
                    where community = ? and state = 'open' and passed_at > opens_at and ? = any (delegating)),
                (select at from counted_body where community = ? and body = ?))""";

    private final Sql sql;

    DelegationHistory(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Of each member and scope what was said last before a moment, up to a number. */
    @Transactional(TxType.MANDATORY)
    public List<Said> standing(Hash community, String body, List<Scope> scopes, Instant before, long last) {
        var texts = scopes.stream().map(Scope::text).toArray(String[]::new);
        return sql.all(STANDING, DelegationHistory::said, community.bytes(), body, texts, before, last);
    }

    /** Everything in a body behind a number and up to another, whatever its scope. */
    @Transactional(TxType.MANDATORY)
    public List<Said> between(Hash community, String body, long after, long to) {
        return sql.all(BETWEEN, DelegationHistory::said, community.bytes(), body, after, to);
    }

    /** The moment from which on what is said now holds: now, but behind everything that has happened. */
    @Transactional(TxType.MANDATORY)
    public Instant soonest(Hash community, String body, Instant now) {
        var of = community.bytes();
        return sql.first(SOONEST, row -> Sql.instant(row, 1), now, of, of, body, of, body, of, body, of, body)
                .orElse(now);
    }

    private static Said said(ResultSet row) throws SQLException {
        return new Said(DelegationStore.made(row), row.getBoolean("ends"));
    }
}
