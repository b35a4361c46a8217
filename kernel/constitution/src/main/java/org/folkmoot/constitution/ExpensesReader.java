// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads how members are paid back what they spent for the community. */
record ExpensesReader(Map<String, Asset> assets, Map<String, Account> accounts, Map<String, Role> roles) {
    private static final int MOST_SIGNERS = 100;

    Map<String, ExpenseRule> read(Section treasury) {
        var rules = new LinkedHashMap<String, ExpenseRule>();
        treasury.find("expenses")
                .ifPresent(value -> value.section().all().forEach(entry -> {
                    var rule = rule(entry.getValue().section());
                    if (rules.values().stream().anyMatch(other -> other.from().equals(rule.from())))
                        entry.getValue().bad("Another rule pays from '" + rule.from() + "' already.", "", "");
                    rules.put(entry.getKey(), rule);
                }));
        return Collections.unmodifiableMap(rules);
    }

    private ExpenseRule rule(Section section) {
        var from = section.need("from");
        var account = accounts.get(from.text());
        if (account == null && from.isText())
            from.bad("There is no account '" + from.text() + "'.", Nearest.to(from.text(), accounts.keySet()), "");
        var asset = account == null ? "" : account.asset();
        var role = section.need("role");
        if (role.isText() && !roles.containsKey(role.text()))
            role.bad("There is no role '" + role.text() + "'.", Nearest.to(role.text(), roles.keySet()), "");
        int least = Math.toIntExact(section.need("atLeast").integer(1, MOST_SIGNERS));
        var most = most(section.need("most"), asset);
        var within = section.find("within").map(ExpensesReader::within).orElse(ExpenseRule.WITHIN);
        section.finish();
        return new ExpenseRule(from.text(), asset, role.text(), least, most, within);
    }

    private BigInteger most(Value value, String code) {
        var asset = assets.get(code);
        var text = value.text();
        if (asset == null || !value.isText()) return BigInteger.ONE;
        return asset.minor(text)
                .filter(minor -> minor.signum() > 0)
                .orElseGet(() -> value.bad(
                        "'" + text + "' is not an amount of " + code + ", such as " + asset.decimal(Asset.EXAMPLE)
                                + ".",
                        "",
                        BigInteger.ONE));
    }

    private static Duration within(Value value) {
        var length = value.duration();
        if (length.isZero() || length.compareTo(EscrowReader.LONGEST) > 0)
            value.bad("A claim waits for some time, and not more than a hundred years.", "P30D", "");
        return length;
    }
}
