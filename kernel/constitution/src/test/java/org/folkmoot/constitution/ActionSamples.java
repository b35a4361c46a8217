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
            """);

    private static final String HASH = "ab".repeat(32);
    private static final Map<String, Object> LEG =
            Map.of("from", "treasury", "to", "member/" + HASH, "asset", "EUR", "amount", "2.50");

    private ActionSamples() {}

    /** All of them; each is as the reader writes it again. */
    static List<Map<String, Object>> all() {
        return Stream.of(treasury(), people(), amendments())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Map<String, Object>> treasury() {
        return List.of(
                of("treasury.transfer", LEG),
                of("treasury.transfer", LEG, "memo", "Nails", "option", "A"),
                of("treasury.transaction", Map.of("legs", List.of(LEG))),
                of("treasury.transaction", Map.of("legs", List.of(LEG, LEG)), "memo", "Nails", "option", "A"),
                of("treasury.issue", without(LEG, "from")),
                of("treasury.issue", without(LEG, "from"), "memo", "More", "option", "A"),
                of("treasury.burn", without(LEG, "to")),
                of("treasury.burn", without(LEG, "to"), "memo", "Less", "option", "A"),
                of("treasury.hold", LEG, "term", "P30D"),
                of("treasury.hold", LEG, "term", "PT1H", "memo", "The roof", "option", "A"),
                of("treasury.settle", Map.of("hold", HASH)),
                of("treasury.settle", Map.of("hold", HASH), "amount", "0.50", "free", false, "option", "A"),
                of("treasury.release", Map.of("hold", HASH)),
                of("treasury.release", Map.of("hold", HASH), "option", "A"),
                of("treasury.reverse", Map.of("transfer", HASH)),
                of("treasury.reverse", Map.of("transfer", HASH), "memo", "Paid twice", "option", "A"),
                of("treasury.freeze", Map.of("account", "treasury", "asset", "EUR")),
                of("treasury.freeze", Map.of("account", "treasury", "asset", "EUR"), "option", "A"),
                of("treasury.unfreeze", Map.of("account", "treasury", "asset", "EUR")),
                of("treasury.unfreeze", Map.of("account", "treasury", "asset", "EUR"), "option", "A"));
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
                of("role.revoke", Map.of("member", HASH, "role", "clerk"), "option", "A"));
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
        var action = new HashMap<>(said);
        action.put("type", type);
        for (var i = 0; i < more.length; i += 2) action.put((String) more[i], more[i + 1]);
        return action;
    }

    static Map<String, Object> without(Map<String, Object> said, String name) {
        var rest = new HashMap<>(said);
        rest.remove(name);
        return rest;
    }
}
