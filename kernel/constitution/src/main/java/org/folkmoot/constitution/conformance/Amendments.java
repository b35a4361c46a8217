// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.conformance;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.folkmoot.constitution.Section;
import org.folkmoot.constitution.Value;
import org.folkmoot.constitution.course.Judge;
import org.folkmoot.constitution.course.Quantities;

/** Finds the rules by which a proposal is judged: those that were in force when it was submitted. */
record Amendments(Preset preset, String policy, Map<String, Object> values) {
    Judge inForce(Value amendments, Instant submitted) {
        var inForce = new LinkedHashMap<>(values);
        for (var value : amendments.list()) {
            var amendment = value.section();
            var since = Quantities.instant(amendment.need("at"), submitted);
            var set =
                    amendment.find("set").map(Value::section).map(Section::rest).orElse(Map.of());
            amendment.finish();
            if (!since.isAfter(submitted)) {
                inForce.putAll(set);
            }
        }
        return preset.judge(policy, inForce);
    }
}
