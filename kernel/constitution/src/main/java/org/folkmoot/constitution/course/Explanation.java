// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Deposit;
import org.folkmoot.constitution.NamedRule;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.TraceLine;

/**
 * A decision with everything that is to be said about it.
 *
 * @param policy the name of the policy
 * @param tally the poll
 * @param at the instant that is spoken of
 * @param standing where the proposal stands then
 * @param rules what each rule says, in the order of the policy
 * @param margin how close it was
 * @param deposit what becomes of the deposit, if the policy asks for one and it is known
 */
public record Explanation(
        String policy,
        Tally tally,
        Instant at,
        Standing standing,
        List<Ruling> rules,
        Margin margin,
        Optional<Returned> deposit) {
    /** What is said of a boundary that is not rounded. */
    public static final String EXACT = "exact";

    /**
     * What a rule says.
     *
     * @param line the line of the trace
     * @param rounding how the boundary was rounded: {@code up}, {@code down}, {@code nearest} or {@value #EXACT}
     */
    public record Ruling(TraceLine line, String rounding) {}

    /**
     * What becomes of a deposit.
     *
     * @param asset the code of the asset
     * @param amount how much was put down, in minor units
     * @param fate what becomes of it
     * @param part how much of it; the rest goes back
     * @param taken that part in minor units, rounded down
     */
    public record Returned(String asset, BigInteger amount, Deposit.Fate fate, Fraction part, BigInteger taken) {}

    public Explanation {
        rules = List.copyOf(rules);
    }

    /** Whether it is decided, rather than how it would be decided as things stand. */
    public boolean decided() {
        return standing.decidedAt().isPresent();
    }

    /** Explains a poll at the instant that it asks about, or when nothing can change it any more. */
    public static Explanation of(Judge judge, Tally tally) {
        return of(judge, tally, tally.asked().orElseGet(() -> Course.end(judge.policy(), tally.history())));
    }

    /** Explains a poll at an instant. */
    public static Explanation of(Judge judge, Tally tally, Instant at) {
        var standing = Course.at(judge, tally.history(), at);
        var deposit = judge.policy().deposit().flatMap(put -> standing.deposit().map(fate -> returned(put, fate)));
        return new Explanation(
                judge.policy().name(),
                tally,
                at,
                standing,
                rulings(judge.stage(standing.stage()), standing.decision().trace()),
                Margin.of(judge, standing),
                deposit);
    }

    private static Returned returned(Deposit put, DepositJudge.Fate fate) {
        return new Returned(put.asset(), put.amount(), fate.fate(), fate.part(), fate.of(put.amount()));
    }

    // The trace has one line for each rule, chamber by chamber.
    private static List<Ruling> rulings(StageJudge stage, List<TraceLine> trace) {
        var rules = stage.chambers().stream()
                .flatMap(chamber -> chamber.rules().stream())
                .map(NamedRule::rule)
                .toList();
        var rulings = new ArrayList<Ruling>();
        for (var i = 0; i < trace.size(); i++) {
            var rounding = rules.get(i).settings().getOrDefault("round", EXACT);
            rulings.add(new Ruling(trace.get(i), rounding.toString()));
        }
        return rulings;
    }
}
