// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.papers;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.papers.PaperStore.Entry;

/** What stands on the slips that an officer entered, for the other one to compare, and for everybody else. */
@Schema(name = "PaperSlips")
record SlipsView(
        @Schema(description = "The act that entered them") Hash entry, List<SlipView> slips) {
    /** One ballot. */
    @Schema(name = "PaperSlip")
    record SlipView(
            Hash member,

            @Schema(description = "As the voting method of the poll defines it", examples = "for")
            Object choice) {}

    static SlipsView of(Entry entry) {
        return new SlipsView(
                entry.act(),
                entry.paper().choices().entrySet().stream()
                        .map(slip -> new SlipView(slip.getKey(), slip.getValue().plain()))
                        .toList());
    }
}
