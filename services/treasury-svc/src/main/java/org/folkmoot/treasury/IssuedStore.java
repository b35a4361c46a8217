// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.folkmoot.constitution.Asset;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Books;
import org.folkmoot.treasury.domain.Issued;
import org.folkmoot.treasury.domain.Leg;
import org.folkmoot.treasury.domain.Line;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Outcome;
import org.folkmoot.treasury.domain.Transfer;

/**
 * How much of each asset was issued in the period that is under way: a row that whoever issues writes under the lock of the
 * issuance account. A period is told by its first day, which is the same in every zone. One that has no row yet, because it is new
 * or the calendar was changed, is added up from the journal once. Orders that issue nothing cost nothing here.
 */
@ApplicationScoped
public class IssuedStore {
    private static final String GROSS = """
            select coalesce((select i.gross from issued i where i.community = ? and i.asset = ? and i.first_day = ?::date),
                (select sum(t.amount) from transfer t where t.debit = a.no and t.code in ('issued', 'emitted')
                    and t.move is not null and t.at >= ?::timestamptz), 0)
            from account a where a.community = ? and a.name = ? and a.asset = ?""";

    private static final String PROMISED = """
            select coalesce(sum(promised), 0) from calendar_turn
            where community = ? and asset = ? and kind = 'income' and state = 'running'""";

    private final AssetStore assets;
    private final Sql sql;

    IssuedStore(AssetStore assets, DataSource database) {
        this.assets = assets;
        this.sql = new Sql(database);
    }

    /** How much of an asset was issued in the period of a moment; the caller holds the issuance account. */
    @Transactional(TxType.MANDATORY)
    public Issued at(Hash community, Asset asset, Instant now) {
        var gross = asset.pace()
                .map(Asset.Pace::periods)
                .flatMap(periods -> sql.first(
                        GROSS,
                        row -> Sql.whole(row, 1),
                        community.hex(),
                        asset.code(),
                        periods.day(periods.of(now)).toString(),
                        periods.start(periods.of(now)),
                        community.hex(),
                        Account.issuanceName(asset.code()),
                        asset.code()))
                .orElse(BigInteger.ZERO);
        var promised = sql.first(PROMISED, row -> Sql.whole(row, 1), community.hex(), asset.code())
                .orElse(BigInteger.ZERO);
        return new Issued(asset, gross, promised);
    }

    /** Lets the books know of all assets that the orders issue. */
    void know(Hash community, List<Order> orders, Books books, Instant now) {
        orders.stream()
                .flatMap(order -> issues(order, books))
                .distinct()
                .flatMap(code -> assets.asset(community, code).stream())
                .forEach(asset -> books.know(at(community, asset, now)));
    }

    /** The assets that an order takes from where they are issued; what was burned is issued again when that is reversed. */
    private static Stream<String> issues(Order order, Books books) {
        return switch (order) {
            case Order.Move move ->
                move.legs().stream()
                        .filter(leg -> leg.debit().equals(Account.issuanceName(leg.asset())))
                        .map(Leg::asset);
            case Order.Reverse reverse ->
                books.done(reverse.transfer()).stream()
                        .flatMap(earlier -> earlier.outcome() instanceof Outcome.Posted(var lines)
                                ? lines.stream()
                                : Stream.empty())
                        .filter(line -> line.credit().equals(Account.issuanceName(line.asset())))
                        .map(Line::asset);
            case Order.Gather _,
                    Order.Exit _,
                    Order.Settle _,
                    Order.SetAside _,
                    Order.Spend _,
                    Order.Turn _,
                    Order.Void _ -> Stream.empty();
        };
    }

    /** The assets of which an order issues what counts in a period. */
    private static Stream<String> counted(Order order) {
        return order instanceof Order.Move move
                        && (move.code() == Transfer.Code.ISSUED || move.code() == Transfer.Code.EMITTED)
                ? move.legs().stream().map(Leg::asset)
                : Stream.empty();
    }

    /** Writes what is different. What does not count leaves no row: it would hide what the journal has of another zone's period. */
    void save(Hash community, List<Order> orders, Books books, Instant now) {
        var counted = orders.stream().flatMap(IssuedStore::counted).collect(Collectors.toSet());
        for (var issued : books.issued())
            issued.known()
                    .pace()
                    .filter(_ -> counted.contains(issued.asset()))
                    .ifPresent(pace -> sql.update(
                            """
                            insert into issued (community, asset, first_day, gross) values (?, ?, ?::date, ?::numeric)
                            on conflict (community, asset, first_day) do update set gross = excluded.gross""", community.hex(), issued.asset(), day(pace, now), new BigDecimal(issued.gross())));
    }

    private static String day(Asset.Pace pace, Instant now) {
        return pace.periods().day(pace.periods().of(now)).toString();
    }
}
