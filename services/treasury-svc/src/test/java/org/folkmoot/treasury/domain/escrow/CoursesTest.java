// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.treasury.domain.escrow.Escrows.NOON;
import static org.folkmoot.treasury.domain.escrow.Escrows.rate;
import static org.folkmoot.treasury.domain.escrow.Escrows.said;
import static org.folkmoot.treasury.domain.escrow.Escrows.stream;
import static org.folkmoot.treasury.domain.escrow.Escrows.streaming;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked of a stream, and when, the answer is that of a plain reference which counts milliseconds. */
class CoursesTest {
    private static final int OPERATIONS = 300;

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}, 300 operations")
    @MethodSource("seeds")
    void everyAnswerIsTheReferences(int seed) {
        var random = new Random(seed);
        var reference = new Milliseconds(random);
        var escrow = reference.escrow();
        var before = BigInteger.ZERO;
        long clock = 0;
        for (int i = 0; i < OPERATIONS; i++) {
            // Every so often the clock is set back.
            clock = Math.max(0, clock + random.nextInt(120) - (random.nextInt(8) == 0 ? 200 : 0));
            var request = request(random);
            var step = request.of(escrow, NOON.plusMillis(clock));
            assertThat(said(step)).as("%d: %s at %d", i, request, clock).isEqualTo(reference.ask(request, clock));
            escrow = step.after().orElse(escrow);

            // What happened is not undone by a clock that is set back behind it.
            var streamed = streaming(escrow).streamed(NOON.plusMillis(clock));
            assertThat(streamed).isBetween(before, escrow.terms().amount());
            assertThat(escrow.released()).isLessThanOrEqualTo(streamed);
            assertThat(escrow.released().add(escrow.returned()).add(escrow.left()))
                    .isEqualTo(escrow.terms().amount());
            if (step instanceof Step.Taken) before = streamed;
        }
        checkEnd(escrow);
    }

    /** All that was ever due comes to the recipient, and the rest went back: together they are the deposit. */
    private static void checkEnd(Escrow escrow) {
        var end = NOON.plus(Duration.ofDays(1_000));
        var running = escrow.state() == Escrow.State.PAUSED ? take(new Request.Resume(), escrow, end) : escrow;
        var due = streaming(running).streamed(end.plus(Duration.ofDays(1)));
        var all = take(new Request.Withdraw(Optional.empty()), running, end.plus(Duration.ofDays(1)));
        assertThat(all.released()).isEqualTo(due);
        assertThat(all.released().add(all.returned())).isEqualTo(escrow.terms().amount());
    }

    private static Escrow take(Request request, Escrow escrow, Instant at) {
        return request.of(escrow, at).after().orElse(escrow);
    }

    private static Request request(Random random) {
        return switch (random.nextInt(12)) {
            case 0, 1 -> new Request.Pause();
            case 2, 3, 4 -> new Request.Resume();
            case 5 -> random.nextInt(20) == 0 ? new Request.Cancel() : new Request.Resume();
            case 6 -> new Request.Withdraw(Optional.empty());
            default -> new Request.Withdraw(Optional.of(BigInteger.valueOf(1 + random.nextInt(90))));
        };
    }

    /** How somebody takes it makes no difference to how much it is. */
    @Test
    void whatIsTakenInPartsIsWhatIsTakenAtOnce() {
        var random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            var whole = stream(1 + random.nextInt(10_000), Duration.ZERO, Duration.ofMillis(1 + random.nextInt(500)));
            var parts = whole;
            for (int at = 0; at < 400; at += 1 + random.nextInt(40))
                parts = take(new Request.Withdraw(Optional.empty()), parts, NOON.plusMillis(at));
            var end = NOON.plusMillis(400);

            assertThat(take(new Request.Withdraw(Optional.empty()), parts, end).released())
                    .isEqualTo(take(new Request.Withdraw(Optional.empty()), whole, end)
                            .released());
        }
    }

    /** A stream that counts every single millisecond since anything happened to it. */
    private static final class Milliseconds {
        private final long amount;
        private final long starts;
        private final long cliff;
        private final long lasts;
        private final long each;
        private long clock;
        private long ran;
        private long released;
        private long due = -1;
        private boolean paused;
        private boolean cancelled;

        Milliseconds(Random random) {
            amount = 1 + random.nextInt(5_000);
            starts = random.nextInt(1_000) - 200;
            lasts = 1 + random.nextInt(8_000);
            each = random.nextBoolean() ? amount : 1 + random.nextInt((int) amount);
            cliff = random.nextBoolean() ? 0 : random.nextInt((int) lasts + 1);
            for (long t = starts; t < 0; t++) ran++;
        }

        Escrow escrow() {
            var begins = NOON.plusMillis(starts);
            return each == amount
                    ? stream(amount, begins, Duration.ofMillis(cliff), Duration.ofMillis(lasts))
                    : rate(amount, each, begins, Duration.ofMillis(cliff), Duration.ofMillis(lasts));
        }

        String ask(Request request, long now) {
            long before = ran;
            for (long t = clock; t < now; t++) if (!paused && t >= starts) ran++;
            var answer = answer(request);
            boolean taken = answer.contains(" ") || answer.equals("still");
            if (taken) clock = Math.max(clock, now);
            else ran = before;
            return answer;
        }

        private String answer(Request request) {
            long streamed = due >= 0 ? due : ran < cliff ? 0 : Math.min(amount, each * ran / lasts);
            boolean ended = cancelled || released == amount;
            return switch (request) {
                case Request.Withdraw(var wanted, var _) -> {
                    if (released == (due >= 0 ? due : amount)) yield "escrow-ended";
                    if (streamed == released) yield "nothing-accrued";
                    long take = wanted.map(BigInteger::longValueExact).orElse(streamed - released);
                    if (take > streamed - released) yield "exceeds-accrued";
                    released += take;
                    yield "released " + take;
                }
                case Request.Cancel() -> {
                    if (ended) yield "escrow-ended";
                    if (streamed == amount) yield "stream-complete";
                    cancelled = true;
                    paused = false;
                    due = streamed;
                    yield "returned " + (amount - streamed);
                }
                case Request.Pause() -> {
                    if (paused) yield "state-unchanged";
                    if (ended) yield "escrow-ended";
                    if (streamed == amount) yield "stream-complete";
                    paused = true;
                    yield "still";
                }
                case Request.Resume() -> {
                    if (ended) yield "escrow-ended";
                    if (!paused) yield "state-unchanged";
                    paused = false;
                    yield "still";
                }
                default -> throw new IllegalArgumentException("not of a stream: " + request);
            };
        }
    }
}
