// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.EVE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.contracts.BallotsCastV1;
import org.folkmoot.contracts.CastEntry;
import org.folkmoot.record.Ed25519;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Receipt;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many ballots in one request. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class StreamTest {
    private static final String NDJSON = "application/x-ndjson";

    @Inject
    TestClock clock;

    private Village village;
    private Hash poll;

    @BeforeEach
    void open() {
        village = Village.found(clock);
        poll = village.open("last");
    }

    @Test
    void everyLineIsAnsweredInItsPlace() throws Exception {
        var lines = List.of(
                line(ANN, "for"),
                "not json",
                line(EVE, "for"),
                "",
                line(BEN, "perhaps"),
                "x".repeat(200_000),
                line(BEN, "against") + "\r",
                line(CAT, "abstain"));

        var answers = stream(String.join("\n", lines));

        assertThat(answers).hasSize(7);
        assertThat(number(answers.get(0))).isEqualTo(1);
        assertProblem(answers.get(1), 2, "payload-malformed");
        assertProblem(answers.get(2), 3, "not-on-roll");
        assertProblem(answers.get(3), 5, "choice-invalid");
        assertProblem(answers.get(4), 6, "payload-too-large");
        assertThat(number(answers.get(5))).isEqualTo(2);
        assertThat(number(answers.get(6))).isEqualTo(3);
    }

    @Test
    void aLineThatCameBeforeIsADuplicate() throws Exception {
        var ballot = line(ANN, "for");

        var answers = stream(ballot + "\n" + ballot + "\n");

        assertThat(number(answers.get(0))).isEqualTo(1);
        assertProblem(answers.get(1), 2, "act-duplicate");
        assertThat(JsonPath.from(answers.get(1)).getLong("number")).isEqualTo(1);
    }

    @Test
    void anEmptyStreamHasAnEmptyAnswer() throws Exception {
        assertThat(stream("")).isEmpty();
    }

    @Test
    void manyBallotsAreNumberedInOrderAndToldInOrder() throws Exception {
        var people = Person.many("streamer", 1_700);
        village.join(3, people.subList(0, 1_000).toArray(Person[]::new));
        village.join(4, people.subList(1_000, 1_700).toArray(Person[]::new));
        var definition = OpeningTest.at(village.definition("last", java.time.Duration.ZERO), 4);
        poll = definition.id();
        village.ask(definition);
        Village.awaitState(poll, "open");
        var lines = new StringBuilder();
        // Everybody twice, so that there are more ballots than are owed at once.
        for (var choice : List.of("for", "against"))
            for (var person : people) lines.append(line(person, choice)).append('\n');

        var answers = stream(lines.toString());

        assertThat(answers).hasSize(3_400);
        for (int i = 0; i < answers.size(); i++)
            assertThat(number(answers.get(i))).isEqualTo(i + 1);
        Village.await(() -> assertThat(told()).hasSize(3_400));
        assertThat(told()).isSorted().doesNotHaveDuplicates();
        assertThat(News.about(poll.hex(), BallotsCastV1.class))
                .allSatisfy(chunk -> assertThat(chunk.ballots()).hasSizeLessThanOrEqualTo(500));
    }

    @Test
    void aStreamToNoPollIsRefusedAsAWhole() throws Exception {
        assertThat(Http.post(Hash.of(new byte[1]), "/stream", NDJSON, new byte[0])
                        .statusCode())
                .isEqualTo(404);
        var other =
                Http.post(poll, "/stream", "application/json", line(ANN, "for").getBytes(UTF_8));
        assertThat(other.statusCode()).isEqualTo(415);
        assertThat(JsonPath.from(other.body()).getString("type"))
                .isEqualTo("urn:folkmoot:problem:unsupported-media-type");
    }

    private List<Long> told() {
        var numbers = new ArrayList<Long>();
        for (var chunk : News.about(poll.hex(), BallotsCastV1.class))
            chunk.ballots().stream().map(CastEntry::number).forEach(numbers::add);
        return numbers;
    }

    private String line(Person voter, String choice) {
        return new String(village.ballot(voter, poll, choice).sign().json(), UTF_8);
    }

    private List<String> stream(String body) throws Exception {
        var answer = Http.post(poll, "/stream", NDJSON, body.getBytes(UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(NDJSON);
        return answer.body().lines().toList();
    }

    private long number(String answer) {
        var receipt = Receipt.read(answer.getBytes(UTF_8));
        assertThat(receipt.verify(Ed25519.fastest())).isTrue();
        assertThat(receipt.poll()).isEqualTo(poll);
        return receipt.number();
    }

    private static void assertProblem(String answer, int line, String type) {
        var json = JsonPath.from(answer);
        assertThat(json.getInt("line")).isEqualTo(line);
        assertThat(json.getString("type")).isEqualTo("urn:folkmoot:problem:" + type);
    }
}
