// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a community says about its money. */
final class TreasuryRulesReader {
    private final Declared declared;
    private final BodyReader members;
    private final Map<String, Role> roles;
    private final List<Policy> policies;
    private final ZoneId zone;

    TreasuryRulesReader(
            Declared declared, BodyReader members, Map<String, Role> roles, List<Policy> policies, ZoneId zone) {
        this.declared = declared;
        this.members = members;
        this.roles = roles;
        this.policies = policies;
        this.zone = zone;
    }

    /** The place whose calendar counts, which other sections need as well. */
    static ZoneId zone(Optional<Section> section) {
        return section.flatMap(said -> said.find("zone"))
                .map(TreasuryRulesReader::zone)
                .orElse(ZoneOffset.UTC);
    }

    TreasuryRules read(Section section) {
        var schedules = new SchedulesReader(declared, members, zone).read(section);
        var commitment = section.find("commitment")
                .map(value -> value.oneOf(Commitment.class))
                .orElse(Commitment.NEVER);
        var spending = new SpendingReader(declared.assets(), declared.accounts(), roles, policies).read(section);
        var expenses = new ExpensesReader(declared.assets(), declared.accounts(), roles).read(section);
        var outside = OutsideReader.read(section, declared.assets(), roles);
        section.finish();
        return new TreasuryRules(zone, schedules, commitment, spending, expenses, outside);
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
