// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy.testkit;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Makes data as it can stand in a signed act, whether a ballot should look like that or not. */
final class PlainData {
    private static final List<String> TEXTS =
            List.of("", "for", "against", "abstain", "overvote", "For", "0", "1", "\u0000", "\uD83D\uDE00");
    private static final List<Long> NUMBERS = List.of(0L, 1L, 2L, -1L, 255L, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE);

    private PlainData() {}

    static Object any(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 3)) {
            case 0 -> TEXTS.get(random.nextInt(TEXTS.size()));
            case 1 -> NUMBERS.get(random.nextInt(NUMBERS.size()));
            case 2 -> random.nextBoolean();
            case 3 -> Map.of(TEXTS.get(random.nextInt(TEXTS.size())), any(random, depth - 1));
            // Lists of small numbers in lists are frequent: many methods nearly accept them.
            case 4 -> list(random, () -> list(random, () -> (long) random.nextInt(4)));
            default -> list(random, () -> any(random, depth - 1));
        };
    }

    private static List<Object> list(Random random, Supplier<Object> element) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> element.get())
                .toList();
    }
}
