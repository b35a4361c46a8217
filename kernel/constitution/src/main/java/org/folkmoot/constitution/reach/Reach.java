// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.reach;

import java.util.List;
import org.folkmoot.policy.Facts;

/** Whether there are ballots of a kind. */
public sealed interface Reach {
    /** There are: these, and the rules themselves were asked about them. */
    record Some(Facts facts) implements Reach {}

    /**
     * There are none, and it is proven.
     *
     * @param conflict wishes that cannot all be granted, though each part of them could
     * @param nearest ballots that grant all of these but the last
     */
    record None(List<Wish> conflict, Facts nearest) implements Reach {
        public None {
            conflict = List.copyOf(conflict);
        }
    }

    /** Nobody knows: the rules bend, the powers are unknown, or the work would be too much. */
    record Unknown() implements Reach {}
}
