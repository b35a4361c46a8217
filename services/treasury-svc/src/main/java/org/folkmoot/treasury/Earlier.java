// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.StrictJson;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Leg;
import org.folkmoot.treasury.domain.Line;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Outcome;
import org.folkmoot.treasury.domain.Refusal;
import org.folkmoot.treasury.domain.Transfer;
import org.jspecify.annotations.Nullable;

/** Turns the rows of a transaction, one for each leg, back into what was asked and what became of it. */
final class Earlier {
    static final String COLUMNS =
            "t.id, t.code, d.name, c.name, d.asset, t.amount, t.asked, t.cause, t.memo, t.at, t.parts,"
                    + " t.refusal, t.detail, (select r.id from transfer r where r.ledger = t.ledger and r.reverses = t.id"
                    + " and r.block is not null order by r.block desc limit 1),"
                    + " (select sum(r.amount) from transfer r where r.ledger = t.ledger and r.reverses = t.id"
                    + " and r.block is not null)";

    private record Part(
            Hash id,
            String code,
            String debit,
            String credit,
            String asset,
            Optional<BigInteger> amount,
            String asked,
            Hash cause,
            String memo,
            Instant at,
            String parts,
            String refusal,
            String detail,
            Optional<Done.Reversal> reversal) {}

    private Earlier() {}

    /** Reads all rows, which are in the order of ids and legs. */
    static List<Done> read(ResultSet rows) throws SQLException {
        var done = new ArrayList<Done>();
        var legs = new ArrayList<Part>();
        while (rows.next()) {
            var row = row(rows);
            if (!legs.isEmpty() && !legs.getFirst().id.equals(row.id)) {
                done.add(done(legs));
                legs.clear();
            }
            legs.add(row);
        }
        if (!legs.isEmpty()) done.add(done(legs));
        return done;
    }

    private static Done done(List<Part> legs) {
        var first = legs.getFirst();
        return new Done(first.id, parts(legs), outcome(legs), first.at, first.reversal);
    }

    private static Outcome outcome(List<Part> legs) {
        var first = legs.getFirst();
        if (!first.refusal.isEmpty()) return new Outcome.Refused(new Refusal.Told(first.refusal, first.detail));
        if (first.code.equals("turned"))
            return new Outcome.Turned(first.debit, first.asset, Account.State.valueOf(first.asked));
        return new Outcome.Posted(legs.stream()
                .map(leg -> new Line(code(leg), leg.debit, leg.credit, leg.asset, leg.amount.orElseThrow()))
                .toList());
    }

    private static Map<String, String> parts(List<Part> legs) {
        var first = legs.getFirst();
        if (first.parts.isEmpty())
            return new Order.Move(
                            first.id,
                            code(first),
                            legs.stream()
                                    .map(leg -> new Leg(leg.debit, leg.credit, leg.asset, leg.asked))
                                    .toList(),
                            first.cause,
                            first.memo)
                    .parts();
        var parts = new LinkedHashMap<String, String>();
        if (StrictJson.parse(first.parts.getBytes(UTF_8)) instanceof Json.Obj object)
            object.members().forEach((name, value) -> parts.put(name, String.valueOf(value.plain())));
        return parts;
    }

    private static Transfer.Code code(Part row) {
        return Transfer.Code.valueOf(row.code.toUpperCase(Locale.ROOT));
    }

    private static Part row(ResultSet rows) throws SQLException {
        return new Part(
                new Hash(rows.getBytes(1)),
                rows.getString(2),
                text(rows.getString(3)),
                text(rows.getString(4)),
                text(rows.getString(5)),
                AssetStore.whole(rows, 6),
                text(rows.getString(7)),
                new Hash(rows.getBytes(8)),
                rows.getString(9),
                Sql.instant(rows, 10),
                text(rows.getString(11)),
                text(rows.getString(12)),
                text(rows.getString(13)),
                reversal(rows));
    }

    private static Optional<Done.Reversal> reversal(ResultSet rows) throws SQLException {
        var by = Optional.ofNullable(rows.getBytes(14));
        return AssetStore.whole(rows, 15).flatMap(amount -> by.map(id -> new Done.Reversal(new Hash(id), amount)));
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
