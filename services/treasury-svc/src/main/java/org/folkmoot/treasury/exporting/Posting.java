// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.exporting;

import org.folkmoot.constitution.Asset;
import org.folkmoot.treasury.domain.Entry;

/** One movement with its place in the journal. */
record Posting(long number, Entry entry, Asset asset) {
    /** The amount as people write it, with all digits. */
    String amount() {
        return asset.decimal(entry.amount());
    }

    /** The day in UTC. */
    String day() {
        return entry.at().toString().substring(0, 10);
    }
}
