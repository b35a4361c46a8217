// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.treasury.domain.escrow.Escrows.NOON;
import static org.folkmoot.treasury.domain.escrow.Escrows.grant;
import static org.folkmoot.treasury.domain.escrow.Escrows.said;
import static org.folkmoot.treasury.domain.escrow.Escrows.tranche;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked of a grant, and when, the answer is that of a plain reference, and all of it is somewhere. */
class GrantCoursesTest {
    private static final int OPERATIONS = 100;

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}, 100 operations")
    @MethodSource("seeds")
    void everyAnswerIsTheReferences(int seed) {
        var random = new Random(seed);
        var reference = new Plain(random);
        var escrow = reference.escrow();
        long clock = 0;
        for (int i = 0; i < OPERATIONS; i++) {
            clock = Math.max(0, clock + random.nextInt(4) - (random.nextInt(6) == 0 ? 5 : 0));
            var at = NOON.plusSeconds(clock);
            if (random.nextInt(3) == 0) {
                var swept = Request.sweep(escrow, at);
                assertThat(swept.map(Escrows::said).orElse("nothing"))
                        .as("%d: sweep at %d", i, clock)
                        .isEqualTo(reference.sweep(clock));
                escrow = swept.flatMap(Step::after).orElse(escrow);
            } else {
                Request request = random.nextInt(40) == 0
                        ? new Request.Cancel()
                        : new Request.Release(random.nextInt(reference.amounts.length + 2));
                var step = request.of(escrow, at);
                assertThat(said(step)).as("%d: %s at %d", i, request, clock).isEqualTo(reference.ask(request, clock));
                escrow = step.after().orElse(escrow);
            }
            assertThat(escrow.left()).isEqualTo(BigInteger.valueOf(reference.left()));
            assertThat(escrow.due().isEmpty()).isEqualTo(reference.left() == 0);
        }
    }

    /** A grant as four lists, one place for each tranche. */
    private static final class Plain {
        private final long[] amounts;
        private final long[] from;
        private final long[] expires;
        private final List<String> states = new ArrayList<>();
        private long latest;

        Plain(Random random) {
            int tranches = 1 + random.nextInt(8);
            amounts = random.longs(tranches, 1, 1_000).toArray();
            from = random.longs(tranches, 0, 100).toArray();
            expires = Arrays.stream(from).map(at -> at + 1 + random.nextInt(60)).toArray();
            for (int i = 0; i < tranches; i++) states.add("waiting");
        }

        Escrow escrow() {
            return grant(IntStream.range(0, amounts.length)
                    .mapToObj(i -> tranche(amounts[i], from[i], expires[i]))
                    .toArray(Tranche[]::new));
        }

        long left() {
            return IntStream.range(0, amounts.length)
                    .filter(i -> states.get(i).equals("waiting"))
                    .mapToLong(i -> amounts[i])
                    .sum();
        }

        String sweep(long clock) {
            long now = Math.max(clock, latest);
            long back = 0;
            for (int i = 0; i < amounts.length; i++) {
                if (!states.get(i).equals("waiting") || now < expires[i]) continue;
                states.set(i, "over");
                back += amounts[i];
            }
            if (back == 0) return "nothing";
            latest = now;
            return "returned " + back;
        }

        String ask(Request request, long clock) {
            long now = Math.max(clock, latest);
            if (request instanceof Request.Release(var number)) return release(number, now);
            long back = left();
            boolean any = IntStream.range(0, amounts.length)
                    .anyMatch(i -> states.get(i).equals("waiting") && now < expires[i]);
            if (!any) return "escrow-ended";
            for (int i = 0; i < amounts.length; i++) if (states.get(i).equals("waiting")) states.set(i, "over");
            latest = now;
            return "returned " + back;
        }

        private String release(long number, long now) {
            if (number < 1 || number > amounts.length) return "tranche-unknown";
            int i = (int) number - 1;
            if (!states.get(i).equals("waiting")) return "tranche-ended";
            if (now >= expires[i]) return "tranche-expired";
            if (now < from[i]) return "tranche-early";
            states.set(i, "released");
            latest = now;
            return "released " + amounts[i];
        }
    }
}
