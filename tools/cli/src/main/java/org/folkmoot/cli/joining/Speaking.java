// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.joining;

import com.fasterxml.jackson.databind.JsonNode;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.KeyFolder;
import org.folkmoot.record.Hash;
import org.folkmoot.record.MemberIds;

/** What is the same however somebody speaks for or against an applicant. */
final class Speaking {
    private static final int ID = 2 * Hash.SIZE;

    private Speaking() {}

    /** The id of somebody who is named by it, by a did or by a key's name. */
    static Hash person(KeyFolder keys, Hash community, String named) {
        return named.length() == ID ? Everywhere.hash(named) : MemberIds.of(community, keys.resolve(named));
    }

    static String path(Hash community, Hash person, String how) {
        return "/v1/communities/" + community.hex() + "/applicants/" + person.hex() + "/" + how;
    }

    static void print(Everywhere everywhere, JsonNode answer) {
        everywhere.print(
                answer,
                answer.path("state").asText() + ": " + answer.path("words").asText());
    }
}
