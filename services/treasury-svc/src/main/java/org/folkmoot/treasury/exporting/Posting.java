// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.exporting;

import java.time.LocalDate;
import java.time.ZoneId;
import org.folkmoot.constitution.Asset;
import org.folkmoot.treasury.domain.Entry;

/**
 * One movement with its place in the journal.
 *
 * @param zone the place whose days the books go by
 */
record Posting(long number, Entry entry, Asset asset, ZoneId zone) {
    /** The amount as people write it, with all digits. */
    String amount() {
        return asset.decimal(entry.amount());
    }

    /** The day on which it was posted there. */
    String day() {
        return LocalDate.ofInstant(entry.at(), zone).toString();
    }
}
