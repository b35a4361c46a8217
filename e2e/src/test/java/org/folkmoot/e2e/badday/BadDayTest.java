// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.badday;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.folkmoot.contracts.BallotsCastV1;
import org.folkmoot.contracts.CastEntry;
import org.folkmoot.contracts.EventJson;
import org.folkmoot.contracts.EventType;
import org.folkmoot.contracts.Topics;
import org.folkmoot.e2e.suite.Town;
import org.folkmoot.testkit.KafkaProbe;
import org.folkmoot.testkit.KafkaProbe.Found;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;

/** What is true at the end of a day on which every process was killed. */
@Isolated
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadDayTest {
    private static final Duration HANG = Duration.ofSeconds(30);

    private BadDay day;

    @BeforeAll
    void liveThroughIt() {
        day = new BadDay();
    }

    @AfterAll
    void endIt() {
        org.folkmoot.e2e.suite.SharedHouse.restartTheDead();
        System.out.println("[bad day] " + day.crowd().taken().size() + " ballots of "
                + day.crowd().counted().size()
                + " members were taken, " + day.crowd().refused().size() + " refused; the slowest answer took "
                + day.crowd().booth().slowestMillis() + " ms");
    }

    @Test
    void everyAcknowledgedBallotIsCountedOnce() {
        var counted = day.crowd().counted();
        var expected = counted.values().stream().collect(groupingBy(choice -> choice, counting()));

        var decision = day.town().awaitDecision(day.question());

        var tally = day.town().tally(day.question());
        assertThat(tally.path("ballots").asLong()).isEqualTo(counted.size());
        assertThat(tally.path("counts").properties().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, count -> count.getValue().asLong())))
                .isEqualTo(expected);
        assertThat(decision.path("trace")
                        .path(0)
                        .path("denominator")
                        .path(0)
                        .path("value")
                        .asLong())
                .isEqualTo(tally.path("rollMembers").asLong());
    }

    @Test
    void theRecordHasWhatWasAcknowledgedAndNothingElse() {
        var kept = new Books(day.house().jdbc())
                .texts(
                        "select encode(act, 'hex') from voting.ballot join voting.poll"
                                + " on poll_no = no where poll = decode(?, 'hex')",
                        day.question().poll().hex());

        assertThat(kept).doesNotHaveDuplicates().hasSameSizeAs(day.crowd().taken());
        assertThat(kept)
                .allMatch(day.crowd().taken()::contains)
                .noneMatch(day.crowd().refused()::contains);
        assertThat(day.crowd().refused()).isNotEmpty();
    }

    @Test
    void nobodyGotAWrongAnswer() {
        assertThat(day.crowd().surprises()).isEmpty();
        assertThat(Duration.ofMillis(day.crowd().booth().slowestMillis())).isLessThan(HANG);
    }

    @Test
    void withoutPostgresABallotWaitsPolitely() {
        var ballot = day.withoutPostgres();

        assertThat(ballot.answer()).isEqualTo(new Answer.Later("database-unavailable"));
        assertThat(ballot.took()).isLessThan(HANG);
        assertThat(ballot.afterwards()).isInstanceOf(Answer.Taken.class);
    }

    @Test
    void withoutKafkaMembersVoteAndPropose() {
        assertThat(day.withoutKafka().taken()).isPositive();
        assertThat(day.withoutKafka().draft()).isEqualTo("draft");
    }

    @Test
    void everyPaymentIsMadeOnce() {
        for (var payment : day.payments()) {
            var ended = day.town().awaitState(payment, "enacted");
            assertThat(ended.path("enactment").path("attempt").asInt()).isEqualTo(1);
            assertThat(day.town().transfers(payment)).hasSize(1);
        }
        assertThat(day.town().balance("garden")).isEqualTo("15.00");
        assertThat(day.town().balance("treasury")).isEqualTo("985.00");
    }

    @Test
    void allFactsReachKafka() {
        day.town().awaitDecision(day.question());

        var books = new Books(day.house().jdbc());
        for (var service : List.of("identity", "proposals", "voting", "treasury"))
            Awaitility.await("the outbox of " + service + " to be empty")
                    .atMost(Town.PATIENCE)
                    .until(() -> books.number("select count(*) from " + service + ".outbox") == 0);
        var dead = Topics.ALL.stream().flatMap(topic -> kafka().all(Topics.dead(topic)).stream());
        assertThat(dead).isEmpty();
    }

    @Test
    void theBallotsAreOnKafkaWithoutAGap() {
        Awaitility.await("all ballots to be on Kafka")
                .atMost(Town.PATIENCE)
                .untilAsserted(
                        () -> assertThat(told().stream().map(CastEntry::act).collect(Collectors.toSet()))
                                .isEqualTo(day.crowd().taken()));

        assertThat(told())
                .extracting(CastEntry::number)
                .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(
                                1, day.crowd().taken().size())
                        .boxed()
                        .toList());
    }

    @Test
    void whatIsDecidedAndEnactedIsToldOnce() {
        for (var payment : day.payments()) {
            day.town().awaitState(payment, "enacted");
            assertThat(ids(
                            Topics.VOTING,
                            "voting.decision-reached.v1",
                            payment.poll().hex()))
                    .hasSize(1);
            assertThat(ids(
                            Topics.TREASURY,
                            "enactment.action-enacted.v1",
                            payment.proposal().hex()))
                    .hasSize(1);
        }
        day.town().awaitDecision(day.question());
        var poll = day.question().poll().hex();
        Awaitility.await()
                .atMost(Town.PATIENCE)
                .untilAsserted(() -> assertThat(ids(Topics.VOTING, "voting.decision-reached.v1", poll))
                        .hasSize(1));
    }

    /** As a reader keeps them: what is not above the last number that it has is skipped. */
    private List<CastEntry> told() {
        var told = new java.util.ArrayList<CastEntry>();
        var type = EventType.named("voting.ballots-cast.v1").orElseThrow();
        for (var found :
                about(Topics.BALLOTS, type.name(), day.question().poll().hex())) {
            var chunk = (BallotsCastV1) EventJson.read(type, found.value().getBytes(UTF_8));
            var last = told.isEmpty() ? 0 : told.getLast().number();
            chunk.ballots().stream().filter(entry -> entry.number() > last).forEach(told::add);
        }
        return told;
    }

    /** The different events; one that was sent twice has one id. */
    private Map<String, Long> ids(String topic, String type, String about) {
        return about(topic, type, about).stream()
                .collect(groupingBy(found -> found.headers().getOrDefault("ce_id", ""), counting()));
    }

    private List<Found> about(String topic, String type, String about) {
        return kafka().all(topic).stream()
                .filter(found -> found.type().equals(type) && found.value().contains(about))
                .toList();
    }

    private KafkaProbe kafka() {
        return new KafkaProbe(day.house().kafka());
    }
}
