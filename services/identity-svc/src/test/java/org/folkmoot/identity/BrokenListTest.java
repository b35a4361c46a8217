// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list that is not exactly what was signed for admits nobody. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class BrokenListTest {
    private static final Person ANNA = Person.named("anna");
    private static final String GOOD = line(Person.named("bo"));

    private Hash community = Hash.ZERO;

    @BeforeEach
    void found() {
        community = Api.founded("Broken lists", ANNA);
    }

    @Test
    void linesThatWereNotSignedFor() {
        var signed = GOOD + line(Person.named("cleo"));
        var sent = GOOD + line(Person.named("dan"));

        refused(2, signed, sent, 422, "roll-mismatch")
                .body("roll", equalTo(Hash.of(signed.getBytes(UTF_8)).hex()));
    }

    @Test
    void fewerLinesThanSignedFor() {
        refused(2, GOOD, GOOD, 422, "count-mismatch").body("count", equalTo(2)).body("found", equalTo(1));
    }

    @Test
    void moreLinesThanSignedFor() {
        var two = GOOD + line(Person.named("cleo"));

        refused(1, two, two, 422, "count-mismatch").body("count", equalTo(1)).body("found", equalTo(2));
    }

    @Test
    void nobodyAtAll() {
        refused(0, "", "", 422, "count-invalid");
        refused(1, "", "", 422, "count-mismatch");
        refused(1_000_001, GOOD, GOOD, 422, "count-invalid").body("most", equalTo(1_000_000));
    }

    @Test
    void aKeyThatVerifiersWouldDisagreeOn() {
        for (var key : BadActs.INADMISSIBLE) {
            var lines = GOOD + "{\"key\":\"" + key.did() + "\"}\n";

            refused(2, lines, lines, 422, "key-invalid")
                    .body("line", equalTo(3))
                    .body("key", equalTo(key.did()));
        }
    }

    @Test
    void linesThatAreNotOneKeyExactly() {
        var key = Person.named("cleo").did();
        malformed("\n", "syntax");
        malformed("{}\n", "missing-member");
        malformed("{\"key\":7}\n", "value");
        malformed("{\"key\":\"did:key:z6Mkabc\"}\n", "value");
        malformed("{\"key\":\"" + key + "\",\"role\":1}\n", "unknown-member");
        malformed("{\"key\": \"" + key + "\"}\n", "not-canonical");
        malformed("{\"key\":\"" + key + "\"}\r\n", "not-canonical");
        malformed("[\"" + key + "\"]\n", "value");
        malformed("{\"key\":\"" + key + "\"}", "syntax");
        malformed("hello\n", "syntax");
    }

    @Test
    void aLineThatIsTooLong() {
        var lines = GOOD + "x".repeat(200_000) + "\n";

        refused(2, lines, lines, 413, "line-too-long").body("line", equalTo(3)).body("limit", equalTo(128));
    }

    @Test
    void theFirstBadLineIsNamed() {
        var lines = GOOD.repeat(300) + "?\n" + GOOD.repeat(300) + "!\n" + GOOD.repeat(300);

        refused(902, lines, lines, 400, "line-malformed").body("line", equalTo(302));
    }

    @Test
    void noActInFront() {
        Api.register(community, new byte[0])
                .statusCode(400)
                .body("type", equalTo(Api.PROBLEM + "line-malformed"))
                .body("line", equalTo(1));
        Api.register(community, GOOD.getBytes(UTF_8))
                .statusCode(400)
                .body("type", equalTo(Api.PROBLEM + "payload-malformed"));
    }

    @Test
    void aStreamThatIsCutOffLeavesNothing() throws IOException {
        var body = ANNA.register(community, Person.many("cut off", 3_000));
        try (var socket = new Socket("localhost", RestAssured.port)) {
            var head = "POST " + Api.members(community) + "/bulk HTTP/1.1\r\nHost: x\r\nContent-Type: " + Api.LINES
                    + "\r\nContent-Length: " + body.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.getOutputStream().write(Arrays.copyOf(body, body.length / 2));
            socket.getOutputStream().flush();
        }

        assertThat(Api.position(community)).isEqualTo(1);
        Api.register(community, body).statusCode(201);
    }

    private void malformed(String line, String reason) {
        refused(2, GOOD + line, GOOD + line, 400, "line-malformed")
                .body("line", equalTo(3))
                .body("reason", equalTo(reason));
    }

    private ValidatableResponse refused(long count, String signed, String sent, int status, String type) {
        var act = ANNA.says(community, "member.register/1")
                .with("count", count)
                .with("roll", Hash.of(signed.getBytes(UTF_8)).hex())
                .sign();
        var body = new String(act.json(), UTF_8) + "\n" + sent;
        var answer = Api.register(community, body.getBytes(UTF_8))
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo(Api.PROBLEM + type));
        assertThat(Api.position(community)).isEqualTo(1);
        return answer;
    }

    private static String line(Person person) {
        return "{\"key\":\"" + person.did() + "\"}\n";
    }
}
