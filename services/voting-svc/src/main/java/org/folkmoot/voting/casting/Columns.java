// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import java.util.Collection;
import java.util.function.Function;
import org.folkmoot.record.Hash;

/** Some items as columns, each of which is one parameter of a statement. */
final class Columns {
    private Columns() {}

    static <T> Long[] longs(Collection<T> items, Function<T, Long> part) {
        return items.stream().map(part).toArray(Long[]::new);
    }

    static <T> byte[][] hashes(Collection<T> items, Function<T, Hash> part) {
        return bytes(items, item -> part.apply(item).bytes());
    }

    static <T> byte[][] bytes(Collection<T> items, Function<T, byte[]> part) {
        return items.stream().map(part).toArray(byte[][]::new);
    }

    static <T> String[] texts(Collection<T> items, Function<T, String> part) {
        return items.stream().map(part).toArray(String[]::new);
    }
}
