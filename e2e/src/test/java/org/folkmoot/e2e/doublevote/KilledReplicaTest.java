// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.doublevote;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.RefusedByService;
import org.folkmoot.e2e.suite.Locks;
import org.folkmoot.e2e.suite.SharedHouse;
import org.folkmoot.e2e.suite.Town;
import org.folkmoot.e2e.suite.Town.Submitted;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of two processes that take ballots for the same poll one is killed, as by a power cut, with ballots on their way in. */
@ResourceLock(Locks.SHARED_HOUSE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledReplicaTest {
    private static final Person CLERK = Person.named("Watchman");
    private static final List<Person> MEMBERS = Person.many("Stormy", 100);
    private static final int AT_ONCE = 16;

    /** A poll that went through a storm. */
    private record Weathered(Town town, Submitted poll, Storm storm) {}

    private final Api api = new Api();
    private final Map<String, Weathered> polls = new HashMap<>();

    /** One after the other, so that the second poll is open while the first one waits for its close. */
    @BeforeAll
    void twoStorms() throws InterruptedException {
        for (var revote : List.of("first", "last")) polls.put(revote, storm(revote));
    }

    @AfterAll
    void close() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "last"})
    void nobodyCountsTwiceAndNoReceiptIsEmpty(String revote) {
        var weathered = Objects.requireNonNull(polls.get(revote));
        var storm = weathered.storm();
        var poll = weathered.poll();
        var unanswered =
                storm.unanswered().stream().filter(act -> isIn(poll, act)).count();
        weathered.town().awaitDecision(poll);

        var tally = weathered.town().tally(poll);
        assertThat(storm.unanswered()).isNotEmpty();
        assertThat(storm.refused().keySet()).isSubsetOf("already-voted", "seq-replayed");
        assertThat(storm.taken()).allMatch(act -> isIn(poll, act));
        assertThat(tally.path("ballots").asLong()).isEqualTo(MEMBERS.size());
        assertThat(Burst.CHOICES.stream()
                        .mapToLong(choice -> tally.path("counts").path(choice).asLong())
                        .sum())
                .isEqualTo(MEMBERS.size());
        if (revote.equals("first")) {
            assertThat(storm.takenOf().values()).allMatch(receipts -> receipts == 1);
            assertThat(storm.taken().size() + unanswered).isEqualTo(MEMBERS.size());
        }
    }

    /** In the middle of it a second door is slammed. */
    private Weathered storm(String revote) throws InterruptedException {
        try (var second = SecondDoor.open()) {
            var town = SecondDoor.town(CLERK, MEMBERS, revote, "PT60S");
            var poll = SecondDoor.poll(town, CLERK, "Gates");
            var storm = new Storm(api, town, poll, List.of(SharedHouse.suite().voting(), second.url("voting")));
            storm.rage(MEMBERS, AT_ONCE, () -> second.kill("voting"));
            return new Weathered(town, poll, storm);
        }
    }

    /** Whether the door that still stands has the receipt of a ballot. */
    private boolean isIn(Submitted poll, Hash act) {
        URI first = SharedHouse.suite().voting();
        try {
            return api.get(first, Town.ballots(poll) + "/" + act.hex())
                    .path("act")
                    .asText()
                    .equals(act.hex());
        } catch (RefusedByService refused) {
            if (refused.status() == 404) return false;
            throw refused;
        }
    }
}
