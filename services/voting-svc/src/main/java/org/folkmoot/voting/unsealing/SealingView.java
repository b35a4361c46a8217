// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.unsealing;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;
import org.folkmoot.sealing.Point;
import org.folkmoot.voting.SealedStore.Given;
import org.folkmoot.voting.domain.Seal;

/** How the ballots of a poll are sealed, and what trustees gave to open them. */
@Schema(name = "Sealing")
record SealingView(
        Hash poll,

        @Schema(
                description =
                        "The key of the trustees, as the certificate in the poll's constitution says; a voter computes it")
        String key,

        @Schema(description = "How many bytes every choice takes, long or short")
        int room,

        @Schema(description = "How many trustees there are") int trustees,

        @Schema(description = "How many of them open together")
        int quorum,

        @Schema(description = "What trustees gave, in the order in which it came")
        List<GivenView> given) {
    /** The shares of a trustee. */
    @Schema(name = "TrusteeShares")
    record GivenView(
            @Schema(description = "Its place among the trustees, counted from 1")
            int trustee,

            @Schema(
                    description =
                            "A point of 33 bytes for every ballot that counts, in the order of their numbers, in base64")
            String points,

            @Schema(description = "One proof for all of them, in base64")
            String proof,

            Instant acceptedAt) {
        static GivenView of(Given given) {
            var base64 = Base64.getEncoder();
            return new GivenView(
                    given.shares().trustee(),
                    base64.encodeToString(Point.join(given.shares().points())),
                    base64.encodeToString(given.shares().proof()),
                    given.at());
        }
    }

    static SealingView of(Hash poll, Seal seal, List<Given> given) {
        return new SealingView(
                poll,
                new PublicKey(seal.key().key().bytes()).did(),
                seal.room(),
                seal.key().trustees(),
                seal.key().quorum(),
                given.stream().map(GivenView::of).toList());
    }
}
