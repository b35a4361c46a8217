// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.EVE;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.folkmoot.record.Ed25519;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Receipt;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ballot is answered alike on the short way and, with a request that asks for more, on the long one. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class BallotWaysTest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Inject
    TestClock clock;

    @Inject
    MeterRegistry meters;

    private Village village;
    private Hash poll;

    @BeforeEach
    void open() {
        village = Village.found(clock);
        poll = village.open("last");
    }

    @Test
    void bothTakeBallots() throws Exception {
        var first = briefly(poll.hex(), ballot("for"));
        var second =
                atLength(poll.hex(), village.ballot(BEN, poll, "for").sign().json());

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(first.headers().map().keySet())
                .isEqualTo(second.headers().map().keySet());
        assertThat(type(first)).isEqualTo(type(second)).startsWith("application/json");
        assertThat(receipt(first).number()).isEqualTo(1);
        assertThat(receipt(second).number()).isEqualTo(2);
        assertThat(receipt(first).verify(Ed25519.fastest())).isTrue();
    }

    /** What is sent in pieces takes the long way, however much of it there is. */
    @ParameterizedTest
    @ValueSource(ints = {0, 10 * 1024, 95 * 1024})
    void aBallotInPiecesIsTaken(int spaces) throws Exception {
        var spaced = new String(ballot("for"), UTF_8) + " ".repeat(spaces);
        var request = HttpRequest.newBuilder(Http.uri(poll.hex(), "/ballots"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(spaced.getBytes(UTF_8))))
                .build();

        var answer = CLIENT.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(receipt(answer).number()).isEqualTo(1);
    }

    @Test
    void bothAreMeasuredUnderOneName() throws Exception {
        briefly(poll.hex(), ballot("for"));

        assertThat(meters.find("http.server.requests").timers())
                .extracting(timer -> timer.getId().getTag("uri"))
                .contains("/v1/polls/{poll}/ballots")
                .noneMatch(name -> name.contains(poll.hex()));
    }

    @Test
    void bothRefuseAlike() throws Exception {
        var cast = ballot("for");
        briefly(poll.hex(), cast);

        alike(409, poll.hex(), cast);
        alike(403, poll.hex(), village.ballot(EVE, poll, "for").sign().json());
        alike(422, poll.hex(), ballot("maybe"));
        alike(400, poll.hex(), new byte[0]);
        alike(400, poll.hex(), "[".repeat(20_000).getBytes(UTF_8));
        alike(413, poll.hex(), new byte[96 * 1024 + 1]);
        alike(404, Hash.of(new byte[] {1}).hex(), cast);
        alike(404, "nothing", cast);
        clock.pass(Duration.ofDays(30));
        alike(409, poll.hex(), ballot("for"));
    }

    @Test
    void theShortWayTakesOnlyWhatItKnows() throws Exception {
        var other = ask(poll.hex(), "text/plain", "*/*", ballot("for"));
        var elsewhere = ask(poll.hex(), "application/json", "text/html", ballot("for"));

        assertThat(other.statusCode()).isEqualTo(415);
        assertThat(elsewhere.statusCode()).isEqualTo(406);
        Village.read(poll).body("accepted", equalTo(0));
    }

    private byte[] ballot(String choice) {
        return village.ballot(ANN, poll, choice).sign().json();
    }

    private static Receipt receipt(HttpResponse<String> answer) {
        return Receipt.read(answer.body().getBytes(UTF_8));
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("content-type").orElseThrow();
    }

    private static void alike(int status, String poll, byte[] body) throws IOException, InterruptedException {
        var brief = briefly(poll, body);
        var full = atLength(poll, body);
        assertThat(brief.statusCode()).as(brief.body()).isEqualTo(status);
        assertThat(brief.body()).isEqualTo(full.body());
        assertThat(brief.headers().map()).isEqualTo(full.headers().map());
    }

    private static HttpResponse<String> briefly(String poll, byte[] body) throws IOException, InterruptedException {
        return ask(poll, "application/json", "application/json", body);
    }

    private static HttpResponse<String> atLength(String poll, byte[] body) throws IOException, InterruptedException {
        return ask(poll, "application/json;charset=UTF-8", "application/json;q=0.9", body);
    }

    private static HttpResponse<String> ask(String poll, String type, String accept, byte[] body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(Http.uri(poll, "/ballots"))
                .header("Content-Type", type)
                .header("Accept", accept)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }
}
