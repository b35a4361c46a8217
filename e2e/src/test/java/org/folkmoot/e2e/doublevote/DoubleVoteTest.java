// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.doublevote;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.house.House;
import org.folkmoot.e2e.doublevote.Burst.Outcome;
import org.folkmoot.e2e.suite.Locks;
import org.folkmoot.e2e.suite.SharedHouse;
import org.folkmoot.e2e.suite.Town;
import org.folkmoot.e2e.suite.Town.Submitted;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Two processes take ballots for the same polls; a database is all that they have in common. */
@ResourceLock(Locks.SHARED_HOUSE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoubleVoteTest {
    private static final Person CLERK = Person.named("Clerk");
    private static final List<Person> MEMBERS = Person.many("Twice", 50);
    private static final int AT_ONCE = 16;

    /** A poll in which everybody sent many ballots at once. */
    private record Voted(Town town, Submitted poll, List<Outcome> outcomes) {}

    private final Api api = new Api();
    private final Map<String, Voted> polls = new HashMap<>();
    private House second;

    /** One after the other, so that the second poll is open while the first one waits for its close. */
    @BeforeAll
    void voteAtTwoDoors() {
        second = SecondDoor.open();
        for (var revote : List.of("first", "last")) polls.put(revote, voted(revote));
    }

    @AfterAll
    void closeIt() {
        // In order, so that the first process need not wait until Kafka misses the second one.
        second.stop("voting");
        second.close();
        api.close();
    }

    @Test
    void ofManyBallotsAtOnceTheFirstIsTheOnlyOne() {
        var voted = Objects.requireNonNull(polls.get("first"));

        assertThat(voted.outcomes()).allSatisfy(outcome -> {
            assertThat(outcome.taken()).hasSize(1);
            assertThat(outcome.refused().keySet()).isSubsetOf("already-voted", "seq-replayed");
            assertThat(total(outcome.refused())).isEqualTo(AT_ONCE - 1);
        });
        assertCounted(voted);
    }

    @Test
    void ofManyBallotsAtOnceTheLastOneCounts() {
        var voted = Objects.requireNonNull(polls.get("last"));

        assertThat(voted.outcomes()).allSatisfy(outcome -> {
            assertThat(outcome.taken()).isNotEmpty();
            assertThat(outcome.refused().keySet()).isSubsetOf("seq-replayed");
            assertThat(outcome.taken().size() + total(outcome.refused())).isEqualTo(AT_ONCE);
        });
        assertCounted(voted);
    }

    private Voted voted(String revote) {
        var town = SecondDoor.town(CLERK, MEMBERS, revote, "PT30S");
        var poll = SecondDoor.poll(town, CLERK, "Seeds");
        return new Voted(town, poll, burst(town, poll));
    }

    private List<Outcome> burst(Town town, Submitted poll) {
        var doors = List.of(SharedHouse.suite().voting(), second.url("voting"));
        var burst = new Burst(api, town, poll, doors);
        return MEMBERS.stream().map(member -> burst.send(member, AT_ONCE)).toList();
    }

    /** Each member counts once, with the ballot that has the highest number of those that were taken. */
    private static void assertCounted(Voted voted) {
        var expected = voted.outcomes().stream()
                .map(outcome ->
                        outcome.taken().get(Collections.max(outcome.taken().keySet())))
                .collect(groupingBy(choice -> choice, counting()));
        voted.town().awaitDecision(voted.poll());

        var tally = voted.town().tally(voted.poll());

        assertThat(tally.path("ballots").asLong()).isEqualTo(MEMBERS.size());
        var counts = new HashMap<String, Long>();
        for (Map.Entry<String, JsonNode> count :
                new ArrayList<>(tally.path("counts").properties()))
            if (count.getValue().asLong() > 0)
                counts.put(count.getKey(), count.getValue().asLong());
        assertThat(counts).isEqualTo(expected);
    }

    private static int total(Map<String, Integer> refused) {
        return refused.values().stream().mapToInt(Integer::intValue).sum();
    }
}
