// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.forecasting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.Periods;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.escrow.Escrow;
import org.folkmoot.treasury.domain.escrow.Streaming;
import org.folkmoot.treasury.domain.escrow.Terms;
import org.junit.jupiter.api.Test;

/** What is promised is told apart by when it may leave, exactly at each boundary, and none of it twice. */
class ForecastTest {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant DECEMBER = Instant.parse("2026-11-30T23:00:00Z");
    private static final Instant JANUARY = Instant.parse("2026-12-31T23:00:00Z");
    private static final Instant UNTIL = Instant.parse("2027-01-31T23:00:00Z");

    @Test
    void monthsAreThoseOfThePlaceAndTheLastOneEndsWhereAsked() {
        assertThat(months(UNTIL).ends()).containsExactly(DECEMBER, JANUARY, UNTIL);
        assertThat(months(UNTIL.minusMillis(1)).ends()).containsExactly(DECEMBER, JANUARY, UNTIL.minusMillis(1));
        assertThat(months(UNTIL.plusMillis(1)).ends()).containsExactly(DECEMBER, JANUARY, UNTIL, UNTIL.plusMillis(1));
    }

    @Test
    void weeksBeginOnMonday() {
        var weeks = Horizon.of(NOW, NOW.plus(Duration.ofDays(7)), Horizon.Every.WEEK, OSLO)
                .orElseThrow();

        assertThat(weeks.ends())
                .containsExactly(Instant.parse("2026-11-22T23:00:00Z"), Instant.parse("2026-11-27T12:00:00Z"));
    }

    @Test
    void thereAreOneHundredAndTwentyPartsAtMost() {
        var last = LocalDate.of(2026, 11, 20).plusDays(120).atStartOfDay(OSLO).toInstant();

        assertThat(days(last.minusMillis(1)))
                .hasValueSatisfying(days -> assertThat(days.ends()).hasSize(120));
        assertThat(days(last))
                .hasValueSatisfying(days -> assertThat(days.ends()).hasSize(120));
        assertThat(days(last.plusMillis(1))).isEmpty();
        assertThat(days(Instant.MAX)).isEmpty();
    }

    @Test
    void whatIsNotAheadIsNoHorizon() {
        assertThat(days(NOW.minusMillis(1))).isEmpty();
        assertThat(days(NOW)).isEmpty();
        assertThat(days(NOW.plusMillis(1))).isPresent();
    }

    @Test
    void whatLeavesAtABoundaryLeavesAfterIt() {
        assertThat(outOf(new Promise.Whole(BigInteger.TEN, DECEMBER.minusMillis(1))))
                .containsExactly(10L, 0L, 0L);
        assertThat(outOf(new Promise.Whole(BigInteger.TEN, DECEMBER))).containsExactly(0L, 10L, 0L);
        assertThat(outOf(new Promise.Whole(BigInteger.TEN, UNTIL.minusMillis(1))))
                .containsExactly(0L, 0L, 10L);
        assertThat(outOf(new Promise.Whole(BigInteger.TEN, UNTIL))).containsExactly(0L, 0L, 0L);
    }

    @Test
    void whatLeavesLaterIsSaidToLeaveLater() {
        var forecast = new Forecast(months(UNTIL));
        forecast.out("grant", new Promise.Whole(BigInteger.TEN, UNTIL));
        forecast.out("grant", new Promise.Whole(BigInteger.ONE, UNTIL.minusNanos(1)));

        assertThat(forecast.later()).isEqualTo(10);
    }

    @Test
    void aStreamLeavesAsItIsDue() {
        // A unit for every second of the thirty days after noon.
        var stream = stream(2_592_000, Duration.ZERO, Duration.ofDays(30));
        long untilDecember = Duration.between(NOW, DECEMBER).toSeconds();

        assertThat(outOf(stream)).containsExactly(untilDecember - 1, 2_592_000 - untilDecember + 1, 0L);
    }

    @Test
    void aCliffAtABoundaryIsAfterIt() {
        var cliff = Duration.between(NOW, DECEMBER);
        var lasts = cliff.multipliedBy(10);

        assertThat(outOf(stream(1_000, cliff, lasts)).getFirst()).isZero();
        assertThat(outOf(stream(1_000, cliff.minusNanos(1), lasts)).getFirst()).isEqualTo(99);
    }

    @Test
    void whatWasTakenOfAStreamDoesNotLeaveAgain() {
        var stream = stream(1_000, Duration.ZERO, Duration.ofDays(1));
        var taken = new Promise.Streamed(
                with(stream.escrow(), BigInteger.valueOf(400), Escrow.State.OPEN, Optional.empty()), stream.terms());

        assertThat(outOf(taken)).containsExactly(600L, 0L, 0L);
    }

    @Test
    void whileItIsPausedNoMoreOfAStreamIsDue() {
        var stream = stream(1_000, Duration.ZERO, Duration.ofDays(100));
        var paused = new Promise.Streamed(
                with(stream.escrow(), BigInteger.ZERO, Escrow.State.PAUSED, Optional.of(NOW.plus(Duration.ofDays(3)))),
                stream.terms());
        var forecast = new Forecast(months(UNTIL));
        forecast.out("stream", paused);

        assertThat(forecast.parts().getLast().leaving()).isEqualTo(30);
        assertThat(forecast.later()).isEqualTo(970);
    }

    @Test
    void budgetsLeaveAtEveryStartThatIsAhead() {
        var every = new Periods(Periods.FIRST, Period.ofMonths(1), OSLO);

        assertThat(outOf(new Promise.Repeated(BigInteger.TEN, DECEMBER, every))).containsExactly(0L, 10L, 10L);
        assertThat(outOf(new Promise.Repeated(BigInteger.TEN, JANUARY, every))).containsExactly(0L, 0L, 10L);
        // One that should have been paid already.
        var november = every.start(every.of(NOW));
        assertThat(outOf(new Promise.Repeated(BigInteger.TEN, november, every))).containsExactly(10L, 10L, 10L);
    }

    @Test
    void aStartAtTheEndIsNotBeforeIt() {
        var every = new Periods(Periods.FIRST, Period.ofMonths(1), OSLO);
        var budget = new Promise.Repeated(BigInteger.TEN, DECEMBER, every);

        assertThat(budget.before(JANUARY.minusMillis(1))).isEqualTo(10);
        assertThat(budget.before(JANUARY)).isEqualTo(10);
        assertThat(budget.before(JANUARY.plusMillis(1))).isEqualTo(20);
        assertThat(budget.before(DECEMBER)).isZero();
    }

    @Test
    void whatRemainsIsWhatIsThereLessWhatLeftAndWhatCameIn() {
        var forecast = new Forecast(months(UNTIL));
        forecast.own(BigInteger.valueOf(100));
        forecast.kept(BigInteger.valueOf(20));
        forecast.out("hold", new Promise.Whole(BigInteger.valueOf(30), NOW));
        forecast.out("bounty", new Promise.Whole(BigInteger.valueOf(20), JANUARY));
        forecast.in("budget", new Promise.Whole(BigInteger.valueOf(5), DECEMBER));

        assertThat(forecast.parts())
                .containsExactly(
                        part(NOW, DECEMBER, Map.of("hold", 30), Map.of(), 30, 90),
                        part(DECEMBER, JANUARY, Map.of(), Map.of("budget", 5), 30, 95),
                        part(JANUARY, UNTIL, Map.of("bounty", 20), Map.of(), 50, 75));
    }

    @Test
    void partsAddUpToThePromiseWithSeed20261126() {
        var random = new Random(20_261_126);
        for (int course = 0; course < 500; course++) {
            long amount = 1 + random.nextInt(1_000_000);
            var lasts = Duration.ofSeconds(1 + random.nextInt(20_000_000));
            var stream = stream(amount, Duration.ofSeconds(random.nextLong(lasts.toSeconds() + 1)), lasts);
            var forecast = new Forecast(months(UNTIL));
            forecast.kept(BigInteger.valueOf(amount));
            forecast.out("stream", stream);

            var last = forecast.parts().getLast();
            assertThat(last.leaving().add(forecast.later()))
                    .as("course %s", course)
                    .isEqualTo(amount);
            assertThat(last.remains()).isEqualTo(forecast.later());
            assertThat(last.leaving())
                    .isEqualTo(new Streaming(stream.escrow(), stream.terms()).streamed(UNTIL.minusNanos(1)));
        }
    }

    private static Forecast.Part part(
            Instant from, Instant to, Map<String, Integer> out, Map<String, Integer> in, long leaving, long remains) {
        return new Forecast.Part(
                from, to, whole(out), whole(in), BigInteger.valueOf(leaving), BigInteger.valueOf(remains));
    }

    private static Map<String, BigInteger> whole(Map<String, Integer> amounts) {
        return amounts.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey, entry -> BigInteger.valueOf(entry.getValue())));
    }

    private static Horizon months(Instant until) {
        return Horizon.of(NOW, until, Horizon.Every.MONTH, OSLO).orElseThrow();
    }

    private static Optional<Horizon> days(Instant until) {
        return Horizon.of(NOW, until, Horizon.Every.DAY, OSLO);
    }

    private static List<Long> outOf(Promise promise) {
        var forecast = new Forecast(months(UNTIL));
        forecast.out("it", promise);
        return forecast.parts().stream()
                .map(part -> part.out().getOrDefault("it", BigInteger.ZERO).longValueExact())
                .toList();
    }

    private static Promise.Streamed stream(long amount, Duration cliff, Duration lasts) {
        var asset = new Asset("SKR", 2, Optional.empty());
        var terms =
                new Terms.Stream("treasury", "school", asset, BigInteger.valueOf(amount), NOW, cliff, lasts, "Light");
        return new Promise.Streamed(Escrow.made(Hash.of("a stream".getBytes(UTF_8)), terms, NOW), terms);
    }

    private static Escrow with(Escrow made, BigInteger released, Escrow.State state, Optional<Instant> pausedAt) {
        return new Escrow(
                made.id(),
                made.terms(),
                made.made(),
                state,
                released,
                made.returned(),
                pausedAt,
                made.paused(),
                made.deadline(),
                made.tranches(),
                made.latest());
    }
}
