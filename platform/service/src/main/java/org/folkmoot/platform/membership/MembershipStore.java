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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;

/**
 * Communities, their constitutions and their members at every membership position. identity-svc writes it when it
 * decides; every other service writes it when it hears of it.
 *
 * <p>A change of membership raises the community's position by one and takes the community's row lock, so positions
 * have no gaps and a roll as of a position never changes.
 */
@ApplicationScoped
public class MembershipStore {
    private static final String COMMUNITY =
            "select community, name, constitution, position, founded_at from known_community ";
    private static final String MEMBER = "select member, key, since, valid_from from known_member where community = ? ";

    private final Repeated repeated;
    private final Sql sql;

    MembershipStore(Repeated repeated, AgroalDataSource database) {
        this.repeated = repeated;
        this.sql = new Sql(database);
    }

    /** Writes a new community with its founders at position 1; false if it is known already. */
    @Transactional(TxType.MANDATORY)
    public boolean found(KnownCommunity founded, String constitution, List<Admission> founders) {
        int inserted = sql.update(
                """
                insert into known_community (community, name, constitution, position, founded_at, members)
                values (?, ?, ?, 1, ?, ?) on conflict do nothing""",
                founded.community().bytes(),
                founded.name(),
                founded.constitution().bytes(),
                founded.foundedAt(),
                founders.size());
        if (inserted == 0) return false;
        insertConstitution(founded.community(), founded.constitution(), constitution, founded.foundedAt());
        insert(founded.community(), 1, founded.foundedAt(), founders);
        return true;
    }

    /** Takes the community's row lock until the transaction ends, so that nothing else changes its membership or rules. */
    @Transactional(TxType.MANDATORY)
    public Optional<KnownCommunity> lock(Hash community) {
        return sql.first(COMMUNITY + "where community = ? for update", MembershipStore::community, community.bytes());
    }

    /** Adds members at the next position; false if that position was reached before. */
    @Transactional(TxType.MANDATORY)
    public boolean add(Hash community, long position, Instant since, List<Admission> members) {
        if (!advance(community, position, members.size())) {
            repeated.joined(community, position, members);
            return false;
        }
        insert(community, position, since, members);
        return true;
    }

    /** Ends a membership at the next position; false if that position was reached before. */
    @Transactional(TxType.MANDATORY)
    public boolean remove(Hash community, long position, Hash member) {
        if (!advance(community, position, -1)) {
            repeated.removed(community, position, member);
            return false;
        }
        int ended = sql.update(
                "update known_member set valid_to = ? where community = ? and member = ? and valid_to is null",
                position,
                community.bytes(),
                member.bytes());
        if (ended != 1) throw new IllegalStateException("not a member who could be removed: " + member);
        // Whoever comes back later does not come back with the offices.
        sql.update(
                "update known_role set valid_to = ? where community = ? and member = ? and valid_to is null",
                position,
                community.bytes(),
                member.bytes());
        return true;
    }

    /** Puts a new constitution in the place of the previous one; false if it is in force already. */
    @Transactional(TxType.MANDATORY)
    public boolean amend(Hash community, Hash previous, Hash constitution, String document, Instant since) {
        var known = lock(community).orElseThrow(() -> unknown(community));
        if (known.constitution().equals(constitution)) return false;
        if (!known.constitution().equals(previous))
            throw new IllegalStateException(
                    "the constitution in force is " + known.constitution() + ", not " + previous);
        insertConstitution(community, constitution, document, since);
        sql.update(
                "update known_community set constitution = ? where community = ?",
                constitution.bytes(),
                community.bytes());
        return true;
    }

    /** The community, if it is known. */
    @Transactional(TxType.SUPPORTS)
    public Optional<KnownCommunity> community(Hash community) {
        return sql.first(COMMUNITY + "where community = ?", MembershipStore::community, community.bytes());
    }

    /** Communities in the order of their hashes. */
    @Transactional(TxType.SUPPORTS)
    public List<KnownCommunity> communities(Optional<Hash> after, int limit) {
        return sql.all(
                COMMUNITY + "where community > ? order by community limit ?",
                MembershipStore::community,
                after.map(Hash::bytes).orElse(new byte[0]),
                limit);
    }

    /** The membership position that has been reached; 0 if the community is not known. */
    @Transactional(TxType.SUPPORTS)
    public long position(Hash community) {
        return sql.first(
                        "select position from known_community where community = ?",
                        row -> row.getLong(1),
                        community.bytes())
                .orElse(0L);
    }

    /** How many members there are now. */
    @Transactional(TxType.SUPPORTS)
    public long size(Hash community) {
        return sql.first(
                        "select members from known_community where community = ?",
                        row -> row.getLong(1),
                        community.bytes())
                .orElse(0L);
    }

    /** A constitution that is or was in force: canonical JSON. */
    @Transactional(TxType.SUPPORTS)
    public Optional<String> constitution(Hash community, Hash constitution) {
        return sql.first(
                "select document from known_constitution where community = ? and constitution = ?",
                row -> row.getString(1),
                community.bytes(),
                constitution.bytes());
    }

    /** Somebody who is a member now, with the key that is valid now. */
    @Transactional(TxType.SUPPORTS)
    public Optional<KnownMember> member(Hash community, Hash member) {
        return sql.first(
                MEMBER + "and member = ? and valid_to is null",
                MembershipStore::member,
                community.bytes(),
                member.bytes());
    }

    /** Somebody who was a member as of a position. */
    @Transactional(TxType.SUPPORTS)
    public Optional<KnownMember> memberAt(Hash community, Hash member, long position) {
        return sql.first(
                MEMBER + "and member = ? and valid_from <= ? and (valid_to is null or valid_to > ?)",
                MembershipStore::member,
                community.bytes(),
                member.bytes(),
                position,
                position);
    }

    /** Somebody who is or was a member, as last known. */
    @Transactional(TxType.SUPPORTS)
    public Optional<KnownMember> last(Hash community, Hash member) {
        return sql.first(
                MEMBER + "and member = ? order by valid_from desc limit 1",
                MembershipStore::member,
                community.bytes(),
                member.bytes());
    }

    /**
     * Every member as of a position, or those of the given people who were, in the order of their hashes; a million do not
     * fill the memory.
     */
    @Transactional(TxType.MANDATORY)
    void members(Hash community, long position, Optional<Collection<Hash>> some, Consumer<? super KnownMember> each) {
        var parameters = new ArrayList<Object>(List.of(community.bytes(), position, position));
        some.map(Sql::hashes).ifPresent(parameters::add);
        sql.each(
                MEMBER + "and valid_from <= ? and (valid_to is null or valid_to > ?) "
                        + (some.isPresent() ? "and member = any (?) " : "") + "order by member",
                MembershipStore::member,
                each,
                parameters.toArray());
    }

    /** Members of now in the order of their hashes. */
    @Transactional(TxType.SUPPORTS)
    public List<KnownMember> members(Hash community, Optional<Hash> after, int limit) {
        return sql.all(
                MEMBER + "and valid_to is null and member > ? order by member limit ?",
                MembershipStore::member,
                community.bytes(),
                after.map(Hash::bytes).orElse(new byte[0]),
                limit);
    }

    /** Those of the given members who are members now; for a bulk admission that must not admit anyone twice. */
    @Transactional(TxType.SUPPORTS)
    public List<Hash> current(Hash community, List<Hash> members) {
        return sql.all(
                "select member from known_member where community = ? and member = any(?) and valid_to is null",
                row -> new Hash(row.getBytes(1)),
                community.bytes(),
                Sql.hashes(members));
    }

    /** Raises the position by one, and the number of members; false if the position was reached before. */
    boolean advance(Hash community, long position, int joining) {
        var known = lock(community).orElseThrow(() -> unknown(community));
        if (position <= known.position()) return false;
        if (position != known.position() + 1)
            throw new IllegalStateException("position " + position + " of " + community + " came after "
                    + known.position() + ": one between them is missing");
        sql.update(
                "update known_community set position = ?, members = members + ? where community = ?",
                position,
                joining,
                community.bytes());
        return true;
    }

    private void insert(Hash community, long position, Instant since, List<Admission> members) {
        sql.update(
                """
                insert into known_member (community, member, key, since, valid_from)
                select ?, joined.member, joined.key, ?, ? from unnest(?, ?) as joined (member, key)""",
                community.bytes(),
                since,
                position,
                members.stream().map(joined -> joined.member().bytes()).toArray(byte[][]::new),
                members.stream().map(joined -> joined.key().bytes()).toArray(byte[][]::new));
    }

    private void insertConstitution(Hash community, Hash constitution, String document, Instant since) {
        // A community may return to an earlier constitution, which it then has already.
        sql.update("""
                insert into known_constitution (community, constitution, document, since) values (?, ?, ?, ?)
                on conflict do nothing""", community.bytes(), constitution.bytes(), document, since);
    }

    private static IllegalStateException unknown(Hash community) {
        return new IllegalStateException("nobody told of the founding of " + community);
    }

    private static KnownCommunity community(ResultSet row) throws SQLException {
        return new KnownCommunity(
                new Hash(row.getBytes(1)),
                row.getString(2),
                new Hash(row.getBytes(3)),
                row.getLong(4),
                Sql.instant(row, 5));
    }

    static KnownMember member(ResultSet row) throws SQLException {
        return new KnownMember(
                new Hash(row.getBytes(1)), new PublicKey(row.getBytes(2)), Sql.instant(row, 3), row.getLong(4));
    }
}
