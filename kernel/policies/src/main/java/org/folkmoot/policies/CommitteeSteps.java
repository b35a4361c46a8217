// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.util.BitSet;
import java.util.List;

/** A rule that elects a committee member by member. */
interface CommitteeSteps {
    /**
     * How far a count is.
     *
     * @param members who is elected
     * @param accounts what each group has paid or has left, for rules that keep accounts
     * @param completing whether the rule has gone over to filling what it left empty
     */
    record State(BitSet members, List<Account> accounts, boolean completing) {}

    /** A number of either sign, exact: {@code credit − debt}. */
    record Account(Ratio credit, Ratio debt) {
        public Account {
            var less = credit.compareTo(debt) < 0 ? credit : debt;
            credit = credit.minus(less);
            debt = debt.minus(less);
        }

        static final Account EMPTY = new Account(Ratio.ZERO, Ratio.ZERO);
    }

    /** Where the count begins. */
    State start();

    /** The options that are equally good as the next member; empty if the rule can elect nobody any more. */
    List<Integer> next(State state);

    /** The count after an option is elected. */
    State elect(State state, int option);
}
