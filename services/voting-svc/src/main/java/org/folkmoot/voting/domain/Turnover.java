// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.util.List;
import org.folkmoot.constitution.Decision;
import org.folkmoot.record.Hash;

/** What a change of membership since the opening does to a poll at its close, where its body says that it does anything. */
public sealed interface Turnover permits Struck, Compared {
    /** Whose ballots do not count. */
    List<Hash> struck();

    /** The roll by which it is decided. */
    RollTotals of(RollTotals frozen);

    /** Whether it ends the poll undecided, whatever was cast. */
    boolean aborts();

    /**
     * The decision with a line that says what became of the roll.
     *
     * @param chamber what comes before the name of the line
     */
    Decision explain(Decision decision, RollTotals frozen, String chamber);
}
