// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.treasury.domain.escrow.Escrows.NOON;
import static org.folkmoot.treasury.domain.escrow.Escrows.said;
import static org.folkmoot.treasury.domain.escrow.Escrows.streaming;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.folkmoot.record.Hash;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several streams that one envelope pays as they are due, against a plain reference which counts milliseconds. */
class AsDueCoursesTest {
    private static final int OPERATIONS = 400;

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    /** What an envelope got, paid for streams, and paid for other things. */
    private static final class Envelope {
        private long got;
        private long paid;
        private long spent;

        long has() {
            return got - paid - spent;
        }
    }

    @ParameterizedTest(name = "seed {0}, 400 operations")
    @MethodSource("seeds")
    void whatIsEarnedIsPaidOrOwedAndNeverMoreThanThereIs(int seed) {
        var random = new Random(seed);
        var envelope = new Envelope();
        var streams = new ArrayList<Paid>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) streams.add(new Paid(random));
        long clock = 0;
        for (int i = 0; i < OPERATIONS; i++) {
            clock += random.nextInt(40);
            if (random.nextInt(6) == 0) envelope.got += random.nextInt(200);
            if (random.nextInt(12) == 0) envelope.spent += random.nextInt((int) envelope.has() + 1);
            streams.get(random.nextInt(streams.size())).ask(request(random), envelope, clock, i);
            check(streams, envelope, clock);
        }
        envelope.got += streams.stream().mapToLong(stream -> stream.amount).sum();
        for (var stream : streams) stream.settle(envelope, clock);
        check(streams, envelope, clock);
        assertThat(streams).allMatch(stream -> stream.paid == stream.due());
    }

    private static void check(List<Paid> streams, Envelope envelope, long clock) {
        var now = NOON.plusMillis(clock);
        var there = BigInteger.valueOf(envelope.has());
        assertThat(envelope.has()).isNotNegative();
        assertThat(envelope.paid)
                .isEqualTo(streams.stream().mapToLong(stream -> stream.paid).sum());
        for (var stream : streams) {
            stream.run(clock);
            var streaming = streaming(stream.escrow);
            long owed = stream.due() - stream.paid;
            assertThat(stream.escrow.released()).isEqualTo(stream.paid);
            assertThat(stream.escrow.held()).isZero();
            assertThat(streaming.accrued(now)).isEqualTo(owed);
            assertThat(Owed.of(stream.escrow, now).orElseThrow().arrears(there))
                    .isEqualTo(Math.max(0, owed - envelope.has()));
        }
    }

    private static Optional<Long> amount(Random random) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(1L + random.nextInt(60));
    }

    private static Request request(Random random) {
        return switch (random.nextInt(24)) {
            case 0, 1 -> new Request.Pause();
            case 2, 3, 4 -> new Request.Resume();
            case 5 -> random.nextInt(8) == 0 ? new Request.Cancel() : new Request.Resume();
            default -> new Request.Withdraw(amount(random).map(BigInteger::valueOf), Optional.of(BigInteger.ZERO));
        };
    }

    /** A stream that counts every single millisecond. */
    private static final class Paid {
        private final long amount;
        private final long each;
        private final long lasts;
        private final long cliff;
        private Escrow escrow;
        private long clock;
        private long ran;
        private long paid;
        private long last = -1;
        private boolean paused;

        Paid(Random random) {
            amount = 1 + random.nextInt(3_000);
            each = 1 + random.nextInt((int) amount);
            lasts = 1 + random.nextInt(3_000);
            cliff = random.nextBoolean() ? 0 : random.nextInt(2_000);
            var made = Escrows.rate(amount, each, NOON, Duration.ofMillis(cliff), Duration.ofMillis(lasts));
            escrow = Escrow.made(made.id(), ((Terms.Stream) made.terms()).asDue(Hash.ZERO), NOON);
        }

        void run(long now) {
            for (; clock < now; clock++) if (!paused) ran++;
        }

        long due() {
            if (last >= 0) return last;
            return ran < cliff ? 0 : Math.min(amount, each * ran / lasts);
        }

        void ask(Request asked, Envelope envelope, long now, int number) {
            run(now);
            var has = BigInteger.valueOf(envelope.has());
            var request = asked instanceof Request.Withdraw(var wanted, var _)
                    ? new Request.Withdraw(wanted, Optional.of(has))
                    : asked;
            var step = request.of(escrow, at(now));
            assertThat(said(step))
                    .as("%d: %s at %d of %s", number, request, now, has)
                    .isEqualTo(answer(request, envelope));
            escrow = step.after().orElse(escrow);
        }

        private static Instant at(long now) {
            return NOON.plusMillis(now);
        }

        void settle(Envelope envelope, long now) {
            if (due() > paid) ask(new Request.Withdraw(Optional.empty()), envelope, now, OPERATIONS);
        }

        private String answer(Request request, Envelope envelope) {
            boolean over = last >= 0 || paid == amount;
            return switch (request) {
                case Request.Withdraw(var wanted, var _) -> withdraw(wanted.map(BigInteger::longValueExact), envelope);
                case Request.Pause() -> {
                    if (paused) yield "state-unchanged";
                    if (over) yield "escrow-ended";
                    if (due() == amount) yield "stream-complete";
                    paused = true;
                    yield "still";
                }
                case Request.Resume() -> {
                    if (over) yield "escrow-ended";
                    if (!paused) yield "state-unchanged";
                    paused = false;
                    yield "still";
                }
                case Request.Cancel() -> {
                    if (over) yield "escrow-ended";
                    if (due() == amount) yield "stream-complete";
                    last = due();
                    paused = false;
                    yield "still";
                }
                default -> throw new IllegalArgumentException("not of a stream: " + request);
            };
        }

        private String withdraw(Optional<Long> wanted, Envelope envelope) {
            long owed = due() - paid;
            if (owed == 0 && (last >= 0 || paid == amount)) return "escrow-ended";
            if (owed == 0) return "nothing-accrued";
            long take = wanted.orElse(Math.min(owed, envelope.has()));
            if (take > owed) return "exceeds-accrued";
            if (take > envelope.has() || take == 0) return "funds-short";
            paid += take;
            envelope.paid += take;
            return "decided " + take;
        }
    }
}
