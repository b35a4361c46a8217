// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.folkmoot.record.Hash;
import org.folkmoot.record.JournalCheck;
import org.folkmoot.record.Json;

/**
 * One leg of something that happened, as it is hashed into the journal's tree and as it is exported: the same bytes.
 *
 * @param transfer the id of the order
 * @param code what happened, such as {@code decided} or {@code turned}
 * @param credit nothing for a state
 * @param asked the amount as it was written; for an account that was turned, its state
 */
public record Entry(
        Hash transfer,
        int leg,
        String code,
        String debit,
        String credit,
        String asset,
        BigInteger amount,
        String asked,
        Hash cause,
        String memo,
        Instant at) {

    /** The same with other names of accounts, also in its memo, as somebody is shown it; no line of the journal hashes to it any more. */
    public Entry with(UnaryOperator<String> names) {
        return new Entry(
                transfer,
                leg,
                code,
                names.apply(debit),
                names.apply(credit),
                asset,
                amount,
                asked,
                cause,
                names.apply(memo),
                at);
    }

    /** The legs of something that was done; nothing if it was refused. */
    public static List<Entry> of(Done done) {
        var parts = done.parts();
        var cause = parts.containsKey("cause") ? Hash.parse(parts.getOrDefault("cause", "")) : done.id();
        var memo = parts.getOrDefault("memo", "");
        return switch (done.outcome()) {
            case Outcome.Refused _ -> List.of();
            case Outcome.Turned(var account, var asset, var state) ->
                List.of(new Entry(
                        done.id(),
                        0,
                        "turned",
                        account,
                        "",
                        asset,
                        BigInteger.ZERO,
                        state.name(),
                        cause,
                        memo,
                        done.at()));
            case Outcome.Posted(var lines) -> {
                var entries = new ArrayList<Entry>();
                for (var line : lines)
                    entries.add(new Entry(
                            done.id(),
                            entries.size(),
                            line.code().word(),
                            line.debit(),
                            line.credit(),
                            line.asset(),
                            line.amount(),
                            parts.getOrDefault(
                                    entries.isEmpty() ? "amount" : "amount of leg " + (entries.size() + 1), ""),
                            cause,
                            memo,
                            done.at()));
                yield entries;
            }
        };
    }

    /** Whether it changed what accounts hold. */
    public boolean moves() {
        return JournalCheck.moves(code);
    }

    /** The bytes that are hashed: its canonical JSON. */
    public byte[] bytes() {
        return Json.object(json()).canonical();
    }

    /** What is hashed. */
    public Map<String, Object> json() {
        var json = new HashMap<String, Object>();
        json.put("transfer", transfer.hex());
        json.put("leg", leg);
        json.put("code", code);
        json.put("debit", debit);
        json.put("credit", credit);
        json.put("asset", asset);
        json.put("amount", amount.toString());
        json.put("asked", asked);
        json.put("cause", cause.hex());
        json.put("memo", memo);
        json.put("at", at.toString());
        return json;
    }
}
