// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.membership;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.record.MemberIds;
import org.folkmoot.record.PublicKey;

/**
 * The keys that members sign with. Most members only ever have the one they joined with, which is kept with the member,
 * so a million of them cost nothing here.
 */
@ApplicationScoped
public class KeyStore {
    private final MembershipStore membership;
    private final Repeated repeated;
    private final Sql sql;

    KeyStore(MembershipStore membership, Repeated repeated, AgroalDataSource database) {
        this.membership = membership;
        this.repeated = repeated;
        this.sql = new Sql(database);
    }

    /** Adds and revokes keys of a member at the next position; false if that position was reached before. */
    @Transactional(TxType.MANDATORY)
    public boolean change(
            Hash community,
            long position,
            Instant at,
            Hash member,
            List<PublicKey> added,
            List<PublicKey> revoked,
            Hash cause) {
        if (!membership.advance(community, position, 0)) {
            repeated.changed(community, position, member, added, revoked);
            return false;
        }
        var first = membership
                .member(community, member)
                .orElseThrow(() -> new IllegalStateException("not a member whose keys could change: " + member));
        for (var key : added) add(community, key, member, position, at, cause);
        for (var key : revoked) {
            if (key.equals(first.key())) keep(community, first);
            revoke(community, key, member, position, at, cause);
        }
        return true;
    }

    /** Whether somebody who is a member now signs with this key now. */
    @Transactional(TxType.SUPPORTS)
    public boolean isValid(Hash community, KnownMember member, PublicKey key) {
        return sql.first(
                        "select member, valid_to is null from known_key where community = ? and key = ?",
                        row -> new Hash(row.getBytes(1)).equals(member.member()) && row.getBoolean(2),
                        community.bytes(),
                        key.bytes())
                .orElseGet(() -> member.key().equals(key));
    }

    /** Whether a key was ever a member's, or is one's who joined with it. */
    @Transactional(TxType.SUPPORTS)
    public boolean isTaken(Hash community, PublicKey key) {
        return sql.first(
                        """
                        select 1 from known_key where community = ? and key = ?
                        union all select 1 from known_member where community = ? and member = ? limit 1""",
                        row -> true,
                        community.bytes(),
                        key.bytes(),
                        community.bytes(),
                        MemberIds.of(community, key).bytes())
                .orElse(false);
    }

    /** Those of the given keys that were added to a member or revoked: nobody joins with them. */
    @Transactional(TxType.SUPPORTS)
    public List<PublicKey> known(Hash community, List<PublicKey> keys) {
        return sql.all(
                "select key from known_key where community = ? and key = any(?)",
                row -> new PublicKey(row.getBytes(1)),
                community.bytes(),
                keys.stream().map(PublicKey::bytes).toArray(byte[][]::new));
    }

    /** Whether a key was added to a member or revoked: nobody joins with it. */
    @Transactional(TxType.SUPPORTS)
    public boolean isKnown(Hash community, PublicKey key) {
        return !known(community, List.of(key)).isEmpty();
    }

    /** Whether a key was revoked, whoever's it was. */
    @Transactional(TxType.SUPPORTS)
    public boolean isRevoked(Hash community, PublicKey key) {
        return sql.first(
                        "select 1 from known_key where community = ? and key = ? and valid_to is not null",
                        row -> true,
                        community.bytes(),
                        key.bytes())
                .orElse(false);
    }

    /** Every key that somebody has or had, in the order in which they came. */
    @Transactional(TxType.SUPPORTS)
    public List<KnownKey> keys(Hash community, KnownMember member) {
        var keys = new ArrayList<>(
                sql.all("""
                select key, valid_from, added_at, added_by, valid_to, revoked_at, revoked_by from known_key
                where community = ? and member = ? order by valid_from, key""", KeyStore::key, community.bytes(), member.member().bytes()));
        if (keys.stream().noneMatch(known -> known.key().equals(member.key())))
            keys.addFirst(new KnownKey(
                    member.key(),
                    member.position(),
                    member.since(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        return keys;
    }

    private void add(Hash community, PublicKey key, Hash member, long position, Instant at, Hash cause) {
        sql.update("""
                insert into known_key (community, key, member, valid_from, added_at, added_by)
                values (?, ?, ?, ?, ?, ?)""", community.bytes(), key.bytes(), member.bytes(), position, at, cause.bytes());
    }

    /** Writes the first key down, so that its end can be. */
    private void keep(Hash community, KnownMember member) {
        sql.update(
                "insert into known_key (community, key, member, valid_from, added_at) values (?, ?, ?, ?, ?)",
                community.bytes(),
                member.key().bytes(),
                member.member().bytes(),
                member.position(),
                member.since());
    }

    private void revoke(Hash community, PublicKey key, Hash member, long position, Instant at, Hash cause) {
        int ended = sql.update("""
                update known_key set valid_to = ?, revoked_at = ?, revoked_by = ?
                where community = ? and key = ? and member = ? and valid_to is null""", position, at, cause.bytes(), community.bytes(), key.bytes(), member.bytes());
        if (ended != 1) throw new IllegalStateException("not a key that could be revoked: " + key);
    }

    private static KnownKey key(ResultSet row) throws SQLException {
        boolean revoked = row.getObject(5) != null;
        return new KnownKey(
                new PublicKey(row.getBytes(1)),
                row.getLong(2),
                Sql.instant(row, 3),
                Optional.ofNullable(row.getBytes(4)).map(Hash::new),
                revoked ? Optional.of(row.getLong(5)) : Optional.empty(),
                revoked ? Optional.of(Sql.instant(row, 6)) : Optional.empty(),
                Optional.ofNullable(row.getBytes(7)).map(Hash::new));
    }
}
