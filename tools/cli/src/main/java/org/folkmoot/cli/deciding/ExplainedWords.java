// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.deciding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Deposit;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.constitution.course.Explanation;
import org.folkmoot.constitution.course.Explanation.Ruling;
import org.folkmoot.constitution.course.Margin;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Operand;

/** Says in words what a poll came to and why. */
final class ExplainedWords {
    private static final Fraction NOTHING = Fraction.of(0, 1);

    private final ExplainedJson amounts;
    private final List<String> lines = new ArrayList<>();

    ExplainedWords(Constitution constitution) {
        amounts = new ExplainedJson(constitution);
    }

    String[] of(Explanation explanation) {
        lines.clear();
        head(explanation);
        lines.add("");
        explanation.rules().forEach(this::rule);
        lines.add("");
        margin(explanation.margin(), explanation.standing().decision().outcome());
        explanation.deposit().ifPresent(this::deposit);
        lines.add("");
        times(explanation);
        lines.add("");
        log(explanation);
        return lines.toArray(String[]::new);
    }

    private void head(Explanation explanation) {
        var standing = explanation.standing();
        var name = explanation.tally().name();
        var outcome = ExplainedJson.word(standing.decision().outcome());
        lines.add((name.isEmpty() ? "" : name + ", ") + "policy " + explanation.policy() + ": "
                + (explanation.decided() ? outcome : "not decided yet; as things stand: " + outcome));
        lines.add("phase: " + ExplainedJson.word(standing.phase()) + " at " + explanation.at());
        if (!standing.decision().winners().isEmpty()) {
            lines.add("winners: " + String.join(", ", standing.decision().winners()));
        }
    }

    private void rule(Ruling ruling) {
        var line = ruling.line();
        lines.add(line.rule() + ": " + (line.passed() ? "passes" : "fails"));
        lines.add("  " + line.words());
        lines.add("  " + sum(line.numerator()) + (line.operator().equals("moreThan") ? " > " : " ≥ ") + line.boundary()
                + "? " + boundary(ruling) + "; a tie " + line.tie() + ".");
        lines.add("  " + line.margin());
    }

    // Without a whole, the boundary is the number that the policy names.
    private static String boundary(Ruling ruling) {
        var line = ruling.line();
        return line.denominator().stream().allMatch(operand -> operand.name().equals("one"))
                ? "The boundary is a number, " + rounding(ruling)
                : "The boundary is " + line.fraction() + " of " + sum(line.denominator()) + ", " + rounding(ruling);
    }

    private static String rounding(Ruling ruling) {
        return ruling.rounding().equals(Explanation.EXACT) ? Explanation.EXACT : "rounded " + ruling.rounding();
    }

    private static String sum(List<Operand> operands) {
        var parts = operands.stream()
                .map(operand -> operand.name() + " " + operand.value())
                .collect(Collectors.joining(" + "));
        return operands.isEmpty() ? "nothing" : parts;
    }

    private void margin(Margin margin, Outcome outcome) {
        var other = outcome == Outcome.PASSED ? "rejected" : "passed";
        lines.add(margin.least()
                .map(turn -> "It would be " + other + " with "
                        + margin.turns().stream().map(Margin.Turn::words).collect(Collectors.joining(", or "))
                        + ".")
                .orElse("No other number in a single count would change it."));
        if (!margin.ties().isEmpty()) {
            lines.add("A tie was decided in: " + String.join(", ", margin.ties()) + ".");
        }
        if (!margin.roundings().isEmpty()) {
            lines.add("Rounding decided in: " + String.join(", ", margin.roundings()) + ".");
        }
    }

    private void deposit(Explanation.Returned back) {
        var all = amounts.amount(back.asset(), back.amount()) + " " + back.asset();
        var taken = amounts.amount(back.asset(), back.taken()) + " " + back.asset();
        lines.add("deposit: "
                + switch (back.fate()) {
                    case Deposit.Fate.REFUND -> all + " is refunded";
                    case Deposit.Fate.BURN -> taken + " of " + all + " is burned";
                    case Deposit.Fate.TREASURY -> taken + " of " + all + " goes to the treasury";
                });
    }

    private void times(Explanation explanation) {
        var standing = explanation.standing();
        time("submitted", Optional.of(explanation.tally().history().submittedAt()));
        time("opens", Optional.of(standing.opensAt()));
        time("deadline", Optional.of(standing.deadline()));
        time("decided", standing.decidedAt());
        time("eta", standing.eta());
        time("expiry", standing.expiry());
        new TreeMap<>(standing.trends())
                .forEach((name, share) -> lines.add("trend " + name + ": " + share.plus(NOTHING)));
    }

    private void time(String name, Optional<Instant> at) {
        at.ifPresent(instant -> lines.add(name + ": " + instant));
    }

    private void log(Explanation explanation) {
        for (var change : explanation.standing().log()) {
            lines.add(change.at() + "  " + change.stage() + "  " + ExplainedJson.word(change.phase()) + "  "
                    + change.words());
        }
    }
}
