// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.folkmoot.constitution.Decision;
import org.folkmoot.policy.Operand;
import org.folkmoot.policy.TraceLine;

/**
 * What became of the sealed ballots of a poll when trustees opened them.
 *
 * @param ballots how many were opened: the last one of each member
 * @param spoilt how many of them say nothing that can be counted
 * @param trustees whose shares opened them
 */
public record Unsealed(long ballots, long spoilt, List<Integer> trustees) {
    private static final String RULE = "opening";
    private static final String SEALED = "sealed";

    public Unsealed {
        trustees = List.copyOf(trustees);
    }

    /**
     * The decision with a line that says what became of the ballots.
     *
     * @param place what comes before the names of the rules of their chamber
     */
    public Decision explain(Decision decision, String place) {
        var trace = new ArrayList<>(decision.trace());
        trace.add(new TraceLine(
                place + RULE,
                List.of(new Operand("opened", BigInteger.valueOf(ballots - spoilt))),
                List.of(new Operand(SEALED, BigInteger.valueOf(ballots))),
                "atLeast",
                "0",
                "0",
                "passes",
                true,
                "Opened by the trustees "
                        + trustees.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ": " + ballots
                        + " sealed ballots, of which " + spoilt + " are spoilt and do not count.",
                "It decides nothing by itself."));
        return new Decision(decision.outcome(), decision.winners(), trace, decision.words());
    }
}
