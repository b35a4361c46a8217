// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain.drawing;

import java.time.Instant;
import java.util.SortedSet;
import org.folkmoot.sortition.Seed;

/** What becomes of a draw at a moment. */
public sealed interface Turn {
    /** Nothing yet. */
    record Waits(Instant until) implements Turn {}

    /** Everybody who committed has revealed. */
    record Seeded(Seed seed) implements Turn {}

    /** It begins anew without these, who committed and did not reveal. */
    record Again(SortedSet<String> without) implements Turn {}

    /**
     * Nobody is drawn: the reason in one word of kebab-case, and as a sentence.
     *
     * @param without who committed and did not reveal
     */
    record Fails(String reason, String detail, SortedSet<String> without) implements Turn {}
}
