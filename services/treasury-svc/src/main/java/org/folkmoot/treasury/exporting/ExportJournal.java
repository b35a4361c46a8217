// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.exporting;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.folkmoot.constitution.Asset;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.treasury.AssetStore;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.domain.Seat;

/**
 * Writes the whole journal in a form that other programs read: as it was when somebody began to read it. Whoever reads slowly
 * holds no connection to the database, and may take as long as it takes.
 */
@ApplicationScoped
class ExportJournal {
    private static final int MOST_ASSETS = 10_000;
    /** So many lines wait in memory for each reader. */
    private static final int LINES = 500;

    private final Ledger ledger;
    private final AssetStore assets;
    private final Constitutions constitutions;
    private final JournalRows rows;

    ExportJournal(Ledger ledger, AssetStore assets, Constitutions constitutions, JournalRows rows) {
        this.ledger = ledger;
        this.assets = assets;
        this.constitutions = constitutions;
        this.rows = rows;
    }

    void check(Hash community) {
        if (!ledger.has(community)) throw new ActRefused(new ActRefusal.CommunityUnknown(community));
    }

    /** Writes every movement, with the accounts called as they are shown. */
    void handle(Hash community, Form form, UnaryOperator<String> shown, OutputStream out) {
        long last = rows.last(community);
        var known = assets.page(community, "", MOST_ASSETS); // those of all lines up to there, or more
        var byCode = known.stream().collect(Collectors.toMap(Asset::code, Function.identity()));
        var balances = new TreeMap<Seat, BigInteger>();
        var days = new ArrayList<String>();
        var zone = constitutions
                .inForce(community)
                .map(constitution -> constitution.treasury().zone())
                .orElse(ZoneOffset.UTC);
        write(out, form.begin(known));
        each(
                community,
                last,
                line -> line.place().ifPresent(place -> {
                    var entry = line.entry().with(shown);
                    var posting = new Posting(place, entry, asset(byCode, entry.asset()), zone);
                    balances.merge(
                            new Seat(entry.debit(), entry.asset()),
                            entry.amount().negate(),
                            BigInteger::add);
                    balances.merge(new Seat(entry.credit(), entry.asset()), entry.amount(), BigInteger::add);
                    // Blocks are in the order of the accounts they touch, so a later one may have an earlier day.
                    widen(days, posting.day());
                    write(out, form.line(posting));
                }));
        if (days.isEmpty()) return;
        write(out, form.end(holdings(balances, byCode), days.getFirst(), dayAfter(days.getLast())));
    }

    /** Writes every block with all of its lines, its root and its head, which is all that a check needs. */
    void blocks(Hash community, OutputStream out) {
        var block = new ArrayList<JournalRows.BlockLine>();
        each(community, rows.last(community), line -> {
            if (!block.isEmpty() && block.getFirst().number() != line.number()) {
                write(out, json(block));
                block.clear();
            }
            block.add(line);
        });
        if (!block.isEmpty()) write(out, json(block));
    }

    /** Every line up to the last block, a piece at a time: nothing is written while the database is asked. */
    private void each(Hash community, long last, Consumer<JournalRows.BlockLine> consumer) {
        for (long done = 0; done < last; ) {
            var piece = rows.piece(community, done, last, LINES);
            // Of a journal that somebody cut off at its end there is no more than that.
            if (piece.isEmpty()) return;
            piece.forEach(consumer);
            done = piece.getLast().number();
        }
    }

    private static String json(List<JournalRows.BlockLine> block) {
        var first = block.getFirst();
        var json = new HashMap<String, Object>();
        json.put("block", first.number());
        json.put("first", first.firstEntry());
        json.put("root", first.root().hex());
        json.put("head", first.head().hex());
        json.put("lines", block.stream().map(line -> line.entry().json()).toList());
        return Json.object(json).canonicalText() + "\n";
    }

    private static void widen(List<String> days, String day) {
        if (days.isEmpty()) days.addAll(List.of(day, day));
        if (day.compareTo(days.getFirst()) < 0) days.set(0, day);
        if (day.compareTo(days.getLast()) > 0) days.set(1, day);
    }

    private static List<Holding> holdings(Map<Seat, BigInteger> balances, Map<String, Asset> assets) {
        return balances.entrySet().stream()
                .map(held -> new Holding(
                        held.getKey().name(), asset(assets, held.getKey().asset()), held.getValue()))
                .toList();
    }

    private static String dayAfter(String day) {
        return LocalDate.parse(day).plusDays(1).toString();
    }

    private static void write(OutputStream out, String text) {
        try {
            out.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Asset asset(Map<String, Asset> assets, String code) {
        return Optional.ofNullable(assets.get(code)).orElseThrow();
    }
}
