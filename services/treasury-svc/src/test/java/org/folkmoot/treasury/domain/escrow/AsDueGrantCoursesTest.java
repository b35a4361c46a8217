// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.treasury.domain.escrow.Escrows.NOON;
import static org.folkmoot.treasury.domain.escrow.Escrows.said;
import static org.folkmoot.treasury.domain.escrow.Escrows.tranche;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.folkmoot.record.Hash;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A grant that an envelope pays as it is due, against a plain reference: what was released is paid or owed, and no more. */
class AsDueGrantCoursesTest {
    private static final int OPERATIONS = 100;

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}, 100 operations")
    @MethodSource("seeds")
    void whatIsReleasedIsPaidOrOwedAndNeverMoreThanThereIs(int seed) {
        var random = new Random(seed);
        var reference = new Plain(random);
        var escrow = reference.escrow();
        long clock = 0;
        for (int i = 0; i < OPERATIONS; i++) {
            clock += random.nextInt(3);
            var at = NOON.plusSeconds(clock);
            if (random.nextInt(4) == 0) reference.has += random.nextInt(300);
            if (random.nextInt(4) == 0) {
                var swept = Request.sweep(escrow, at);
                assertThat(swept.map(Escrows::said).orElse("nothing"))
                        .as("%d: sweep at %d", i, clock)
                        .isEqualTo(reference.sweep(clock));
                escrow = swept.flatMap(Step::after).orElse(escrow);
            } else {
                var request = reference.request(random);
                var step = request.of(escrow, at);
                assertThat(said(step)).as("%d: %s at %d", i, request, clock).isEqualTo(reference.ask(request, clock));
                escrow = step.after().orElse(escrow);
            }
            check(escrow, reference);
        }
    }

    private static void check(Escrow escrow, Plain reference) {
        var owed = Owed.of(escrow, NOON).orElseThrow();
        assertThat(reference.has).isNotNegative();
        assertThat(escrow.held()).isZero();
        assertThat(escrow.released()).isEqualTo(BigInteger.valueOf(reference.paid));
        assertThat(escrow.returned()).isEqualTo(BigInteger.valueOf(reference.sum("over")));
        assertThat(owed.accrued()).isEqualTo(BigInteger.valueOf(reference.owed()));
        assertThat(owed.arrears(BigInteger.valueOf(reference.has)))
                .isEqualTo(BigInteger.valueOf(Math.max(0, reference.owed() - reference.has)));
        assertThat(escrow.state() == Escrow.State.OPEN).isEqualTo(!reference.cancelled && reference.left() > 0);
    }

    /** A grant as lists, one place for each tranche, and what the envelope has. */
    private static final class Plain {
        private final long[] amounts;
        private final long[] from;
        private final long[] expires;
        private final List<String> states = new ArrayList<>();
        private long has;
        private long paid;
        private boolean cancelled;

        Plain(Random random) {
            int tranches = 1 + random.nextInt(8);
            amounts = random.longs(tranches, 1, 200).toArray();
            from = random.longs(tranches, 0, 100).toArray();
            expires = Arrays.stream(from).map(at -> at + 1 + random.nextInt(60)).toArray();
            for (int i = 0; i < tranches; i++) states.add("waiting");
        }

        Escrow escrow() {
            var ahead = Escrows.grant(IntStream.range(0, amounts.length)
                    .mapToObj(i -> tranche(amounts[i], from[i], expires[i]))
                    .toArray(Tranche[]::new));
            return Escrow.made(ahead.id(), ((Terms.Grant) ahead.terms()).asDue(Hash.ZERO), NOON);
        }

        Request request(Random random) {
            if (random.nextInt(40) == 0) return new Request.Cancel();
            if (random.nextBoolean()) return new Request.Release(random.nextInt(amounts.length + 2));
            var wanted = random.nextBoolean()
                    ? Optional.<BigInteger>empty()
                    : Optional.of(BigInteger.valueOf(1 + random.nextInt(150)));
            return new Request.Withdraw(wanted, Optional.of(BigInteger.valueOf(has)));
        }

        long sum(String state) {
            return IntStream.range(0, amounts.length)
                    .filter(i -> states.get(i).equals(state))
                    .mapToLong(i -> amounts[i])
                    .sum();
        }

        long owed() {
            return sum("released") - paid;
        }

        long left() {
            return sum("waiting") + owed();
        }

        String sweep(long now) {
            boolean any = false;
            for (int i = 0; i < amounts.length; i++) {
                if (!states.get(i).equals("waiting") || now < expires[i]) continue;
                states.set(i, "over");
                any = true;
            }
            return any ? "still" : "nothing";
        }

        String ask(Request request, long now) {
            return switch (request) {
                case Request.Cancel() -> cancel(now);
                case Request.Release(var number) -> release((int) number - 1, now);
                case Request.Withdraw(var wanted, var _) -> withdraw(wanted.map(BigInteger::longValueExact));
                default -> throw new IllegalArgumentException("not of a grant: " + request);
            };
        }

        private String cancel(long now) {
            if (IntStream.range(0, amounts.length).noneMatch(i -> states.get(i).equals("waiting") && now < expires[i]))
                return cancelled || owed() == 0 ? "escrow-ended" : "grant-complete";
            states.replaceAll(state -> state.equals("waiting") ? "over" : state);
            cancelled = true;
            return "still";
        }

        private String release(int place, long now) {
            if (place < 0 || place >= amounts.length) return "tranche-unknown";
            if (!states.get(place).equals("waiting")) return "tranche-ended";
            if (now >= expires[place]) return "tranche-expired";
            if (now < from[place]) return "tranche-early";
            states.set(place, "released");
            return "still";
        }

        private String withdraw(Optional<Long> wanted) {
            if (left() == 0) return "escrow-ended";
            if (owed() == 0) return "nothing-accrued";
            long amount = wanted.orElse(Math.min(owed(), has));
            if (amount > owed()) return "exceeds-accrued";
            if (amount > has || amount == 0) return "funds-short";
            paid += amount;
            has -= amount;
            return "decided " + amount;
        }
    }
}
