// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Set;
import org.folkmoot.proposals.domain.Checked;
import org.folkmoot.proposals.domain.Refusal.Fault;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Json;
import org.folkmoot.record.StrictJson;
import org.folkmoot.record.Times;

/** Writes what actions were found to be into a column, and reads it again. */
final class CheckedText {
    private CheckedText() {}

    static String write(Checked checked) {
        var faults = checked.faults().stream()
                .map(fault -> Map.of(
                        "action", fault.action(),
                        "field", fault.field(),
                        "reason", fault.reason(),
                        "suggestion", fault.suggestion()))
                .toList();
        return Json.of(Map.of("at", Times.text(checked.at()), "constitution", checked.constitution(), "faults", faults))
                .canonicalText();
    }

    static Checked read(String column) {
        var fields = Fields.exactly(
                StrictJson.parse(column.getBytes(UTF_8), Integer.MAX_VALUE), Set.of("at", "constitution", "faults"));
        return new Checked(
                fields.time("at"),
                fields.text("constitution"),
                fields.array("faults").items().stream().map(CheckedText::fault).toList());
    }

    private static Fault fault(Json json) {
        var fields = Fields.exactly(json, Set.of("action", "field", "reason", "suggestion"));
        return new Fault(
                (int) fields.count("action"), fields.text("field"), fields.text("reason"), fields.text("suggestion"));
    }
}
