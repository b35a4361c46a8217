// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.polls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import org.folkmoot.cli.StandIn;
import org.folkmoot.cli.Typed;
import org.folkmoot.record.Hash;
import org.folkmoot.record.MemberIds;
import org.folkmoot.record.PublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose place on the roll it is may be said as in every other command. */
class RollTest {
    private static final String POLL = "a0".repeat(32);
    private static final String COMMUNITY = "c0".repeat(32);
    private static final String DID = "did:key:z6MkvjKCQD6Jv1E9CTJXzxPvDAL7PZ76a5Uv5WzMtmAhk39b";

    @TempDir
    Path data;

    @Test
    void aMemberMayBeNamedByTheirKey() throws IOException {
        try (var services = new StandIn(RollTest::answer)) {
            services.runOn(data);

            var typed = Typed.run("poll roll " + POLL + " " + DID + " --data " + data);

            var member = MemberIds.of(Hash.parse(COMMUNITY), PublicKey.parse(DID));
            assertThat(typed.out()).isEqualTo("asked: /v1/polls/" + POLL + "/roll/" + member.hex() + "\n");
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Connection", "close");
            var asked = exchange.getRequestURI().toString();
            var said = asked.endsWith(POLL) ? "{\"community\":\"" + COMMUNITY + "\"}" : "{\"asked\":\"" + asked + "\"}";
            var bytes = said.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
