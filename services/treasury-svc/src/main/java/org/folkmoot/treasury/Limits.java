// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import java.time.Instant;
import java.util.List;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Books;
import org.folkmoot.treasury.domain.Gate;
import org.folkmoot.treasury.domain.Order;

/** Says which limits hold for a batch, whose accounts are locked. */
public interface Limits {
    /** The limits of one batch. */
    interface Watch {
        /** What looks at each order. */
        Gate gate();

        /** Writes down what was spent, in the caller's transaction. */
        void keep();
    }

    /** Looks up what is spent already of what these orders may count under. */
    Watch watch(Hash community, long ledger, List<Order> orders, Books books, Instant now);
}
