// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.await;
import static org.folkmoot.voting.Village.awaitState;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.contracts.DecisionReachedV1.Outcome;
import org.folkmoot.contracts.PollRefusedV1;
import org.folkmoot.policy.Fraction;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Support that lasts passes what asks for a part of a fund, at the tick at which there is enough of it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class LastingSupportTest {
    private static final String COMMONS = """
            policies:
              - name: commons
                applies: "true"
                body: citizens
                ballot: { method: for-against-abstain, revote: last }
                rules:
                  - rule: growing-conviction
                    count: [for]
                    keeps: 1/2
                    weight: 1/50
                    most: 1/2
                    fund: { account: treasury, asset: SKR }
                early: [ { passes: reached } ]
                timing: { delay: PT0S, period: PT1H, tick: PT1M, timelock: PT0S, expires: P7D }
            """;

    @Inject
    TestClock clock;

    private Village village;

    /** There are 4.00 in the treasury as of place 2, and more as of the next. */
    @BeforeEach
    void found() {
        village = Village.found(clock, text -> text.replace("policies:\n", COMMONS));
        village.pay(1, "issuance/SKR", "treasury", 450);
        village.pay(2, "treasury", ANN, 50);
        village.pay(3, "issuance/SKR", "treasury", 100_000);
    }

    /** Two of three stand for it: 1 at the second tick, 3/2 at the third. Of 4.00, 1.02 ask for 3/50 over (1/2 − 51/200)². */
    @ParameterizedTest
    @CsvSource({"102, 2", "103, 3", "130, 7", "150, -1", "200, -1"})
    void takesTheLongerTheMoreIsAskedFor(long asked, long ticks) {
        var poll = open(asked);
        village.cast(ANN, poll.id(), "for").statusCode(201);
        village.cast(BEN, poll.id(), "for").statusCode(201);
        village.cast(CAT, poll.id(), "against").statusCode(201);

        clock.reach(poll.closesAt().plusMillis(1));

        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);
        assertThat(decision.outcome()).isEqualTo(ticks < 0 ? Outcome.REJECTED : Outcome.PASSED);
        assertThat(decision.decidedAt())
                .isEqualTo(ticks < 0 ? poll.closesAt() : poll.opensAt().plus(Duration.ofMinutes(ticks)));
    }

    @Test
    void theServiceFindsItByItself() {
        var poll = open(100);
        village.cast(ANN, poll.id(), "for").statusCode(201);
        village.cast(BEN, poll.id(), "for").statusCode(201);

        clock.reach(poll.opensAt().plus(Duration.ofMinutes(2)));

        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);
        assertThat(decision.decidedAt()).isEqualTo(poll.opensAt().plus(Duration.ofMinutes(2)));
        assertThat(decision.trace().getFirst().words()).isEqualTo("conviction is 1.000, more than 0.960: passes.");
    }

    @Test
    void howFarItHasComeIsShown() {
        var poll = open(130);
        village.cast(ANN, poll.id(), "for").statusCode(201);
        village.cast(BEN, poll.id(), "for").statusCode(201);

        clock.reach(poll.opensAt().plus(Duration.ofMinutes(3)));

        await(() -> Village.read(poll.id())
                .body("conviction", equalTo("conviction is 1.500, not more than 1.959: fails.")));
        clock.reach(poll.opensAt().plus(Duration.ofMinutes(4)));
        await(() -> Village.read(poll.id())
                .body("conviction", equalTo("conviction is 1.750, not more than 1.959: fails.")));
    }

    @Test
    void whoTakesSupportBackLetsItFade() {
        var poll = open(103);
        village.cast(ANN, poll.id(), "for").statusCode(201);
        village.cast(BEN, poll.id(), "for").statusCode(201);
        clock.reach(poll.opensAt().plus(Duration.ofSeconds(119)));
        village.cast(BEN, poll.id(), "abstain").statusCode(201);

        // 1 at the second tick; then one stands for it, and it stays 1, of which more is asked for.
        clock.reach(poll.closesAt());

        assertThat(News.await(poll.id().hex(), DecisionReachedV1.class).outcome())
                .isEqualTo(Outcome.REJECTED);
    }

    @Test
    void aPollSaysHowMuchIsAskedForWhereItsPolicyAsks() {
        var silent = village.definition("commons", Duration.ZERO).withBalancesAt(2);
        var talking = asking(village.definition("holders", Duration.ZERO).withBalancesAt(2), 1);

        village.ask(silent);
        village.ask(talking);

        assertThat(News.await(silent.id().hex(), PollRefusedV1.class).reason())
                .isEqualTo("The policy asks how much of its fund is asked for, and the poll does not say.");
        assertThat(News.await(talking.id().hex(), PollRefusedV1.class).reason())
                .isEqualTo("The policy does not ask how much is asked for, and the poll says it.");
    }

    /** Ballots at random instants, of which some fall on ticks, and the sum done again by hand from what was accepted when. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void passesAtTheTickThatComesOutByHand(long seed) {
        var random = new Random(seed);
        var poll = open(100);
        var casts = new ArrayList<Cast>();
        for (var at = poll.opensAt(); at.isBefore(poll.closesAt()); at = at.plusSeconds(1 + random.nextInt(200))) {
            clock.reach(at);
            var voter = List.of(ANN, BEN, CAT).get(random.nextInt(3));
            var choice = random.nextInt(5) < 2 ? "for" : "against";
            var answer = village.cast(voter, poll.id(), choice).extract();
            if (answer.statusCode() != 201) break;
            casts.add(new Cast(Instant.parse(answer.path("acceptedAt")), voter, choice.equals("for")));
        }
        clock.reach(poll.closesAt().plusSeconds(1));

        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);

        var passed = passed(poll, casts);
        assertThat(decision.decidedAt()).isEqualTo(passed.orElse(poll.closesAt()));
        assertThat(decision.outcome()).isEqualTo(passed.isPresent() ? Outcome.PASSED : Outcome.REJECTED);
    }

    private record Cast(Instant at, Person voter, boolean supports) {}

    /** The first tick at which there is more conviction than 3/50 over (1/2 − 1/4)². */
    private static Optional<Instant> passed(PollDefinition poll, List<Cast> casts) {
        var conviction = Fraction.of(0, 1);
        for (var tick = 1; tick <= 60; tick++) {
            var before = poll.opensAt().plus(Duration.ofMinutes(tick - 1));
            var last = new HashMap<Person, Boolean>();
            casts.stream()
                    .filter(cast -> cast.at().isBefore(before))
                    .forEach(cast -> last.put(cast.voter(), cast.supports()));
            var support = last.values().stream().filter(supports -> supports).count();
            conviction = conviction.plus(Fraction.of(support, 1)).times(Fraction.of(1, 2));
            if (conviction.compareTo(Fraction.of(24, 25)) > 0)
                return Optional.of(poll.opensAt().plus(Duration.ofMinutes(tick)));
        }
        return Optional.empty();
    }

    private PollDefinition open(long asked) {
        var definition = asking(village.definition("commons", Duration.ZERO).withBalancesAt(2), asked);
        village.ask(definition);
        awaitState(definition.id(), "open");
        return definition;
    }

    private static PollDefinition asking(PollDefinition definition, long amount) {
        var text = new String(definition.canonical(), UTF_8);
        return PollDefinition.read(("{\"asked\":\"" + amount + "\"," + text.substring(1)).getBytes(UTF_8));
    }
}
