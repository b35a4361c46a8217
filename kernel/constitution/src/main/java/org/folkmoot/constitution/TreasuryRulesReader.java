// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/** Reads what a community says about its money. */
final class TreasuryRulesReader {
    private final Section section;

    private TreasuryRulesReader(Section section) {
        this.section = section;
    }

    static TreasuryRules read(Section section, Map<String, Asset> assets, Map<String, Role> roles) {
        return new TreasuryRulesReader(section).read(assets, roles);
    }

    private TreasuryRules read(Map<String, Asset> assets, Map<String, Role> roles) {
        var zone = section.find("zone").map(TreasuryRulesReader::zone).orElse(ZoneOffset.UTC);
        var outside = OutsideReader.read(section, assets, roles);
        section.finish();
        return new TreasuryRules(zone, outside);
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
