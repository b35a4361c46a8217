// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import org.folkmoot.record.Hash;

/** What is answered to an order. */
public sealed interface Answer {
    /** It was ruled on now. */
    record First(Done done) implements Answer {}

    /** It was ruled on before, and that stands. */
    record Again(Done done) implements Answer {}

    /** Its id names another order, which differs first in that part. Nothing was changed. */
    record Different(Hash id, String part) implements Answer {}
}
