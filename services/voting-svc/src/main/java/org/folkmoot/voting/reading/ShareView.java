// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.constitution.delegation.Share;
import org.folkmoot.record.Hash;

/** What becomes of a member's power in a poll, and what the member's ballot carries for others. */
@Schema(name = "Share")
record ShareView(
        @Schema(description = "The ballots that carry the member's power")
        List<CarriedView> carried,

        @Schema(description = "What of it no ballot carries, so far or in the end")
        List<LostView> lost,

        @Schema(description = "What the member's own ballot carries for others")
        BigInteger received) {
    /** A power that somebody's ballot carries. */
    @Schema(name = "Carried")
    record CarriedView(
            Hash by,

            @Schema(description = "How far it was passed on; 0 for one's own ballot")
            int steps,

            BigInteger power) {}

    /** A power that no ballot carries. */
    @Schema(name = "Lost")
    record LostView(
            @Schema(description = "With whom its way ended") Hash at,
            BigInteger power,

            @Schema(description = "silent, circle, too-far, too-divided, kept-back, unfit or overflow")
            String reason) {}

    static ShareView of(Share share) {
        return new ShareView(
                share.carried().stream()
                        .map(one -> new CarriedView(Hash.parse(one.by()), one.steps(), one.power()))
                        .toList(),
                share.lost().stream()
                        .map(one -> new LostView(
                                Hash.parse(one.at()),
                                one.power(),
                                one.reason().name().toLowerCase(Locale.ROOT).replace('_', '-')))
                        .toList(),
                share.received());
    }
}
