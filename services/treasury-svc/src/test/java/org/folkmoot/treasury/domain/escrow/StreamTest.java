// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.folkmoot.treasury.domain.escrow.Escrows.NOON;
import static org.folkmoot.treasury.domain.escrow.Escrows.after;
import static org.folkmoot.treasury.domain.escrow.Escrows.rate;
import static org.folkmoot.treasury.domain.escrow.Escrows.said;
import static org.folkmoot.treasury.domain.escrow.Escrows.stream;
import static org.folkmoot.treasury.domain.escrow.Escrows.streaming;
import static org.folkmoot.treasury.domain.escrow.Escrows.taken;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is due of a stream follows from the time alone, to the unit and to the millisecond. */
class StreamTest {
    private static final Duration TEN = Duration.ofSeconds(10);
    private static final Request ALL = new Request.Withdraw(Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "-1, 0",
        "0, 0",
        "1, 0",
        "2999, 0",
        "3000, 300",
        "3001, 300",
        "3009, 300",
        "3010, 301",
        "5000, 500",
        "9999, 999",
        "10000, 1000",
        "10001, 1000",
        "99999999, 1000"
    })
    void isDueFromTheCliffToTheEnd(long millis, long due) {
        var stream = stream(1_000, Duration.ofSeconds(3), TEN);

        assertThat(streaming(stream).streamed(NOON.plusMillis(millis))).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"9999, 0", "10000, 1000", "10001, 1000"})
    void aCliffAtTheEndMakesAllOfItDueAtOnce(long millis, long due) {
        assertThat(streaming(stream(1_000, TEN, TEN)).streamed(NOON.plusMillis(millis)))
                .isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"P1D, 0", "P3652DT23H59M59.999S, 0", "P3653D, 1", "P3653DT0.001S, 1"})
    void oneUnitInTenYearsIsDueAtTheirEnd(String later, long due) {
        var stream = stream(1, Duration.ZERO, Duration.ofDays(3_653));

        assertThat(streaming(stream).streamed(NOON.plus(Duration.parse(later)))).isEqualTo(due);
    }

    @Test
    void theLargestAmountOverTheLongestTimeIsExact() {
        var largest = BigInteger.TEN.pow(38).subtract(BigInteger.ONE);
        var lasts = Duration.ofDays(36_525);
        var terms = new Terms.Stream("treasury", Escrows.BEA, Escrows.SKR, largest, NOON, Duration.ZERO, lasts, "");
        var stream = new Streaming(Escrow.made(Escrows.ID, terms, NOON), terms);

        assertThat(stream.streamed(NOON.plus(lasts).minusMillis(1)))
                .isEqualTo(largest.multiply(BigInteger.valueOf(lasts.toMillis() - 1))
                        .divide(BigInteger.valueOf(lasts.toMillis())));
        assertThat(stream.streamed(NOON.plus(lasts))).isEqualTo(largest);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0",
        "0, 0",
        "333, 0",
        "334, 1",
        "999, 2",
        "1000, 3",
        "1001, 3",
        "33333, 99",
        "33334, 100",
        "99999999, 100"
    })
    void aRateIsDueUntilAllOfItIs(long millis, long due) {
        assertThat(streaming(rate(100, 3, Duration.ofSeconds(1))).streamed(NOON.plusMillis(millis)))
                .isEqualTo(due);
    }

    @Test
    void aRateDoesNotDrift() {
        // A unit in three seconds, asked for every second, is what it is at once.
        var rate = rate(1_000_000, 1, Duration.ofSeconds(3));
        var parts = rate;
        for (int second = 0; second <= 3_000; second++) {
            var step = ALL.of(parts, after(second));
            parts = step.after().orElse(parts);
        }

        assertThat(parts.released()).isEqualTo(1_000);
        assertThat(streaming(rate).streamed(after(3_000))).isEqualTo(1_000);
    }

    @ParameterizedTest
    @CsvSource({"32, returned 4", "33, returned 1", "34, stream-complete"})
    void whatIsNotDueOfARateGoesBackWhenItIsStopped(long second, String answer) {
        var taken = taken(withdraw(90).of(rate(100, 3, Duration.ofSeconds(1)), after(second)));

        assertThat(said(new Request.Cancel().of(taken, after(second)))).isEqualTo(answer);
    }

    @Test
    void whatIsDueOfARateIsTakenAfterItWasStopped() {
        var taken = taken(withdraw(90).of(rate(100, 3, Duration.ofSeconds(1)), after(32)));
        var stopped = taken(new Request.Cancel().of(taken, after(32)));

        assertThat(said(ALL.of(stopped, after(99)))).isEqualTo("released 6");
    }

    @Test
    void aRateIsWrittenAndReadAgain() {
        var terms = rate(100, 3, Duration.ofDays(1)).terms();

        assertThat(TermsJson.write(terms).canonicalText()).contains("\"rate\":{\"amount\":\"0.03\",\"per\":\"PT24H\"}");
        assertThat(TermsJson.read(TermsJson.write(terms), Escrows.SKR)).isEqualTo(terms);
    }

    @Test
    void onlyWhatIsDueIsTaken() {
        var stream = stream(1_000, Duration.ZERO, TEN);

        assertThat(said(ALL.of(stream, NOON))).isEqualTo("nothing-accrued");
        assertThat(said(withdraw(501).of(stream, after(5)))).isEqualTo("exceeds-accrued");
        assertThat(said(withdraw(500).of(stream, after(5)))).isEqualTo("released 500");
        var half = taken(withdraw(499).of(stream, after(5)));
        assertThat(said(ALL.of(half, after(5)))).isEqualTo("released 1");
        var all = taken(ALL.of(half, after(10)));
        assertThat(all.state()).isEqualTo(Escrow.State.ENDED);
        assertThat(said(ALL.of(all, after(11)))).isEqualTo("escrow-ended");
    }

    @Test
    void timeStandsStillWhileItIsPaused() {
        var paused = taken(new Request.Pause().of(stream(1_000, Duration.ZERO, TEN), after(4)));
        var resumed = taken(new Request.Resume().of(paused, after(100)));

        assertThat(streaming(paused).streamed(after(50))).isEqualTo(400);
        assertThat(streaming(resumed).streamed(after(100))).isEqualTo(400);
        assertThat(streaming(resumed).streamed(after(103))).isEqualTo(700);
        assertThat(streaming(resumed).streamed(NOON.plusMillis(105_999))).isEqualTo(999);
        assertThat(streaming(resumed).streamed(after(106))).isEqualTo(1_000);
        assertThat(said(new Request.Pause().of(paused, after(5)))).isEqualTo("state-unchanged");
        assertThat(said(new Request.Resume().of(resumed, after(101)))).isEqualTo("state-unchanged");
    }

    @ParameterizedTest
    @CsvSource({"-20, -10, 500", "-20, 0, 500", "-20, 2, 300", "1, 2, 400", "7, 9, 500"})
    void onlyAPauseAfterTheStartPutsOffTheEnd(long from, long to, long dueAtFive) {
        var later = stream(1_000, NOON, Duration.ZERO, TEN);
        var before = new Escrow(
                later.id(),
                later.terms(),
                after(-30),
                Escrow.State.OPEN,
                later.released(),
                later.returned(),
                Optional.empty(),
                Duration.ZERO,
                Optional.empty(),
                later.tranches(),
                after(-30));
        var paused = taken(new Request.Pause().of(before, after(from)));
        var stream = from > 5 ? before : taken(new Request.Resume().of(paused, after(to)));

        assertThat(streaming(stream).streamed(after(5))).isEqualTo(dueAtFive);
    }

    @Test
    void whatIsDueStaysTheRecipientsWhenItIsCancelled() {
        var stream = taken(withdraw(100).of(stream(1_000, Duration.ZERO, TEN), after(4)));

        var step = new Request.Cancel().of(stream, after(4));

        assertThat(said(step)).isEqualTo("returned 600");
        var cancelled = taken(step);
        assertThat(streaming(cancelled).accrued(after(99))).isEqualTo(300);
        assertThat(said(new Request.Resume().of(cancelled, after(5)))).isEqualTo("escrow-ended");
        assertThat(said(new Request.Cancel().of(cancelled, after(5)))).isEqualTo("escrow-ended");
        var all = taken(ALL.of(cancelled, after(99)));
        assertThat(all.left()).isZero();
        assertThat(all.state()).isEqualTo(Escrow.State.CANCELLED);
    }

    @Test
    void whoeverComesFirstInOneMillisecondTheSumIsTheDeposit() {
        var stream = stream(1_000, Duration.ZERO, Duration.ofSeconds(7));
        var at = after(3);

        var cancelledFirst = taken(ALL.of(taken(new Request.Cancel().of(stream, at)), at));
        var takenFirst = taken(new Request.Cancel().of(taken(ALL.of(stream, at)), at));

        assertThat(cancelledFirst).isEqualTo(takenFirst);
        assertThat(cancelledFirst.released()).isEqualTo(428);
        assertThat(cancelledFirst.returned()).isEqualTo(572);
    }

    @ParameterizedTest
    @CsvSource({"9999, returned 1", "10000, stream-complete", "10001, stream-complete"})
    void whatIsAllDueIsNotCancelled(long millis, String said) {
        assertThat(said(new Request.Cancel().of(stream(1_000, Duration.ZERO, TEN), NOON.plusMillis(millis))))
                .isEqualTo(said);
    }

    @Test
    void aClockThatWasSetBackTakesNothingBack() {
        var stream = taken(withdraw(1).of(stream(1_000, Duration.ZERO, TEN), after(5)));
        var early = after(1);

        assertThat(streaming(stream).accrued(early)).isEqualTo(499);
        assertThat(taken(new Request.Cancel().of(stream, early)).returned()).isEqualTo(500);
        var paused = taken(new Request.Pause().of(stream, early));
        assertThat(streaming(taken(new Request.Resume().of(paused, early))).streamed(after(6)))
                .isEqualTo(600);
    }

    @Test
    void aStreamThatEndsBeforeItStartsIsNone() {
        for (var lasts : new Duration[] {Duration.ZERO, Duration.ofSeconds(-1)})
            assertThatThrownBy(() -> stream(1, Duration.ZERO, lasts)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stream(1, TEN.plusNanos(1), TEN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stream(0, Duration.ZERO, TEN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTermsAreReadAsTheyWereWritten() {
        var starts = Instant.parse("2026-11-20T10:00:00.001Z");
        var terms = stream(150, starts, Duration.ofHours(1), TEN.plusDays(1)).terms();

        assertThat(TermsJson.read(TermsJson.write(terms), Escrows.SKR)).isEqualTo(terms);
    }

    private static Request withdraw(long amount) {
        return new Request.Withdraw(Optional.of(BigInteger.valueOf(amount)));
    }
}
