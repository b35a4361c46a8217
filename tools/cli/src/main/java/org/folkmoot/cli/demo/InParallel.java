// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.demo;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does the same for many numbers on every core. */
final class InParallel {
    private InParallel() {}

    static <T> T[] map(int count, IntFunction<T> each, IntFunction<T[]> array) {
        return IntStream.range(0, count).parallel().mapToObj(each).toArray(array);
    }
}
