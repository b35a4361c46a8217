// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads what a community says about its money. */
final class TreasuryRulesReader {
    private final Section section;

    private TreasuryRulesReader(Section section) {
        this.section = section;
    }

    static TreasuryRules read(Section section, Declared declared, BodyReader members, ZoneId zone) {
        return new TreasuryRulesReader(section).read(declared, members, zone);
    }

    /** The place whose calendar counts, which other sections need as well. */
    static ZoneId zone(Optional<Section> section) {
        return section.flatMap(said -> said.find("zone"))
                .map(TreasuryRulesReader::zone)
                .orElse(ZoneOffset.UTC);
    }

    private TreasuryRules read(Declared declared, BodyReader members, ZoneId zone) {
        var schedules = new SchedulesReader(declared, members, zone).read(section);
        section.finish();
        return new TreasuryRules(zone, schedules);
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
