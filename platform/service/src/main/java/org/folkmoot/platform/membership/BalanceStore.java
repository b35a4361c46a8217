// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.membership;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
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
import org.folkmoot.platform.membership.BalanceHistory.Column;
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

    private static final Column ASSET = new Column("asset", "text");

    private final Sql sql;
    private final BalanceHistory balances;
    private final BalanceHistory funds;
    private final BalanceHistory supplies;

    BalanceStore(AgroalDataSource database) {
        this.sql = new Sql(database);
        this.balances = new BalanceHistory(
                sql, "known_balance", "balance", List.of(new Column("member", "bytea"), ASSET), false);
        this.funds =
                new BalanceHistory(sql, "known_fund", "balance", List.of(new Column("account", "text"), ASSET), true);
        this.supplies = new BalanceHistory(sql, "known_supply", "supply", List.of(ASSET), true);
    }

    /**
     * Moves money, in the order of the places, which follow each other without a gap. What was reached before has moved already;
     * where a place is missing, nothing moves.
     */
    @Transactional(TxType.MANDATORY)
    void move(Hash community, List<Movement> movements) {
        var news = advance(community, movements);
        balances.write(community, news.stream().flatMap(Movement::balances).toList());
        funds.write(community, news.stream().flatMap(Movement::funds).toList());
        supplies.write(community, news.stream().flatMap(Movement::supplies).toList());
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

    /** What of it was not reached before. */
    private List<Movement> advance(Hash community, List<Movement> movements) {
        sql.update(
                "insert into known_ledger (community, position) values (?, 0) on conflict do nothing",
                community.bytes());
        long reached = sql.first(
                        "select position from known_ledger where community = ? for update",
                        row -> row.getLong(1),
                        community.bytes())
                .orElseThrow();
        var news = movements.stream().filter(moved -> moved.place() > reached).toList();
        if (news.isEmpty()) return news;
        for (int i = 0; i < news.size(); i++)
            if (news.get(i).place() != reached + 1 + i)
                throw new IllegalStateException("place " + news.get(i).place() + " in the journal of " + community
                        + " came after " + (reached + i) + ": one between them is missing");
        sql.update(
                "update known_ledger set position = ? where community = ?", reached + news.size(), community.bytes());
        return news;
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
