// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.closing;

import java.time.Instant;
import java.util.List;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.contracts.OperandEntry;
import org.folkmoot.contracts.RoundEntry;
import org.folkmoot.contracts.TraceEntry;
import org.folkmoot.policy.Operand;
import org.folkmoot.policy.Round;
import org.folkmoot.policy.TraceLine;
import org.folkmoot.voting.domain.Poll;

/** Tells the others what a poll decided, with everything that is needed to do the sums again. */
final class DecisionEvent {
    private DecisionEvent() {}

    static DecisionReachedV1 of(Poll.Closed poll) {
        return of(poll, poll.decided().at());
    }

    /** Tells of a decision that was known later than the moment as of which it was made. */
    static DecisionReachedV1 of(Poll.Closed poll, Instant known) {
        var result = poll.decided().result();
        var decision = poll.decided().decision();
        return new DecisionReachedV1(
                poll.terms().community().hex(),
                poll.terms().proposal().hex(),
                poll.terms().poll().hex(),
                outcome(decision.outcome()),
                decision.winners(),
                result.ballots(),
                poll.roll().members(),
                poll.roll().power(),
                result.counts(),
                result.rounds().stream().map(DecisionEvent::entry).toList(),
                decision.trace().stream().map(DecisionEvent::entry).toList(),
                known);
    }

    private static DecisionReachedV1.Outcome outcome(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> DecisionReachedV1.Outcome.PASSED;
            case REJECTED -> DecisionReachedV1.Outcome.REJECTED;
        };
    }

    private static RoundEntry entry(Round round) {
        return new RoundEntry(
                round.number(),
                round.tally(),
                round.threshold(),
                round.inactive(),
                round.elected(),
                round.eliminated(),
                round.transfers());
    }

    private static TraceEntry entry(TraceLine line) {
        return new TraceEntry(
                line.rule(),
                operands(line.numerator()),
                operands(line.denominator()),
                line.operator(),
                line.fraction(),
                line.boundary(),
                line.tie(),
                line.passed(),
                line.words(),
                line.margin());
    }

    private static List<OperandEntry> operands(List<Operand> operands) {
        return operands.stream()
                .map(operand -> new OperandEntry(operand.name(), operand.value()))
                .toList();
    }
}
