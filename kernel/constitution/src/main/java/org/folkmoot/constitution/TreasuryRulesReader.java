// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Reads what a community says about its money. */
final class TreasuryRulesReader {
    private TreasuryRulesReader() {}

    static TreasuryRules read(
            Section section,
            Map<String, Asset> assets,
            Map<String, Account> accounts,
            Map<String, Role> roles,
            List<Policy> policies) {
        var zone = section.find("zone").map(TreasuryRulesReader::zone).orElse(ZoneOffset.UTC);
        var commitment = section.find("commitment")
                .map(value -> value.oneOf(Commitment.class))
                .orElse(Commitment.NEVER);
        var spending = new SpendingReader(assets, accounts, roles, policies).read(section);
        var outside = OutsideReader.read(section, assets, roles);
        section.finish();
        return new TreasuryRules(zone, commitment, spending, outside);
    }

    private static ZoneId zone(Value value) {
        var name = value.text();
        var known = ZoneId.getAvailableZoneIds();
        if (known.contains(name)) return ZoneId.of(name);
        return value.isText()
                ? value.bad("There is no time zone '" + name + "'.", Nearest.to(name, known), ZoneOffset.UTC)
                : ZoneOffset.UTC;
    }
}
