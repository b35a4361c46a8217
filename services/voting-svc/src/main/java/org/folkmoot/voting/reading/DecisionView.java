// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.policy.TraceLine;
import org.folkmoot.voting.domain.Poll;

/** What a poll decided, and why. */
@Schema(name = "Decision")
record DecisionView(
        @Schema(description = "passed or rejected") String outcome,

        @Schema(description = "The options that won; empty when the proposal is rejected")
        List<String> winners,

        String words,

        @Schema(description = "Each rule with every number it used, to do the sum again by hand")
        List<TraceLine> trace,

        @Schema(description = "The exact moment of the decision: the deadline, unless the policy says more")
        Instant decidedAt) {
    static DecisionView of(Poll.Closed poll) {
        var decision = poll.decided().decision();
        return new DecisionView(
                decision.outcome().name().toLowerCase(Locale.ROOT),
                decision.winners(),
                decision.words(),
                decision.trace(),
                poll.decided().at());
    }
}
