// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the constants of enums as documents do: {@code SKIP_TO_NEXT} is {@code skip-to-next}. */
final class Words {
    private Words() {}

    static String word(Enum<?> constant) {
        return word(constant.name());
    }

    static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> List<String> of(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Words::word).toList();
    }

    static <E extends Enum<E>> Optional<E> constant(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(word))
                .findFirst();
    }
}
