// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.ZoneId;
import java.time.ZoneOffset;

/** Reads what a community says about its money. */
final class TreasuryRulesReader {
    private final Section section;

    private TreasuryRulesReader(Section section) {
        this.section = section;
    }

    static TreasuryRules read(Section section, ExpensesReader expenses) {
        return new TreasuryRulesReader(section).read(expenses);
    }

    private TreasuryRules read(ExpensesReader reader) {
        var zone = section.find("zone").map(TreasuryRulesReader::zone).orElse(ZoneOffset.UTC);
        var expenses = reader.read(section);
        section.finish();
        return new TreasuryRules(zone, expenses);
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
