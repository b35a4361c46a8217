// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Entry;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Outcome;
import org.folkmoot.treasury.domain.Transfer;
import org.jspecify.annotations.Nullable;

/** The columns of one leg of something that was just done, or of a refusal. */
record Leaf(
        Hash id,
        int leg,
        String code,
        Optional<Entry> entry,
        Hash cause,
        String memo,
        @Nullable Integer line,
        @Nullable Integer move,
        @Nullable String parts,
        @Nullable String refusal,
        @Nullable String detail,
        byte @Nullable [] reverses) {

    private static final Map<String, String> CODES = Map.of(
            "hold",
            "held",
            "settle",
            "settled",
            "void",
            "voided",
            "reverse",
            "reversed",
            "turn",
            "turned",
            Order.GATHER,
            "decided",
            Order.EXIT,
            "redeemed");

    private static final Set<String> MOVES =
            Transfer.Code.MOVES.stream().map(Transfer.Code::word).collect(Collectors.toUnmodifiableSet());

    @Nullable
    String amount() {
        return entry.filter(known -> known.amount().signum() > 0)
                .map(known -> known.amount().toString())
                .orElse(null);
    }

    @Nullable
    String asked() {
        return entry.map(Entry::asked).orElse(null);
    }

    /** The rows of everything that a batch did; a line's place in the block is its place in the list. */
    static List<Leaf> of(List<Done> batch) {
        var rows = new ArrayList<Leaf>();
        int line = 0;
        int move = 0;
        for (var done : batch) {
            if (done.outcome() instanceof Outcome.Refused(var refusal)) {
                rows.add(refused(done, refusal.reason(), refusal.detail()));
                continue;
            }
            for (var entry : Entry.of(done)) rows.add(posted(done, entry, line++, entry.moves() ? move++ : null));
        }
        return rows;
    }

    private static Leaf posted(Done done, Entry entry, int line, @Nullable Integer move) {
        var isMove = MOVES.contains(done.code());
        var reverses = done.code().equals("reverse")
                ? Hash.parse(done.parts().getOrDefault("transfer", "")).bytes()
                : null;
        return new Leaf(
                done.id(),
                entry.leg(),
                entry.code(),
                Optional.of(entry),
                entry.cause(),
                entry.memo(),
                line,
                move,
                isMove || entry.leg() > 0 ? null : json(done),
                null,
                null,
                reverses);
    }

    private static Leaf refused(Done done, String reason, String detail) {
        var parts = done.parts();
        return new Leaf(
                done.id(),
                0,
                CODES.getOrDefault(done.code(), done.code()).toLowerCase(Locale.ROOT),
                Optional.empty(),
                Hash.parse(parts.getOrDefault("cause", Hash.ZERO.hex())),
                parts.getOrDefault("memo", ""),
                null,
                null,
                json(done),
                reason,
                detail,
                null);
    }

    private static String json(Done done) {
        return Json.object(done.parts()).canonicalText();
    }
}
