// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.opening;

import java.util.List;
import org.folkmoot.record.Hash;

/** Why a file was not taken; nothing of it was posted. */
sealed interface OpeningRefusal {
    /** No decision of that name is about a file. */
    record OpeningUnknown(Hash community, Hash opening) implements OpeningRefusal {}

    /**
     * Lines of it are wrong.
     *
     * @param faults the first of them
     * @param count how many there are
     */
    record OpeningFaulty(List<String> faults, long count) implements OpeningRefusal {}

    /** It is not the one that was decided on, or that does not have what was said of it. */
    record OpeningDifferent(String part, String decided, String found) implements OpeningRefusal {}

    /**
     * The ledger refused some of it, and so all.
     *
     * @param lines where that stands, such as {@code 66-129}
     */
    record OpeningImpossible(String lines, String reason, String detail) implements OpeningRefusal {}

    /** It did not come within so many seconds. */
    record OpeningSlow(long seconds) implements OpeningRefusal {}

    /** As many files are being taken as can be. */
    record Busy() implements OpeningRefusal {}
}
