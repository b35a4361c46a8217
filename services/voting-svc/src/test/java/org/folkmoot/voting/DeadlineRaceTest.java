// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.folkmoot.contracts.BallotsCastV1;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.RepeatedTest;

/** The deadline comes while ballots do: every one with a receipt is counted, and no other. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class DeadlineRaceTest {
    private static final List<Person> PEOPLE = Person.many("racer", 600);

    @Inject
    TestClock clock;

    @RepeatedTest(3)
    void whateverHasAReceiptIsCounted() {
        var village = Village.found(clock);
        village.join(3, PEOPLE.toArray(Person[]::new));
        var definition = OpeningTest.at(village.definition("last", Duration.ZERO), 3);
        var poll = definition.id();
        village.ask(definition);
        Village.awaitState(poll, "open");
        var early = sent(village, poll, PEOPLE.subList(0, 300));
        var late = sent(village, poll, PEOPLE.subList(300, 600));
        Village.await(() -> Village.read(poll).body("accepted", org.hamcrest.Matchers.greaterThan(0)));

        clock.reach(definition.closesAt());

        long receipts = receipts(early) + receipts(late);
        var decision = News.await(poll.hex(), DecisionReachedV1.class);
        assertThat(decision.ballots()).isEqualTo(receipts);
        Village.await(() -> assertThat(told(poll)).isEqualTo(receipts));
    }

    private static CompletableFuture<String> sent(Village village, Hash poll, List<Person> people) {
        var lines = new StringBuilder();
        for (var person : people)
            lines.append(new String(village.ballot(person, poll, "for").sign().json(), UTF_8))
                    .append('\n');
        return Http.send(
                poll, "/stream", "application/x-ndjson", lines.toString().getBytes(UTF_8));
    }

    private static long receipts(CompletableFuture<String> answers) {
        return answers.join()
                .lines()
                .filter(line -> line.contains("\"signer\""))
                .count();
    }

    private static long told(Hash poll) {
        return News.about(poll.hex(), BallotsCastV1.class).stream()
                .mapToLong(chunk -> chunk.ballots().size())
                .sum();
    }
}
