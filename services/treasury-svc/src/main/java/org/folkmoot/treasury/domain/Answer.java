// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.util.List;
import org.folkmoot.record.Hash;

/** What is answered to an order. */
public sealed interface Answer {
    /**
     * It was ruled on now.
     *
     * @param balances what is left of what it was paid out of, if it was paid
     */
    record First(Done done, List<BalanceAfter> balances) implements Answer {
        /** One that paid nothing. */
        public First(Done done) {
            this(done, List.of());
        }
    }

    /** It was ruled on before, and that stands. */
    record Again(Done done) implements Answer {}

    /** Its id names another order, which differs first in that part. Nothing was changed. */
    record Different(Hash id, String part) implements Answer {}
}
