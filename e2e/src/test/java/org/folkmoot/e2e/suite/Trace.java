// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/** Why a decision is as it is, one line per rule, such as {@code for=2 against=1 / roll=3 atLeast 1/2: true}. */
public final class Trace {
    private Trace() {}

    /** The lines of a decision. */
    public static List<String> of(JsonNode decision) {
        return decision.path("trace").valueStream().map(Trace::line).toList();
    }

    private static String line(JsonNode line) {
        return operands(line.path("numerator")) + " / " + operands(line.path("denominator")) + " "
                + line.path("operator").asText() + " " + line.path("fraction").asText() + ": "
                + line.path("passed").asBoolean();
    }

    private static String operands(JsonNode operands) {
        return operands.valueStream()
                .map(operand -> operand.path("name").asText() + "="
                        + operand.path("value").asText())
                .collect(Collectors.joining(" "));
    }
}
