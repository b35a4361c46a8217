// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.reading;

import org.folkmoot.record.Hash;

/** Why there is nothing to show. */
sealed interface ReadRefusal {
    /** There is no such account. */
    record AccountUnknown(Hash community, String account) implements ReadRefusal {}

    /** There is no such transfer. */
    record TransferUnknown(Hash community, Hash transfer) implements ReadRefusal {}
}
