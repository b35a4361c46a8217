// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.folkmoot.constitution.Membership.Joins;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.platform.membership.KnownCommunity;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.policy.Fraction;
import org.folkmoot.record.Hash;

/** How many joined when, and whether more may. Whoever asks and writes holds the community's lock. */
@ApplicationScoped
public class Joinings {
    private final Constitutions constitutions;
    private final MembershipStore membership;
    private final Sql sql;

    Joinings(Constitutions constitutions, MembershipStore membership, AgroalDataSource database) {
        this.constitutions = constitutions;
        this.membership = membership;
        this.sql = new Sql(database);
    }

    /** Notes that members joined, unless too many have; those are refused with {@link Refusal.JoinsLimited}. */
    public void add(KnownCommunity community, long position, Instant at, long members) {
        limit(community, at, members).ifPresent(limited -> {
            throw new Refused(limited);
        });
        sql.update(
                "insert into joining (community, position, joined_at, members) values (?, ?, ?, ?)",
                community.community().bytes(),
                position,
                at,
                (int) members);
    }

    /** Why so many may not join now, if they may not. */
    public Optional<Refusal.JoinsLimited> limit(KnownCommunity community, Instant at, long members) {
        return constitutions
                .inForce(community)
                .membership()
                .joins()
                .flatMap(joins -> limit(community, joins, at, members));
    }

    private Optional<Refusal.JoinsLimited> limit(KnownCommunity community, Joins joins, Instant at, long members) {
        var from = at.minus(joins.period());
        long joined = sql.first(
                        "select coalesce(sum(members), 0) from joining where community = ? and joined_at > ?",
                        row -> row.getLong(1),
                        community.community().bytes(),
                        from)
                .orElseThrow();
        long before = Math.max(0, membership.size(community.community()) - joined);
        long most = joins.share()
                .map(share -> Math.max(1, part(share, before)))
                .map(part -> Math.min(part, joins.members().orElse(Long.MAX_VALUE)))
                .or(joins::members)
                .orElse(Long.MAX_VALUE);
        return joined + members <= most
                ? Optional.empty()
                : Optional.of(new Refusal.JoinsLimited(
                        joined,
                        most,
                        oldest(community.community(), from).orElse(at).plus(joins.period())));
    }

    private Optional<Instant> oldest(Hash community, Instant from) {
        return sql.first(
                "select joined_at from joining where community = ? and joined_at > ? order by joined_at limit 1",
                row -> Sql.instant(row, 1),
                community.bytes(),
                from);
    }

    /** Rounded down: a share that is not reached by one more member is exceeded by it. */
    private static long part(Fraction share, long members) {
        return share.numerator()
                .multiply(BigInteger.valueOf(members))
                .divide(share.denominator())
                .longValueExact();
    }
}
