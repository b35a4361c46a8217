// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.folkmoot.constitution.Chamber;
import org.folkmoot.constitution.Decision;
import org.folkmoot.constitution.Policy;
import org.folkmoot.constitution.Stage;
import org.folkmoot.constitution.delegation.Carried;
import org.folkmoot.constitution.delegation.Lost;
import org.folkmoot.constitution.delegation.Resolution;
import org.folkmoot.policy.Operand;
import org.folkmoot.policy.TraceLine;

/**
 * Says in a decision what ballots carried for others.
 *
 * @param rule how the line is named
 */
public record Carriage(String rule) {
    private static final String RULE = "delegation";

    /** Names it as the rules of a chamber are named. */
    public static Carriage of(Policy policy, Stage stage, Chamber chamber) {
        return in(place(policy, stage, chamber));
    }

    /** Names it behind a place. */
    public static Carriage in(String place) {
        return new Carriage(place + RULE);
    }

    /** What comes before the names of a chamber's rules where there are several stages or chambers. */
    public static String place(Policy policy, Stage stage, Chamber chamber) {
        var steps = policy.stages().size() > 1 ? stage.name() + "/" : "";
        var houses = stage.chambers().size() > 1 ? chamber.name() + "/" : "";
        return steps + houses;
    }

    /** Adds to a decision how much power was carried for others, and how much of what was delegated by nobody. */
    public Decision explain(Decision decision, Resolution resolution, RollTotals roll) {
        var others = resolution.carried().stream().filter(one -> !one.isOwn()).toList();
        var lost = resolution.lost().stream()
                .filter(one -> one.reason() != Lost.Reason.SILENT || !one.at().equals(one.principal()))
                .toList();
        var carried = sum(others.stream().map(Carried::power));
        var missing = sum(lost.stream().map(Lost::power));
        var trace = new ArrayList<>(decision.trace());
        trace.add(new TraceLine(
                rule,
                List.of(new Operand("carried", carried)),
                List.of(new Operand("roll", roll.power())),
                "atLeast",
                "0",
                "0",
                "passes",
                true,
                "Delegation: " + others.stream().map(Carried::by).distinct().count() + " ballots carried the power "
                        + carried + " of "
                        + others.stream().map(Carried::principal).distinct().count()
                        + " other members; " + missing + " that was delegated was carried by none.",
                "It decides nothing by itself."));
        return new Decision(decision.outcome(), decision.winners(), trace, decision.words());
    }

    private static BigInteger sum(Stream<BigInteger> powers) {
        return powers.reduce(BigInteger.ZERO, BigInteger::add);
    }
}
