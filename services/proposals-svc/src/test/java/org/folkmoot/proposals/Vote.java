// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.contracts.DecisionReachedV1.Outcome;
import org.folkmoot.contracts.OperandEntry;
import org.folkmoot.contracts.PollExtendedV1;
import org.folkmoot.contracts.PollOpenedV1;
import org.folkmoot.contracts.PollRefusedV1;
import org.folkmoot.contracts.ProposalSubmittedV1;
import org.folkmoot.contracts.RoundEntry;
import org.folkmoot.contracts.StageBegunV1;
import org.folkmoot.contracts.TraceEntry;

/** What the voting service tells about the poll of one submission. */
record Vote(ProposalSubmittedV1 submission, Instant opensAt, Instant closesAt) {

    /** Waits for the submission's event, and reads the poll's window from the interface as a member would. */
    static Vote on(String proposal) {
        var read = Town.get(proposal).extract();
        return new Vote(
                News.await(proposal, ProposalSubmittedV1.class),
                Instant.parse(read.path("submission.opensAt")),
                Instant.parse(read.path("submission.closesAt")));
    }

    /** The next one, after the first stage of a proposal. */
    static Vote inNextStage(String proposal) {
        var first = on(proposal);
        var begun = News.await(proposal, StageBegunV1.class);
        var submission = first.submission();
        return new Vote(
                new ProposalSubmittedV1(
                        begun.community(),
                        begun.proposal(),
                        begun.poll(),
                        begun.definition(),
                        submission.actions(),
                        begun.begunAt(),
                        submission.author(),
                        submission.acts()),
                first.opensAt(),
                first.closesAt());
    }

    PollOpenedV1 opened(Instant openedAt) {
        return new PollOpenedV1(
                submission.community(),
                submission.proposal(),
                submission.poll(),
                3,
                BigInteger.valueOf(3),
                opensAt,
                closesAt,
                openedAt);
    }

    PollExtendedV1 extended(Instant later) {
        return new PollExtendedV1(
                submission.community(),
                submission.proposal(),
                submission.poll(),
                later,
                "A late ballot moves the deadline.",
                opensAt);
    }

    PollRefusedV1 refused(String reason) {
        return new PollRefusedV1(
                submission.community(), submission.proposal(), submission.poll(), reason, submission.submittedAt());
    }

    DecisionReachedV1 passed(String... winners) {
        return decision(Outcome.PASSED, List.of(winners), "More than half were for it.");
    }

    DecisionReachedV1 rejected() {
        return decision(Outcome.REJECTED, List.of(), "Not more than half were for it.");
    }

    private DecisionReachedV1 decision(Outcome outcome, List<String> winners, String words) {
        var passed = outcome == Outcome.PASSED;
        var round = new RoundEntry(
                1,
                Map.of("for", BigInteger.TWO, "against", BigInteger.ONE),
                BigInteger.TWO,
                Map.of(),
                List.of(),
                List.of(),
                Map.of());
        var rule = new TraceEntry(
                "approval",
                List.of(new OperandEntry("for", passed ? BigInteger.TWO : BigInteger.ONE)),
                List.of(new OperandEntry("for", BigInteger.TWO), new OperandEntry("against", BigInteger.ONE)),
                "moreThan",
                "1/2",
                "2",
                "fails",
                passed,
                words,
                "1");
        return new DecisionReachedV1(
                submission.community(),
                submission.proposal(),
                submission.poll(),
                outcome,
                winners,
                3,
                3,
                BigInteger.valueOf(3),
                Map.of("for", BigInteger.TWO, "against", BigInteger.ONE, "abstain", BigInteger.ZERO),
                List.of(round),
                List.of(rule),
                closesAt);
    }
}
