// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.folkmoot.record.Hash;

/** Opens sessions: asks for a challenge, and signs it. */
public final class Sessions {
    private Sessions() {}

    /** The answer, which has the token. */
    public static JsonNode open(Api api, Everywhere everywhere, Hash community, String signer, List<String> scopes) {
        var identity = everywhere.suite().identity();
        var path = "/v1/communities/" + community.hex() + "/sessions";
        var challenge = api.post(identity, path + "/challenges", new byte[0]);
        Map<String, Object> body = Map.of(
                "audience", "folkmoot", "challenge", challenge.path("challenge").asText(), "scopes", scopes);
        var own = everywhere.keys().read(signer);
        Signing act = by -> by.sign(own, community, community, "session.open/1", body);
        return api.say(identity, path, act);
    }
}
