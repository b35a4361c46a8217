// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Signer;
import org.folkmoot.cli.members.RollFile;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.record.SecretKey;

/** A community with one founder, who registers everybody else in one stream. All are equal, and all may vote. */
public final class LargeRoll {
    private final Api api;
    private final URI identity;
    private final SecretKey founder;
    private final Signer signer = new Signer(InstantSource.system());
    private final Hash community;

    /** Founds it. Its polls open after the delay, and take that long. */
    public LargeRoll(Api api, URI identity, SecretKey founder, Duration delay, Duration period) {
        this.api = api;
        this.identity = identity;
        this.founder = founder;
        var rules = """
                folkmoot: 1
                name: A large roll
                admission: { model: registrar, of: founders }
                bodies: { members: { who: "true", power: equal } }
                policies:
                  - name: everything
                    applies: "true"
                    body: members
                    ballot: { method: for-against-abstain, revote: last }
                    approval: { count: [for], of: [for, against], moreThan: 1/2, tie: fails }
                    timing: { delay: %s, period: %s, timelock: PT0S, expires: P1D }
                """.formatted(delay, period);
        Map<String, Object> body = Map.of(
                "constitution",
                Constitution.read(rules.getBytes(UTF_8)).json(),
                "founders",
                List.of(founder.publicKey().did()),
                "name",
                "A large roll");
        var act = signer.sign(founder, Hash.ZERO, Hash.ZERO, "community.found/1", body);
        community = Hash.parse(api.post(identity, "/v1/communities", act.json())
                .path("community")
                .asText());
    }

    /** The community. */
    public Hash community() {
        return community;
    }

    /** An act of the founder. */
    public Envelope sign(Hash subject, String type, Map<String, Object> body) {
        return signer.sign(founder, community, subject, type, body);
    }

    /** Registers members, and gives the answer back. */
    public JsonNode register(RollFile roll) {
        return register(roll, sign(community, "member.register/1", roll.body()));
    }

    /** Sends what was signed before, so that whoever takes the time leaves out what the file costs. */
    JsonNode register(RollFile roll, Envelope act) {
        var path = "/v1/communities/" + community + "/members/bulk";
        return api.post(identity, path, "application/x-ndjson", roll.lines(act));
    }
}
