// SPDX-License-Identifier: Apache-2.0
package org.example.acme;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.folkmoot.policy.DecisionRule;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Operand;
import org.folkmoot.policy.TraceLine;
import org.folkmoot.policy.Verdict;

/**
 * Needs a majority of power and, whatever power they carry, a number of ballots: a few large holders cannot decide alone.
 *
 * <p>The trace shows the condition that decided: the number of ballots where it is too small, else the majority.
 */
public final class MajorityOfMany implements DecisionRule<MajorityOfMany.Settings> {
    private static final Fraction HALF = Fraction.of(1, 2);

    /**
     * How many is many.
     *
     * @param ballots the least number of ballots, abstentions included
     */
    public record Settings(long ballots) {
        public Settings {
            if (ballots < 1) {
                throw new IllegalArgumentException("ballots is 1 or more");
            }
        }
    }

    @Override
    public String id() {
        return "majority-of-many";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public Verdict judge(Facts facts, Settings settings) {
        return Verdict.of(facts.ballots() < settings.ballots() ? tooFew(facts, settings) : majority(facts));
    }

    private TraceLine tooFew(Facts facts, Settings settings) {
        var asked = BigInteger.valueOf(settings.ballots());
        return new TraceLine(
                id(),
                List.of(new Operand("ballots", BigInteger.valueOf(facts.ballots()))),
                List.of(new Operand("asked", asked)),
                "atLeast",
                "1",
                asked.toString(),
                "passes",
                false,
                "%d ballots were cast, but %d are asked for: fails.".formatted(facts.ballots(), settings.ballots()),
                "It goes on to the majority with %d more ballots.".formatted(settings.ballots() - facts.ballots()));
    }

    private TraceLine majority(Facts facts) {
        var decided = Stream.of("for", "against")
                .map(name -> new Operand(name, facts.counts().getOrDefault(name, BigInteger.ZERO)))
                .toList();
        var inFavor = decided.getFirst().value();
        var against = decided.getLast().value();
        var whole = inFavor.add(against);
        // Without votes against, a single vote in favor is more than half; without any vote, nothing is.
        var passed = HALF.exceededBy(inFavor, whole);
        return new TraceLine(
                id(),
                decided.subList(0, 1),
                decided,
                "moreThan",
                HALF.toString(),
                HALF.boundaryIn(whole),
                "fails",
                passed,
                "%d ballots are enough, and %s for is %s than %s against: %s."
                        .formatted(
                                facts.ballots(),
                                inFavor,
                                passed ? "more" : "not more",
                                against,
                                passed ? "passes" : "fails"),
                passed
                        ? "It fails with %s less for.".formatted(inFavor.subtract(against))
                        : "It passes with %s more for."
                                .formatted(against.subtract(inFavor).add(BigInteger.ONE)));
    }
}
