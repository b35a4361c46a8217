// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.util.function.Function;

/** Either what was looked for, or why there is none. */
sealed interface Found<T> {
    /** It is there. */
    record Yes<T>(T value) implements Found<T> {}

    /** It is not, and this is why. */
    record No<T>(Refusal why) implements Found<T> {}

    /** Goes on with the one or the other. */
    default <R> R fold(Function<Refusal, R> no, Function<T, R> yes) {
        return switch (this) {
            case Yes<T>(var value) -> yes.apply(value);
            case No<T>(var why) -> no.apply(why);
        };
    }
}
