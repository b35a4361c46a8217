// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.scheduling;

import java.util.Comparator;

/** The name of a schedule within its community. */
public record Key(Kind kind, String name) implements Comparable<Key> {
    private static final Comparator<Key> ORDER = Comparator.comparing(Key::kind).thenComparing(Key::name);

    @Override
    public int compareTo(Key other) {
        return ORDER.compare(this, other);
    }
}
