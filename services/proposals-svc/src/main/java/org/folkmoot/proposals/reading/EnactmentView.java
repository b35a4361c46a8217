// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.reading;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.proposals.domain.Cancelled;
import org.folkmoot.proposals.domain.Dossier.Enactment;
import org.folkmoot.proposals.domain.Draft;
import org.folkmoot.proposals.domain.Enacted;
import org.folkmoot.proposals.domain.Enacting;
import org.folkmoot.proposals.domain.Entering;
import org.folkmoot.proposals.domain.Expired;
import org.folkmoot.proposals.domain.Failed;
import org.folkmoot.proposals.domain.Lapsed;
import org.folkmoot.proposals.domain.Polled;
import org.folkmoot.proposals.domain.Proposal;
import org.folkmoot.proposals.domain.Rejected;
import org.folkmoot.proposals.domain.Timelocked;

/** How far the enactment of a passed proposal came. */
@Schema(name = "Enactment")
public record EnactmentView(
        @Schema(description = "Nothing is ordered before") Instant eta,

        @Schema(description = "Nothing is ordered from here on")
        Instant expiry,

        @Schema(description = "The number of the last order, 0 before the first")
        int attempt,

        int retries,

        @Schema(description = "How each action stands, in their order")
        List<Progress> actions) {

    /** How one action stands. */
    public enum Progress {
        /** Its option did not win. */
        SKIPPED,
        WAITING,
        ORDERED,
        FAILED,
        ENACTED,
        EXPIRED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static EnactmentView of(Enactment enactment, Proposal proposal) {
        var mandate = enactment.mandate();
        var actions = IntStream.range(0, proposal.content().actions().size())
                .mapToObj(action -> progress(mandate.actions().indexOf(action), enactment.enacted(), proposal))
                .toList();
        return new EnactmentView(mandate.eta(), mandate.expiry(), enactment.attempt(), mandate.retries(), actions);
    }

    private static Progress progress(int step, int enacted, Proposal proposal) {
        if (step < 0) return Progress.SKIPPED;
        if (step < enacted) return Progress.ENACTED;
        var current = step == enacted || proposal.content().together();
        return switch (proposal.state()) {
            case Enacting _ -> current ? Progress.ORDERED : Progress.WAITING;
            case Failed _ -> current ? Progress.FAILED : Progress.WAITING;
            case Expired _ -> Progress.EXPIRED;
            case Draft _, Entering _, Polled _, Timelocked _, Enacted _, Rejected _, Cancelled _, Lapsed _ ->
                Progress.WAITING;
        };
    }
}
