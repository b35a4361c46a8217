// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.membership;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;

/**
 * What members own in the ledger of their community, as of every place in its journal.
 *
 * <p>Places have no gaps and balances as of a place never change, so whoever names a place names exact balances: money
 * that moves later moves no vote.
 */
@ApplicationScoped
public class BalanceStore {
    private static final String AS_OF = "valid_from <= ? and (valid_to is null or valid_to > ?)";

    private final Sql sql;

    BalanceStore(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    /** Moves money between members, or between one and somebody else; false if the place was reached before. */
    @Transactional(TxType.MANDATORY)
    public boolean move(
            Hash community, long place, Optional<Hash> from, Optional<Hash> to, String asset, BigInteger amount) {
        if (!advance(community, place)) return false;
        if (from.equals(to)) return true;
        from.ifPresent(owner -> add(community, place, owner, asset, amount.negate()));
        to.ifPresent(owner -> add(community, place, owner, asset, amount));
        return true;
    }

    /** Issues so much of an asset, or takes it back if it is negative, at a place that {@link #move} has reached. */
    @Transactional(TxType.MANDATORY)
    public void issue(Hash community, long place, String asset, BigInteger amount) {
        var before = sql.first("""
                        update known_supply set valid_to = ?
                        where community = ? and asset = ? and valid_to is null returning supply""", row -> Sql.whole(row, 1), place, community.bytes(), asset)
                .orElse(BigInteger.ZERO);
        sql.update(
                "insert into known_supply (community, asset, supply, valid_from) values (?, ?, ?, ?)",
                community.bytes(),
                asset,
                new BigDecimal(before.add(amount)),
                place);
    }

    /** How much of an asset was issued as of a place. */
    @Transactional(TxType.SUPPORTS)
    public BigInteger supply(Hash community, String asset, long place) {
        return sql.first(
                        "select supply from known_supply where community = ? and asset = ? and " + AS_OF,
                        row -> Sql.whole(row, 1),
                        community.bytes(),
                        asset,
                        place,
                        place)
                .orElse(BigInteger.ZERO);
    }

    /** Puts so much into an account of the community, or takes it out, at a place that {@link #move} has reached. */
    @Transactional(TxType.MANDATORY)
    public void fund(Hash community, long place, String account, String asset, BigInteger amount) {
        var before = sql.first("""
                        update known_fund set valid_to = ?
                        where community = ? and account = ? and asset = ? and valid_to is null returning balance""", row -> Sql.whole(row, 1), place, community.bytes(), account, asset)
                .orElse(BigInteger.ZERO);
        sql.update(
                "insert into known_fund (community, account, asset, balance, valid_from) values (?, ?, ?, ?, ?)",
                community.bytes(),
                account,
                asset,
                new BigDecimal(before.add(amount)),
                place);
    }

    /** How much of an asset was in an account of the community as of a place. */
    @Transactional(TxType.SUPPORTS)
    public BigInteger fund(Hash community, String account, String asset, long place) {
        return sql.first(
                        "select balance from known_fund where community = ? and account = ? and asset = ? and " + AS_OF,
                        row -> Sql.whole(row, 1),
                        community.bytes(),
                        account,
                        asset,
                        place,
                        place)
                .orElse(BigInteger.ZERO);
    }

    /** The most of an asset that there was at any place from one on. */
    @Transactional(TxType.SUPPORTS)
    public BigInteger mostSupply(Hash community, String asset, long from) {
        return sql.first("""
                        select coalesce(max(supply), 0) from known_supply
                        where community = ? and asset = ? and (valid_to is null or valid_to > ?)""", row -> Sql.whole(row, 1), community.bytes(), asset, from)
                .orElseThrow();
    }

    /** The place in the journal that has been reached; 0 if nothing was ever moved. */
    @Transactional(TxType.SUPPORTS)
    public long position(Hash community) {
        return sql.first(
                        "select position from known_ledger where community = ?",
                        row -> row.getLong(1),
                        community.bytes())
                .orElse(0L);
    }

    /** What a member owns now, by asset. */
    @Transactional(TxType.SUPPORTS)
    public Map<String, BigInteger> held(Hash community, Hash member) {
        return held(community, member, Long.MAX_VALUE);
    }

    /** What a member owned as of a place, by asset. */
    @Transactional(TxType.SUPPORTS)
    public Map<String, BigInteger> held(Hash community, Hash member, long place) {
        var held = new HashMap<String, BigInteger>();
        sql.all(
                        "select asset, balance from known_balance where community = ? and member = ? and " + AS_OF,
                        row -> Map.entry(row.getString(1), Sql.whole(row, 2)),
                        community.bytes(),
                        member.bytes(),
                        place,
                        place)
                .forEach(owned -> held.put(owned.getKey(), owned.getValue()));
        return held;
    }

    /**
     * Every member as of a membership position, or those of the given people who were, with what the member owned of some
     * assets as of a place, in the order of their hashes; a million do not fill the memory.
     */
    @Transactional(TxType.MANDATORY)
    void members(
            Hash community,
            long position,
            long place,
            Collection<String> assets,
            Optional<Collection<Hash>> some,
            BiConsumer<KnownMember, Map<String, BigInteger>> each) {
        var owners = new Owners(each);
        var parameters = new ArrayList<Object>(List.of(
                community.bytes(), assets.toArray(String[]::new), place, place, community.bytes(), position, position));
        some.map(Sql::hashes).ifPresent(parameters::add);
        sql.each(
                """
                select member, key, since, valid_from, asset, balance from known_member left join
                    (select member as owner, asset, balance from known_balance
                        where community = ? and asset = any (?) and %1$s) as owned on owner = member
                where community = ? and %1$s %2$s order by member""".formatted(AS_OF, some.isPresent() ? "and member = any (?)" : ""),
                BalanceStore::owned,
                owners::add,
                parameters.toArray());
        owners.finish();
    }

    private boolean advance(Hash community, long place) {
        sql.update(
                "insert into known_ledger (community, position) values (?, 0) on conflict do nothing",
                community.bytes());
        long reached = sql.first(
                        "select position from known_ledger where community = ? for update",
                        row -> row.getLong(1),
                        community.bytes())
                .orElseThrow();
        if (place <= reached) return false;
        if (place != reached + 1)
            throw new IllegalStateException("place " + place + " in the journal of " + community + " came after "
                    + reached + ": one between them is missing");
        sql.update("update known_ledger set position = ? where community = ?", place, community.bytes());
        return true;
    }

    private void add(Hash community, long place, Hash owner, String asset, BigInteger amount) {
        var before = sql.first("""
                        update known_balance set valid_to = ?
                        where community = ? and member = ? and asset = ? and valid_to is null returning balance""", row -> Sql.whole(row, 1), place, community.bytes(), owner.bytes(), asset)
                .orElse(BigInteger.ZERO);
        var after = before.add(amount);
        if (after.signum() != 0)
            sql.update(
                    "insert into known_balance (community, member, asset, balance, valid_from) values (?, ?, ?, ?, ?)",
                    community.bytes(),
                    owner.bytes(),
                    asset,
                    new BigDecimal(after),
                    place);
    }

    private static Owned owned(ResultSet row) throws SQLException {
        var asset = row.getString(5);
        return new Owned(MembershipStore.member(row), asset == null ? Map.of() : Map.of(asset, Sql.whole(row, 6)));
    }

    private record Owned(KnownMember member, Map<String, BigInteger> balances) {}

    /** Puts the rows of one member together, which come one after the other. */
    private static final class Owners {
        private final BiConsumer<KnownMember, Map<String, BigInteger>> each;
        private Optional<KnownMember> last = Optional.empty();
        private Map<String, BigInteger> balances = new HashMap<>();

        Owners(BiConsumer<KnownMember, Map<String, BigInteger>> each) {
            this.each = each;
        }

        void add(Owned row) {
            if (!last.equals(Optional.of(row.member()))) {
                finish();
                last = Optional.of(row.member());
            }
            balances.putAll(row.balances());
        }

        void finish() {
            last.ifPresent(member -> each.accept(member, balances));
            balances = new HashMap<>();
        }
    }
}
