// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.membership;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.Who;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.policy.Voter;
import org.folkmoot.record.Hash;

/** The roles that members hold by decision. A term ends by itself, at its last moment, which is not part of it. */
@ApplicationScoped
public class RoleStore {
    private final MembershipStore membership;
    private final BalanceStore balances;
    private final Repeated repeated;
    private final Sql sql;

    RoleStore(MembershipStore membership, BalanceStore balances, Repeated repeated, AgroalDataSource database) {
        this.membership = membership;
        this.balances = balances;
        this.repeated = repeated;
        this.sql = new Sql(database);
    }

    /** Gives a role at the next position, in the place of an earlier term; false if that position was reached before. */
    @Transactional(TxType.MANDATORY)
    public boolean grant(Hash community, long position, Instant at, Hash member, String role, Instant until) {
        if (!membership.advance(community, position, 0)) {
            repeated.granted(community, position, member, role);
            return false;
        }
        end(community, position, member, role);
        sql.update("""
                insert into known_role (community, member, role, granted_at, until, valid_from)
                values (?, ?, ?, ?, ?, ?)""", community.bytes(), member.bytes(), role, at, until, position);
        return true;
    }

    /** Takes a role at the next position; false if that position was reached before. */
    @Transactional(TxType.MANDATORY)
    public boolean revoke(Hash community, long position, Hash member, String role) {
        if (!membership.advance(community, position, 0)) {
            repeated.revoked(community, position, member, role);
            return false;
        }
        end(community, position, member, role);
        return true;
    }

    /** The roles that somebody who is a member holds at a moment, by name. */
    @Transactional(TxType.SUPPORTS)
    public List<KnownRole> held(Hash community, Hash member, Instant at) {
        return sql.all(
                """
                select role, granted_at, until from known_role
                where community = ? and member = ? and valid_to is null and until > ? order by role""",
                row -> new KnownRole(row.getString(1), Sql.instant(row, 2), Sql.instant(row, 3)),
                community.bytes(),
                member.bytes(),
                at);
    }

    /** A member as conditions and scales see one, with the roles held at a moment and what is owned now. */
    @Transactional(TxType.SUPPORTS)
    public Voter voter(Hash community, KnownMember member, Instant at) {
        return voter(
                member,
                held(community, member.member(), at).stream()
                        .map(KnownRole::role)
                        .toList(),
                balances.held(community, member.member()));
    }

    /** A member with these roles and balances; founders have one role more. */
    public static Voter voter(KnownMember member, List<String> held, Map<String, BigInteger> owned) {
        var roles = new ArrayList<>(held);
        if (member.founder()) roles.add(Who.FOUNDER);
        return new Voter(member.member().hex(), member.since(), roles, owned);
    }

    /** Who holds which roles as of a position and a moment: offices are few, however many members there are. */
    @Transactional(TxType.SUPPORTS)
    public Map<Hash, List<String>> holders(Hash community, long position, Instant at) {
        var holders = new HashMap<Hash, List<String>>();
        sql.all(
                        """
                        select member, role from known_role where community = ? and valid_from <= ?
                        and (valid_to is null or valid_to > ?) and until > ? order by member, role""",
                        row -> Map.entry(new Hash(row.getBytes(1)), row.getString(2)),
                        community.bytes(),
                        position,
                        position,
                        at)
                .forEach(held -> holders.computeIfAbsent(held.getKey(), _ -> new ArrayList<>())
                        .add(held.getValue()));
        return holders;
    }

    private void end(Hash community, long position, Hash member, String role) {
        sql.update("""
                update known_role set valid_to = ? where community = ? and member = ? and role = ?
                and valid_to is null""", position, community.bytes(), member.bytes(), role);
    }
}
