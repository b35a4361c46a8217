// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.exporting;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/** What proves that a transfer is in the journal, to whoever has a head. */
@Schema(name = "Proof")
record ProofView(
        Hash transfer,

        @Schema(description = "The number of its block", examples = "12")
        long block,

        @Schema(description = "The place in the journal of the block's first movement", examples = "34")
        long first,

        @Schema(description = "How many lines the block has", examples = "7")
        int size,

        @Schema(description = "The head before the block") Hash before,

        @Schema(description = "The root of the block's lines")
        Hash root,

        @Schema(description = "The head of the block, which binds everything before it")
        Hash head,

        List<Line> lines) {

    /** The one way to write it, so that a check can be as strict as with everything else that is signed or hashed. */
    byte[] canonical() {
        return Json.object(Map.of(
                        "transfer",
                        transfer.hex(),
                        "block",
                        block,
                        "first",
                        first,
                        "size",
                        size,
                        "before",
                        before.hex(),
                        "root",
                        root.hex(),
                        "head",
                        head.hex(),
                        "lines",
                        lines.stream().map(Line::plain).toList()))
                .canonical();
    }

    /** A line of the transfer and its way up to the root. */
    @Schema(name = "ProvenLine")
    record Line(
            @Schema(description = "Its place in the block, from 0", examples = "3")
            int place,

            @Schema(description = "What is hashed, as canonical JSON behind a zero byte")
            Map<String, Object> line,

            @Schema(description = "What has to be hashed with it, from its neighbour up (RFC 6962)")
            List<Hash> proof) {
        Map<String, Object> plain() {
            return Map.of(
                    "place",
                    place,
                    "line",
                    line,
                    "proof",
                    proof.stream().map(Hash::hex).toList());
        }
    }
}
