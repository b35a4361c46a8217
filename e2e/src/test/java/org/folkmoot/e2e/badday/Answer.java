// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.badday;

import com.fasterxml.jackson.databind.JsonNode;
import org.folkmoot.cli.client.RefusedByService;

/** What a voter hears of a ballot. */
sealed interface Answer {
    /** It is in: now, or since an earlier try whose answer was lost. */
    record Taken(String act) implements Answer {}

    /** The service says that it cannot answer now. */
    record Later(String reason) implements Answer {}

    /** It is not let in. */
    record Refused(int status, String reason) implements Answer {}

    /** The connection broke, so nobody knows. */
    record Silence() implements Answer {}

    int UNAVAILABLE = 503;

    /** Reads a receipt or a problem. */
    static Answer of(JsonNode said) {
        if (!said.has("type")) return new Taken(said.path("act").asText());
        return of(said.path("status").asInt(), said);
    }

    static Answer of(RefusedByService refused) {
        return of(refused.status(), refused.problem());
    }

    private static Answer of(int status, JsonNode problem) {
        var reason = RefusedByService.reasonOf(problem);
        if (reason.equals("act-duplicate")) return new Taken(problem.path("act").asText());
        return status == UNAVAILABLE ? new Later(reason) : new Refused(status, reason);
    }
}
