// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.reading;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.proposals.domain.Dossier.Backed;
import org.folkmoot.proposals.domain.Sponsorship;
import org.folkmoot.record.Hash;

/** The members without whom there is no poll: who they are, and how many are missing. */
@Schema(name = "Sponsors")
public record SponsorsView(
        @Schema(description = "The body that they are of", examples = "council")
        String body,

        @Schema(description = "How many it takes") int needed,
        @Schema(description = "How many are still missing") int missing,

        @Schema(description = "From here on it is too late") Instant until,

        @Schema(description = "The hash of the constitution that judges it, pinned at the submission")
        Hash constitution,

        @Schema(description = "The name of the policy that judges it", examples = "ordinary")
        String policy,

        @Schema(description = "Who signed, the first one first")
        List<SponsorView> signed) {

    /** One of them, and the act that says so. */
    @Schema(name = "Sponsor")
    public record SponsorView(Hash member, Hash act, Instant at) {

        static SponsorView of(Sponsorship sponsorship) {
            return new SponsorView(Hash.parse(sponsorship.member()), Hash.parse(sponsorship.act()), sponsorship.at());
        }
    }

    static SponsorsView of(Backed backed) {
        var backing = backed.backing();
        return new SponsorsView(
                backing.body(),
                backing.needed(),
                backing.needed() - backing.found(),
                backing.until(),
                Hash.parse(backed.entry().constitution()),
                backed.entry().policy(),
                backed.sponsors().stream().map(SponsorView::of).toList());
    }
}
