// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench;

import java.util.Collection;

/** What stands in the middle of figures, and of an even number of them the larger of the two. */
public final class Median {
    private Median() {}

    /** Of at least one figure. */
    public static long of(Collection<Long> figures) {
        return figures.stream().sorted().skip(figures.size() / 2).findFirst().orElseThrow();
    }
}
