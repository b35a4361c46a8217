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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.constitution.course.Judge;
import org.folkmoot.testkit.Backends;
import org.folkmoot.voting.domain.Poll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All chambers of a stage hear of delegations up to the same one, also of what comes while they are read one by one. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ChambersHearTest {
    @Inject
    TestClock clock;

    @Inject
    PollStore polls;

    @Inject
    Rulebook rulebook;

    @Inject
    Electorates electorates;

    @Inject
    HearDelegations hear;

    private DelegationActs acts;
    private Village village;
    private PollDefinition poll;

    @BeforeEach
    void open() {
        village = Village.found(clock).heard();
        acts = new DelegationActs(village);
        poll = new Polling(village).open("vetoed-commons");
    }

    @Test
    void noChamberBeginsWithMoreThanTheOthers() {
        var commons = acts.since(ANN, "commons", CAT);
        long to = known();
        acts.set(BEN, "secretive", CAT).statusCode(201);

        var boxes = QuarkusTransaction.requiringNew().call(() -> {
            var begun = boxes(to);
            hear.handle(followed(begun), to);
            return begun;
        });

        assertThat(next(boxes, "commons")).contains(commons);
        assertThat(next(boxes, "secretive")).isEmpty();
    }

    @Test
    void whatCameMeanwhileIsHeardOfWithTheNextOnes() {
        long to = known();
        var secretive = acts.since(BEN, "secretive", CAT);
        var commons = acts.since(ANN, "commons", CAT);

        var boxes = QuarkusTransaction.requiringNew().call(() -> {
            var begun = boxes(to);
            hear.handle(followed(begun), known());
            return begun;
        });

        assertThat(next(boxes, "commons")).contains(commons);
        assertThat(next(boxes, "secretive")).contains(secretive);
    }

    /** What held when the polls opened is nothing that is heard of; nobody has delegated since. */
    @Test
    void whatHeldAtTheOpeningIsNoNews() {
        acts.set(ANN, "commons", CAT).statusCode(201);
        acts.set(BEN, "secretive", CAT).statusCode(201);
        clock.pass(Duration.ofMillis(5));
        poll = new Polling(village).open("vetoed-commons");

        var boxes = QuarkusTransaction.requiringNew().call(() -> {
            var begun = boxes(known());
            hear.handle(followed(begun), known());
            return begun;
        });

        assertThat(next(boxes, "commons")).isEmpty();
        assertThat(next(boxes, "secretive")).isEmpty();
    }

    private long known() {
        return QuarkusTransaction.requiringNew().call(() -> hear.known(village.community()));
    }

    private List<Box> boxes(long to) {
        var lead = polls.find(poll.id()).orElseThrow().no();
        return polls.led(lead).stream().map(stored -> box(stored, to)).toList();
    }

    private Box box(Stored stored, long to) {
        var running = (Poll.Running) stored.poll();
        var rules = rulebook.of(running.definition());
        var roll = running.roll();
        return new Box(stored.no(), rules, roll, electorates.of(rules, roll), hear.begin(rules, roll, to));
    }

    private Followed followed(List<Box> boxes) {
        var policy = boxes.getFirst().rules().policy();
        return Followed.from(boxes, Judge.of(policy, rulebook.plugins()), Map.of());
    }

    /** The next delegation of a body that was heard of and is not counted yet. */
    private static Optional<Instant> next(List<Box> boxes, String body) {
        return boxes.stream()
                .filter(box -> box.rules().electorate().body().name().equals(body))
                .flatMap(box -> box.carrying().stream())
                .flatMap(carrying -> carrying.next().stream())
                .findFirst();
    }
}
