// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.renewing;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Membership.Term;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.membership.KnownCommunity;
import org.folkmoot.record.Hash;

/** When memberships end. */
@ApplicationScoped
class EndStore {
    private final Sql sql;

    EndStore(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    /** Communities whose members or rules have changed since their terms were applied. */
    List<Hash> behind(int limit) {
        return sql.all("""
                select known.community from known_community known left join membership_term term using (community)
                where term.community is null or term.position < known.position
                    or term.constitution <> known.constitution limit ?""", row -> new Hash(row.getBytes(1)), limit);
    }

    /** The term that was applied last; empty if none was, or memberships did not end. */
    Optional<Term> applied(Hash community) {
        return sql.first(
                "select lasts_seconds, renewal_seconds from membership_term where community = ?"
                        + " and lasts_seconds is not null",
                row -> new Term(Duration.ofSeconds(row.getLong(1)), Duration.ofSeconds(row.getLong(2))),
                community.bytes());
    }

    /** Up to which position a term was applied; 0 if none was. */
    long position(Hash community) {
        return sql.first(
                        "select position from membership_term where community = ?",
                        row -> row.getLong(1),
                        community.bytes())
                .orElse(0L);
    }

    /** Notes that the term of the constitution in force was applied to everybody. */
    void note(KnownCommunity community, Optional<Term> term) {
        // A parameter that is null has no type, so nothing is written as 0 and read as nothing.
        long lasts = term.map(found -> found.lasts().toSeconds()).orElse(0L);
        long renewal = term.map(found -> found.renewal().toSeconds()).orElse(0L);
        sql.update(
                """
                insert into membership_term (community, constitution, position, lasts_seconds, renewal_seconds)
                values (?, ?, ?, nullif(?, 0), nullif(?, 0))
                on conflict (community) do update set constitution = excluded.constitution,
                    position = excluded.position, lasts_seconds = excluded.lasts_seconds,
                    renewal_seconds = excluded.renewal_seconds""",
                community.community().bytes(),
                community.constitution().bytes(),
                community.position(),
                lasts,
                renewal);
    }

    /** Sets the end of those who joined after a position. */
    void begin(Hash community, long after, Duration lasts) {
        sql.update("""
                insert into membership_end (community, member, ends_at)
                select community, member, since + ? * interval '1 second' from known_member
                where community = ? and valid_to is null and valid_from > ?
                on conflict (community, member) do update set ends_at = excluded.ends_at""", lasts.toSeconds(), community.bytes(), after);
    }

    /** Gives everybody a whole new term, or none. */
    void beginAnew(Hash community, Optional<Term> term, Instant from) {
        sql.update("delete from membership_end where community = ?", community.bytes());
        term.ifPresent(found -> sql.update("""
                insert into membership_end (community, member, ends_at)
                select community, member, ? from known_member where community = ? and valid_to is null""", from.plus(found.lasts()), community.bytes()));
    }

    Optional<Instant> end(Hash community, Hash member) {
        return sql.first(
                "select ends_at from membership_end where community = ? and member = ?",
                row -> Sql.instant(row, 1),
                community.bytes(),
                member.bytes());
    }

    void put(Hash community, Hash member, Instant end) {
        sql.update(
                "update membership_end set ends_at = ? where community = ? and member = ?",
                end,
                community.bytes(),
                member.bytes());
    }

    void drop(Hash community, Hash member) {
        sql.update("delete from membership_end where community = ? and member = ?", community.bytes(), member.bytes());
    }

    /** Memberships that are over. */
    List<Due> due(Instant now, int limit) {
        return sql.all(
                "select community, member from membership_end where ends_at <= ? order by ends_at limit ?",
                row -> new Due(new Hash(row.getBytes(1)), new Hash(row.getBytes(2))),
                now,
                limit);
    }

    /** Whose membership is over, and where. */
    record Due(Hash community, Hash member) {}
}
