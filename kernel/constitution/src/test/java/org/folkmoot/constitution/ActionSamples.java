// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every kind of action with everything that it can say, and with as little as it can say, under a constitution of which all
 * of them can be read. A new kind comes with a sample here and a schema in {@code actions}.
 */
final class ActionSamples {
    static final Constitution CONSTITUTION = Samples.read(Samples.YAML + """
            roles:
              clerk: { title: Clerk, term: P365D }
            treasury:
              attesters: { EUR: { role: clerk, atLeast: 2 } }
              bank: { EUR: { name: Skerry, iban: NO9386011117947 } }
            """);

    private static final String HASH = "ab".repeat(32);
    private static final Map<String, Object> LEG =
            Map.of("from", "treasury", "to", "member/" + HASH, "asset", "EUR", "amount", "2.50");
    private static final Map<String, Object> DRAW = Map.of(
            "role",
            "clerk",
            "from",
            "everybody",
            "seats",
            5L,
            "seed",
            Map.of("role", "clerk", "atLeast", 3L),
            "commit",
            "PT48H",
            "reveal",
            "PT24H");

    private static final Map<String, Object> OPENING = Map.of("asset", "EUR", "amount", "2.50");

    private static final Map<String, Object> FILE =
            Map.of("file", HASH, "rows", 2L, "sums", List.of(Map.of("asset", "EUR", "amount", "2.50")));

    private ActionSamples() {}

    private static Map<String, Object> balance(String to, String amount) {
        return Map.of("to", to, "amount", amount);
    }

    /** All of them; each is as the reader writes it again. */
    static List<Map<String, Object>> all() {
        return Stream.of(treasury(), escrows(), payouts(), people(), amendments())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Map<String, Object>> treasury() {
        return List.of(
                of("treasury.transfer", LEG),
                of("treasury.transfer", LEG, "memo", "Nails", "option", "A"),
                of("treasury.transaction", Map.of("legs", List.of(LEG))),
                of("treasury.transaction", Map.of("legs", List.of(LEG, LEG)), "memo", "Nails", "option", "A"),
                of("treasury.gather", without(LEG, "from"), "sources", List.of(Map.of("from", "treasury"))),
                of(
                        "treasury.gather",
                        without(LEG, "from"),
                        "sources",
                        List.of(
                                Map.of("from", "treasury", "max", "2.00", "keep", "10.00"),
                                Map.of("from", "member/" + "cd".repeat(32))),
                        "memo",
                        "The roof",
                        "option",
                        "A"),
                of("treasury.issue", without(LEG, "from")),
                of("treasury.issue", without(LEG, "from"), "memo", "More", "option", "A"),
                of("treasury.open", OPENING, "balances", List.of(balance("member/" + HASH, "2.50"))),
                of(
                        "treasury.open",
                        OPENING,
                        "balances",
                        List.of(balance("member/" + HASH, "2.00"), balance("treasury", "0.50")),
                        "memo",
                        "From the old books",
                        "option",
                        "A"),
                of("treasury.import", FILE),
                of("treasury.import", FILE, "memo", "From the old books", "option", "A"),
                of("treasury.burn", without(LEG, "to")),
                of("treasury.burn", without(LEG, "to"), "memo", "Less", "option", "A"),
                of("treasury.hold", LEG, "term", "P30D"),
                of("treasury.hold", LEG, "term", "PT1H", "memo", "The roof", "option", "A"),
                of("treasury.settle", Map.of("hold", HASH)),
                of("treasury.settle", Map.of("hold", HASH), "amount", "0.50", "free", false, "option", "A"),
                of("treasury.release", Map.of("hold", HASH)),
                of("treasury.release", Map.of("hold", HASH), "option", "A"),
                of("treasury.reverse", Map.of("transfer", HASH)),
                of("treasury.reverse", Map.of("transfer", HASH), "amount", "0.50"),
                of("treasury.reverse", Map.of("transfer", HASH), "memo", "Paid twice", "option", "A"),
                of("treasury.freeze", Map.of("account", "treasury", "asset", "EUR")),
                of("treasury.freeze", Map.of("account", "treasury", "asset", "EUR"), "option", "A"),
                of("treasury.unfreeze", Map.of("account", "treasury", "asset", "EUR")),
                of("treasury.unfreeze", Map.of("account", "treasury", "asset", "EUR"), "option", "A"));
    }

    private static List<Map<String, Object>> escrows() {
        var panel = Map.of("role", "clerk", "atLeast", 2L);
        var part = Map.of("to", "member/" + HASH, "weight", 2L);
        var tranche = Map.<String, Object>of("amount", "2.50", "title", "Walls");
        var flow = without(LEG, "to");
        var grant = without(LEG, "amount");
        var escrow = Map.<String, Object>of("escrow", HASH);
        return List.of(
                of("treasury.split", flow, "parts", List.of(part)),
                of("treasury.split", flow, "parts", List.of(part, part), "memo", "Harvest", "option", "A"),
                of("treasury.stream", LEG, "rate", Map.of("amount", "0.50", "per", "P1D")),
                of("treasury.stream", LEG, "lasts", "P30D"),
                of("treasury.stream", LEG, "lasts", "P30D", "funded", "as-due"),
                of(
                        "treasury.stream",
                        LEG,
                        "lasts",
                        "P30D",
                        "cliff",
                        "P7D",
                        "starts",
                        "P1D",
                        "memo",
                        "Pay",
                        "option",
                        "A"),
                of("treasury.stream", LEG, "lasts", "P30D", "starts", "2027-01-01T00:00:00.000Z"),
                of("treasury.grant", grant, "tranches", List.of(tranche)),
                of("treasury.grant", grant, "tranches", List.of(tranche), "funded", "as-due"),
                of(
                        "treasury.grant",
                        grant,
                        "tranches",
                        List.of(of(tranche, "validFrom", "P1D", "expires", "P90D"), tranche),
                        "attesters",
                        panel,
                        "memo",
                        "The roof",
                        "option",
                        "A"),
                of("treasury.bounty", flow, "expires", "P90D", "judges", panel),
                of("treasury.bounty", flow, "expires", "PT1H", "judges", panel, "memo", "The leak", "option", "A"),
                of("treasury.pause", escrow),
                of("treasury.pause", escrow, "option", "A"),
                of("treasury.resume", escrow),
                of("treasury.resume", escrow, "option", "A"),
                of("treasury.cancel", escrow),
                of("treasury.cancel", escrow, "option", "A"),
                of("treasury.tranche", escrow, "number", 1L),
                of("treasury.tranche", escrow, "number", 64L, "option", "A"),
                of("treasury.award", escrow, "to", "member/" + HASH),
                of("treasury.award", escrow, "to", "member/" + HASH, "option", "A"),
                of("treasury.extend", escrow, "by", "P30D"),
                of("treasury.extend", escrow, "by", "P30D", "option", "A"));
    }

    private static List<Map<String, Object>> payouts() {
        var bank = Map.<String, Object>of("iban", "GB82WEST12345698765432", "name", "The sawmill");
        var chain =
                Map.<String, Object>of("safe", "0x" + "1a".repeat(20), "address", "0x" + "2b".repeat(20), "chain", 1L);
        var flow = without(LEG, "to");
        return List.of(
                of("treasury.payout", flow, "to", bank, "expires", "P30D"),
                of(
                        "treasury.payout",
                        flow,
                        "to",
                        of(bank, "bic", "DNBANOKK"),
                        "expires",
                        "P30D",
                        "memo",
                        "Planks",
                        "option",
                        "A"),
                of("treasury.payout", flow, "to", chain, "expires", "P30D"),
                of(
                        "treasury.payout",
                        flow,
                        "to",
                        of(chain, "token", "0x" + "3c".repeat(20), "decimals", 6L),
                        "expires",
                        "P30D"));
    }

    private static List<Map<String, Object>> people() {
        return List.of(
                of("member.add", Map.of("key", Samples.KEY)),
                of("member.add", Map.of("key", Samples.KEY), "option", "A"),
                of("member.remove", Map.of("member", HASH)),
                of("member.remove", Map.of("member", HASH), "option", "A"),
                of("member.reinstate", Map.of("member", HASH)),
                of("member.reinstate", Map.of("member", HASH), "option", "A"),
                of("role.grant", Map.of("member", HASH, "role", "clerk")),
                of("role.grant", Map.of("member", HASH, "role", "clerk"), "term", "PT720H", "option", "A"),
                of("role.revoke", Map.of("member", HASH, "role", "clerk")),
                of("role.revoke", Map.of("member", HASH, "role", "clerk"), "option", "A"),
                of("role.draw", DRAW),
                of(
                        "role.draw",
                        DRAW,
                        "quotas",
                        Map.of("standing", Map.of("citizens", List.of(2L, 4L), "others", List.of(0L, 5L))),
                        "term",
                        "PT720H",
                        "option",
                        "A"));
    }

    private static List<Map<String, Object>> amendments() {
        var base = Map.<String, Object>of("base", CONSTITUTION.hash().hex());
        return List.of(
                of(
                        "constitution.amend",
                        base,
                        "constitution",
                        Samples.read(Samples.with("retries: 3", "retries: 4"))
                                .json()
                                .plain()),
                of(
                        "constitution.amend",
                        base,
                        "patch",
                        List.of(
                                Map.of("op", "replace", "path", "/policies/everything/retries", "value", 4L),
                                Map.of("op", "add", "path", "/roles/smith", "value", Map.of("title", "Smith")),
                                Map.of("op", "remove", "path", "/roles/smith"),
                                Map.of("op", "move", "path", "/policies/everything", "before", "small-spend"),
                                Map.of("op", "move", "path", "/policies/everything")),
                        "option",
                        "A"));
    }

    static Map<String, Object> of(String type, Map<String, Object> said, Object... more) {
        var action = of(said, more);
        action.put("type", type);
        return action;
    }

    private static Map<String, Object> of(Map<String, Object> said, Object... more) {
        var all = new HashMap<>(said);
        for (var i = 0; i < more.length; i += 2) all.put((String) more[i], more[i + 1]);
        return all;
    }

    static Map<String, Object> without(Map<String, Object> said, String name) {
        var rest = new HashMap<>(said);
        rest.remove(name);
        return rest;
    }
}
