// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.exporting;

import org.folkmoot.record.Hash;

/** Why there is nothing to show. */
sealed interface StatementRefusal {
    /** There is no such account, or it does not hold that asset. */
    record StatementUnknown(Hash community, String account, String asset) implements StatementRefusal {}

    /** The journal has no such transfer: it was refused, nobody asked for it, or it has no place yet. */
    record ProofUnknown(Hash community, Hash transfer) implements StatementRefusal {}

    /** That is not a moment such as {@code 2026-11-20T10:00:00Z}. */
    record MomentInvalid(String at) implements StatementRefusal {}

    /** The books are not written so. */
    record FormatUnknown(String format) implements StatementRefusal {}
}
