// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.folkmoot.voting.domain.Poll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members delegate around the close by clocks that differ, while it is counted: every count is the same when it is made again. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class DelegationRaceTest {
    private static final List<Person> MEMBERS = List.of(ANN, BEN, CAT);
    private static final int POLLS = 4;

    @Inject
    TestClock clock;

    @Inject
    DataSource database;

    @Inject
    PollStore polls;

    @Inject
    Rulebook rulebook;

    @Inject
    TallyStore tallies;

    @Inject
    AdvanceCarriers advanceCarriers;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noDelegationComesBeforeACountThatWasMadeWithoutIt(long seed) {
        var random = new Random(seed);
        var village = Village.found(clock).heard();
        var polling = new Polling(village);
        var counted = new LinkedHashMap<PollDefinition, Map<String, BigInteger>>();

        for (var round = 0; round < POLLS; round++) {
            var poll = polling.open("parks");
            village.cast(MEMBERS.get(random.nextInt(3)), poll.id(), "for").statusCode(201);
            var acts = new DelegationActs(village);
            clock.reach(poll.closesAt().minusMillis(30));
            acts.set(BEN, "commons", ANN).statusCode(201);
            var during = 1 + random.nextInt(3);
            whileCounted(poll, () -> {
                for (var step = 0; step < during; step++) delegate(random, acts, poll);
            });
            counted.put(poll, polling.close(poll).counts());
            for (var step = 0; step < 4; step++) delegate(random, acts, poll);
        }

        counted.forEach((poll, counts) -> assertThat(again(poll)).isEqualTo(counts));
    }

    /** The count has seen the delegation that was made before the close, and waits to know what it carries. */
    private void whileCounted(PollDefinition poll, Runnable what) {
        new Locks(database).whileWaiting("known_role", poll.id(), clock, poll.closesAt(), () -> {
            what.run();
            return poll;
        });
    }

    /** By a clock by which the poll is open still. */
    private void delegate(Random random, DelegationActs acts, PollDefinition poll) {
        var who = random.nextInt(3);
        var other = MEMBERS.get((who + 1 + random.nextInt(2)) % 3);
        var now = poll.closesAt().minusMillis(1 + random.nextInt(20));
        clock.behind(now, () -> acts.set(MEMBERS.get(who), "commons", other).statusCode(201));
    }

    private Map<String, BigInteger> again(PollDefinition definition) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var stored = polls.find(definition.id()).orElseThrow();
            var closed = (Poll.Closed) stored.poll();
            var rules = rulebook.of(definition);
            var groups = rules.groups();
            long accepted = tallies.accepted(stored.no());
            tallies.advance(groups, stored.no(), 0, accepted);
            advanceCarriers.close(
                    new AdvanceCarriers.Count(
                            stored.no(),
                            rules,
                            closed.roll(),
                            List.of(),
                            accepted,
                            closed.decided().at()),
                    closed.roll(),
                    groups);
            return rules.tally(groups.counted()).counts();
        });
    }
}
