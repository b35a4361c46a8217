// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What is asked about a case: a method with its parameters, and the answer that is expected. */
record TallyCheck(JsonNode asked, Parameters parameters) {
    TallyCheck(JsonNode asked) {
        this(asked, new Parameters(asked.path("parameters")));
    }

    String method() {
        return asked.path("method").asText();
    }

    String name() {
        return asked.path("name").asText("");
    }

    JsonNode input() {
        return asked.path("input");
    }

    JsonNode expected() {
        return asked.path("expected");
    }

    List<String> excluded() {
        return TallyCase.texts(asked.path("excludedCandidates"));
    }

    long seats() {
        if (!asked.path("seats").isIntegralNumber()) {
            throw new NotSupported("The check does not say how many seats there are.");
        }
        return asked.path("seats").asLong();
    }
}
