// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.folkmoot.proposals.domain.Samples.ETA;
import static org.folkmoot.proposals.domain.Samples.EXPIRY;
import static org.folkmoot.proposals.domain.Samples.MANDATE;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Actions in order, answers matched, retries counted. */
class EnactmentTest {
    private static final State FIRST = new Enacting(MANDATE, 0, 1, ETA);

    @Test
    void theNextActionFollowsTheAnswerAndSkipsWhatIsNotInTheMandate() {
        var second = Moves.actionEnacted(FIRST, 0, 1, ETA.plusSeconds(1)).orElseThrow();

        assertThat(second).isEqualTo(new Enacting(MANDATE, 1, 1, ETA.plusSeconds(1)));
        assertThat(((Enacting) second).action()).isEqualTo(2);
    }

    @Test
    void theLastAnswerEndsIt() {
        var last = new Enacting(MANDATE, 1, 1, ETA);

        assertThat(Moves.actionEnacted(last, 2, 1, ETA.plusSeconds(1))).contains(new Enacted(ETA.plusSeconds(1)));
    }

    @Test
    void oneAnswerToAllThatWasOrderedTogetherEndsIt() {
        assertThat(Moves.allEnacted(FIRST, 0, 1, ETA.plusSeconds(1))).contains(new Enacted(ETA.plusSeconds(1)));
        assertThat(Moves.allEnacted(FIRST, 0, 2, ETA)).isEmpty();
        assertThat(Moves.allEnacted(FIRST, 2, 1, ETA)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "0, 2", "0, 0", "-1, 1"})
    void anAnswerToAnotherOrderIsPassedOver(int action, int attempt) {
        assertThat(Moves.actionEnacted(FIRST, action, attempt, ETA)).isEmpty();
        assertThat(Moves.actionFailed(FIRST, action, attempt, "no-funds", "", ETA))
                .isEmpty();
    }

    @Test
    void aRetryResumesAtTheFailedActionWithTheNextAttempt() {
        var failed = new Failed(MANDATE, 1, 1, "no-funds", "", ETA);

        assertThat(Moves.retry(failed, ETA.plusSeconds(5))).isEqualTo(new Enacting(MANDATE, 1, 2, ETA.plusSeconds(5)));
    }

    @Test
    void theAnswerToTheFirstAttemptDoesNotAnswerTheSecond() {
        var second = Moves.retry(new Failed(MANDATE, 0, 1, "no-funds", "", ETA), ETA.plusSeconds(5));

        assertThat(Moves.actionFailed(second, 0, 1, "no-funds", "", ETA.plusSeconds(6)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void thereAreAsManyRetriesAsThePolicySays(int retries) {
        var mandate = new Mandate(ETA, EXPIRY, List.of(0), retries);
        var state = new Failed(mandate, 0, 1, "no-funds", "", ETA);
        for (var made = 0; made < retries; made++)
            state = Moves.retry(state, ETA).failed("no-funds", "", ETA);
        var exhausted = state;

        assertThatThrownBy(() -> Moves.retry(exhausted, ETA))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal())
                                .isEqualTo(new Refusal.RetriesExhausted(retries + 1, retries)));
    }

    @Test
    void whatExpiresSaysHowFarItCame() {
        var failed = new Failed(MANDATE, 1, 1, "no-funds", "", ETA);

        assertThat(failed.asOf(EXPIRY)).isEqualTo(new Expired(EXPIRY, 1, 2, Optional.of(failed)));
        assertThat(new Expired(EXPIRY, 1, 2).reason()).isEqualTo("1 of 2 actions were enacted before the expiry");
    }

    /** Random answers at random instants: no order is given outside the mandate, and no outstanding answer is lost to the clock. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void noActionIsBothEnactedAndExpired(long seed) {
        var random = new SplittableRandom(seed);
        for (var life = 0; life < 200; life++) live(random);
    }

    private static void live(SplittableRandom random) {
        var now = ETA.plusSeconds(random.nextLong(20 * 86_400));
        State state = new Timelocked(MANDATE);
        for (var tick = 0; tick < 30; tick++) {
            var before = state;
            var at = now;
            state = state.asOf(now);
            if (before instanceof Enacting) assertThat(state).isEqualTo(before);
            state = random.nextBoolean()
                    ? Moves.start(state, at, Optional::empty).orElse(state)
                    : answer(state, random.nextInt(3), at).orElse(state);
            if (state instanceof Enacting order)
                assertThat(MANDATE.runsAt(order.orderedAt())).isTrue();
            if (before instanceof Ended) assertThat(state).isEqualTo(before);
            now = now.plusSeconds(random.nextLong(2 * 86_400));
        }
    }

    private static Optional<State> answer(State state, int kind, java.time.Instant now) {
        return switch (state) {
            case Enacting order when kind == 0 -> Moves.actionEnacted(order, order.action(), order.attempt(), now);
            case Enacting order -> Moves.actionFailed(order, order.action(), order.attempt(), "no-funds", "", now);
            case Failed failed
            when failed.attempt() <= failed.mandate().retries() -> Optional.of(Moves.retry(failed, now));
            case Draft _, Entering _, Polled _, Timelocked _, Failed _, Ended _ -> Optional.empty();
        };
    }
}
