// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A payment that is sent in the ordinary way is answered as any other is, whatever there is to say. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PaymentRouteTest {
    private static final Person ANN = Person.named("Ann");
    private static final String ORDINARY = "application/json";
    private static final String LONG_WAY = "application/json; charset=utf-8";
    private static final int MOST = 96 * 1024;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource
    URI here = URI.create("http://127.0.0.1");

    private Town town = Town.planned();

    @BeforeEach
    void found() {
        town = Town.found(Town.text()
                .replace(
                        "  HOURS: { scale: 0 }",
                        "  HOURS: { scale: 0 }\n  LETS: { scale: 0, kind: mutual-credit, line: 100 }"));
    }

    @Test
    void aPaymentIsAnsweredAlikeEitherWay() throws Exception {
        var act = payment(ANN, town.community(), "one", "40");

        var first = send(ORDINARY, act);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.body()).contains("\"outcome\":\"posted\"");
        assertThat(first.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(ORDINARY));
        assertThat(send(ORDINARY, act).body()).isEqualTo(first.body());
        assertThat(send(LONG_WAY, act).body()).isEqualTo(first.body());
    }

    @Test
    void whatIsRefusedIsRefusedAlikeEitherWay() throws Exception {
        expect(403, payment(Person.named("Stranger"), town.community(), "one", "1"));
        expect(422, payment(ANN, Hash.of("elsewhere".getBytes(UTF_8)), "one", "1"));
        expect(409, payment(ANN, town.community(), "one", "101"));
        expect(201, payment(ANN, town.community(), "two", "1"));
        expect(409, payment(ANN, town.community(), "two", "2"));
        expect(400, "{".getBytes(UTF_8));
        expect(400, new byte[0]);
        var forged = new String(payment(ANN, town.community(), "three", "1"), UTF_8);
        var at = forged.indexOf("\"signature\":\"") + "\"signature\":\"".length();
        var other = forged.charAt(at) == 'A' ? 'B' : 'A';
        expect(422, (forged.substring(0, at) + other + forged.substring(at + 1)).getBytes(UTF_8));
    }

    /** Spaces around an envelope mean nothing. */
    @ParameterizedTest
    @CsvSource({"-1, 201", "0, 201", "1, 413"})
    void aBodyIsReadUpToItsLargestSize(int more, int status) throws Exception {
        var act = payment(ANN, town.community(), "one", "1");
        var body = Arrays.copyOf(act, MOST + more);
        Arrays.fill(body, act.length, body.length, (byte) ' ');

        expect(status, body);
    }

    @Test
    void whatIsNotOrdinaryGoesTheLongWay() throws Exception {
        var act = payment(ANN, town.community(), "one", "1");

        assertThat(send("text/plain", act).statusCode()).isEqualTo(415);
        assertThat(send(request(ORDINARY, BodyPublishers.ofByteArray(act)).header("Accept", "text/html"))
                        .statusCode())
                .isEqualTo(406);
        assertThat(send(HttpRequest.newBuilder(payments("nobody"))
                                .header("Content-Type", ORDINARY)
                                .POST(BodyPublishers.ofByteArray(act)))
                        .statusCode())
                .isEqualTo(404);
        // Nobody says how long it is.
        assertThat(send(request(ORDINARY, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(act))))
                        .statusCode())
                .isEqualTo(201);
    }

    private void expect(int status, byte[] body) throws Exception {
        var answer = send(ORDINARY, body);
        var other = send(LONG_WAY, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(other.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(other.body());
        if (status != 201)
            assertThat(answer.headers().firstValue("content-type"))
                    .isEqualTo(other.headers().firstValue("content-type"));
    }

    private HttpResponse<String> send(String type, byte[] body) throws IOException, InterruptedException {
        return send(request(type, BodyPublishers.ofByteArray(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String type, BodyPublisher body) {
        return HttpRequest.newBuilder(payments(town.community().hex()))
                .header("Content-Type", type)
                .POST(body);
    }

    private URI payments(String community) {
        return here.resolve("/v1/communities/" + community + "/payments");
    }

    private static byte[] payment(Person payer, Hash community, String id, String amount) {
        return payer.says(community, "payment.make/1")
                .with("id", id)
                .with("legs", List.of(Map.of("to", Town.member("bea"), "asset", "LETS", "amount", amount)))
                .sign()
                .json();
    }
}
