// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.awaitState;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.contracts.PollExtendedV1;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said for one poll is taken as long as it can count in it: by the moment from which on it holds. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class DelegationForOnePollTest {
    @Inject
    TestClock clock;

    private Village village;
    private DelegationActs acts;

    @BeforeEach
    void found() {
        village = Village.found(clock).heard();
        acts = new DelegationActs(village);
    }

    /** Ben's is of the moment itself, so that Ann's is of the next one. */
    @ParameterizedTest
    @CsvSource({"-2, true", "-1, false", "0, false"})
    void whatWouldHoldFromTheCloseOnIsRefused(long millis, boolean counts) {
        var poll = open("parks");
        village.cast(CAT, poll.id(), "for").statusCode(201);
        clock.reach(poll.closesAt().plusMillis(millis));
        acts.set(BEN, "commons", CAT).statusCode(201);

        var said = say(poll);

        expect(said, counts, "The poll is over.");
        clock.reach(poll.closesAt());
        assertThat(inFavor(poll)).isEqualTo(1 + (counts ? 1 : 0) + (millis < 0 ? 1 : 0));
    }

    /** Two of three are a quorum in time, so the close moves: what holds from the moved one on is too late. */
    @ParameterizedTest
    @CsvSource({"-2, true", "-1, false", "0, false"})
    void whatWouldHoldFromAMovedCloseOnIsRefused(long millis, boolean counts) {
        var poll = open("late-commons");
        village.cast(CAT, poll.id(), "for").statusCode(201);
        clock.reach(poll.closesAt().minus(Duration.ofMinutes(5)));
        acts.set(BEN, "commons", CAT).statusCode(201);
        var closesAt = News.await(poll.id().hex(), PollExtendedV1.class).closesAt();
        clock.reach(closesAt.plusMillis(millis));
        acts.set(BEN, "commons", CAT).statusCode(201);

        var said = say(poll);

        expect(said, counts, "The poll is over.");
        clock.reach(closesAt);
        assertThat(inFavor(poll)).isEqualTo(counts ? 3 : 2);
    }

    /** At the close it begins to cool off, and the clock comes first. */
    @ParameterizedTest
    @CsvSource({"-2, true", "-1, false", "0, false"})
    void whatWouldHoldFromTheCoolOffOnIsRefused(long millis, boolean counts) {
        var poll = open("cool-commons");
        village.cast(CAT, poll.id(), "for").statusCode(201);
        clock.reach(poll.closesAt().plusMillis(millis));
        acts.set(BEN, "commons", CAT).statusCode(201);

        var said = say(poll);

        expect(said, counts, "The poll cools off.");
    }

    /** A ballot that was taken a moment ago comes before it, so what comes behind it may be too late. */
    @ParameterizedTest
    @CsvSource({"-2, true", "-1, false"})
    void whatComesBehindTheLastBallotMayBeTooLate(long millis, boolean counts) {
        var poll = open("late-commons");
        clock.reach(poll.closesAt().plusMillis(millis));
        village.cast(CAT, poll.id(), "for").statusCode(201);

        var said = say(poll);

        expect(said, counts, "The poll is over.");
    }

    @Test
    void aPollThatIsNotOpenYetIsNotOver() {
        var poll = village.definition("parks", Duration.ofHours(1));
        village.ask(poll);
        awaitState(poll.id(), "delayed");

        say(poll).statusCode(201);
    }

    /** Nobody may vote yet, because members are missing of whom the roll is made; when it was to close, it is over. */
    @ParameterizedTest
    @CsvSource({"-1, true", "0, false", "1, false"})
    void aPollThatWaitsIsOverAtItsClose(long millis, boolean taken) {
        var poll = OpeningTest.at(village.definition("parks", Duration.ZERO), 3);
        village.ask(poll);
        awaitState(poll.id(), "waiting");

        clock.reach(poll.closesAt().plusMillis(millis));

        expect(say(poll), taken, "The poll is over.");
    }

    private ValidatableResponse say(PollDefinition poll) {
        return acts.set(ANN, "commons", Map.of("poll", poll.id().hex()), CAT);
    }

    private static void expect(ValidatableResponse said, boolean taken, String reason) {
        if (taken) said.statusCode(201);
        else
            said.statusCode(409)
                    .body("type", equalTo("urn:folkmoot:problem:delegation-idle"))
                    .body("reason", equalTo(reason));
    }

    private PollDefinition open(String policy) {
        return new Polling(village).open(policy);
    }

    private static long inFavor(PollDefinition poll) {
        return News.await(poll.id().hex(), DecisionReachedV1.class)
                .counts()
                .getOrDefault("for", BigInteger.ZERO)
                .longValueExact();
    }
}
