// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.joining;

import com.fasterxml.jackson.databind.JsonNode;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.record.Hash;

/** What is the same however somebody speaks for or against an applicant. */
final class Speaking {
    private Speaking() {}

    static String path(Hash community, Hash person, String how) {
        return "/v1/communities/" + community.hex() + "/applicants/" + person.hex() + "/" + how;
    }

    static void print(Everywhere everywhere, JsonNode answer) {
        everywhere.print(
                answer,
                answer.path("state").asText() + ": " + answer.path("words").asText());
    }
}
