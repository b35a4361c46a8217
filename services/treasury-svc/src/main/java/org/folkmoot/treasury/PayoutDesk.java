// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import java.util.Optional;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Attested;

/** Where it is said what became of a payment to the outside. */
public interface PayoutDesk {
    /** The asset of a payment that was ordered in a community. */
    Optional<String> asset(Hash community, Hash payout);

    /** What became of a payment. */
    sealed interface Ending {
        /** It ended, and what was kept for it has left under that name, unless the account that it is for is closed or frozen. */
        record Ended(Optional<Hash> transfer) implements Ending {}

        /** It had ended before. */
        record EndedBefore(String state) implements Ending {}
    }

    /** Ends a payment in the caller's transaction, because of an act. */
    Ending end(Hash community, Attested.Paid said, Hash act);
}
