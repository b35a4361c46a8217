// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What all kinds of actions say alike. */
public final class ActionFacts {
    /** Every name that a policy's condition may ask of an action. */
    public static final Set<String> NAMES = Set.of(
            "type",
            "option",
            "from",
            "to",
            "asset",
            "amount",
            "memo",
            "base",
            "constitution",
            "changes",
            "key",
            "member",
            "role",
            "term",
            "legs",
            "sources",
            "hold",
            "free",
            "transfer",
            "account",
            "parts",
            "balances",
            "file",
            "rows",
            "sums",
            "starts",
            "cliff",
            "lasts",
            Funding.NAME,
            "rate",
            "tranches",
            "attesters",
            "judges",
            "expires",
            "name",
            "safe",
            "token",
            "escrow",
            "number",
            "by",
            "seats",
            "quotas",
            "seed",
            "commit",
            "reveal");

    private ActionFacts() {}

    static Map<String, Object> of(Action action) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("type", action.type());
        action.option().ifPresent(option -> facts.put("option", option));
        return facts;
    }
}
