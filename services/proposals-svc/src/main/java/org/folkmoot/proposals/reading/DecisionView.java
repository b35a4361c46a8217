// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.contracts.EventJson;
import org.folkmoot.contracts.EventType;
import org.folkmoot.contracts.RoundEntry;
import org.folkmoot.contracts.TraceEntry;

/** The decision as the voting service told it, with the trace of every rule. */
@Schema(name = "Decision")
public record DecisionView(
        @Schema(examples = "passed") DecisionReachedV1.Outcome outcome,
        List<String> winners,

        @Schema(description = "How many members' ballots were counted")
        long ballots,

        long rollMembers,
        BigInteger rollPower,
        Map<String, BigInteger> counts,
        List<RoundEntry> rounds,

        @Schema(description = "Each rule with its operands, its operator and its verdict")
        List<TraceEntry> trace,

        Instant decidedAt) {

    private static final EventType TYPE =
            EventType.named("voting.decision-reached.v1").orElseThrow();

    static DecisionView of(String json) {
        var told = (DecisionReachedV1) EventJson.read(TYPE, json.getBytes(UTF_8));
        return new DecisionView(
                told.outcome(),
                told.winners(),
                told.ballots(),
                told.rollMembers(),
                told.rollPower(),
                told.counts(),
                told.rounds(),
                told.trace(),
                told.decidedAt());
    }
}
