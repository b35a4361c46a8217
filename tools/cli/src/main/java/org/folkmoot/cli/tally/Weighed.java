// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import org.folkmoot.policy.Fraction;

/**
 * Ballots that weigh parts of a vote. They are counted in units small enough to be whole, by methods for which that makes
 * no difference, and what is shown is made votes again. A method that rounds to whole votes does not say how it would
 * round such ballots.
 */
final class Weighed {
    /** The methods that count in any unit, and which parts of their answers are votes. */
    private static final Map<String, Set<String>> ANY_UNIT = Map.ofEntries(
            Map.entry("irv", Set.of("rounds")),
            Map.entry("pairwise-matrix", Set.of("matrix")),
            Map.entry("condorcet-from-matrix", Set.of()),
            Map.entry("schulze", Set.of()),
            Map.entry("schulze-path-strengths", Set.of("strengths")),
            Map.entry("ranked-pairs", Set.of()),
            Map.entry("minimax", Set.of()),
            Map.entry("copeland", Set.of()),
            Map.entry("borda", Set.of("scores")),
            Map.entry("plurality", Set.of("tally")),
            Map.entry("stv-gregory", Set.of("stages")));

    private Weighed() {}

    /** Refuses weights that a method cannot count. */
    static void check(TallyCase counted, TallyCheck check) {
        if (counted.weightDecimals() == 0) {
            return;
        }
        var byRctab =
                check.parameters().has("overvoteRule") || check.parameters().has("winnerElectionMode");
        if (byRctab || !ANY_UNIT.containsKey(check.method())) {
            throw new NotSupported("Some ballots weigh parts of a vote, and '" + check.method()
                    + "' rounds to whole votes; there is "
                    + String.join(", ", ANY_UNIT.keySet().stream().sorted().toList())
                    + ".");
        }
    }

    /** The answer in votes. */
    static Answer inVotes(Answer answer, TallyCase counted, TallyCheck check) {
        if (counted.weightDecimals() == 0) {
            return answer;
        }
        var unit = BigInteger.TEN.pow(counted.weightDecimals());
        var values = Answer.empty();
        var votes = isRatio(check) ? Set.<String>of() : ANY_UNIT.getOrDefault(check.method(), Set.of());
        answer.values()
                .properties()
                .forEach(part -> values.set(
                        part.getKey(),
                        votes.contains(part.getKey()) ? divided(part.getValue(), unit) : part.getValue()));
        // The words tell the count in units, so only what it came to is said.
        return Answer.of(values, "Counted in units of 1/" + unit + " vote.");
    }

    /** Whether what is shown are votes divided by votes, which are the same in every unit. */
    private static boolean isRatio(TallyCheck check) {
        return check.method().equals("schulze-path-strengths")
                && check.parameters()
                        .words("strength", "winning-votes", "margins", "ratio")
                        .equals("ratio");
    }

    private static JsonNode divided(JsonNode part, BigInteger unit) {
        if (part instanceof ObjectNode object) {
            var votes = Answer.empty();
            object.properties().forEach(one -> votes.set(one.getKey(), divided(one.getValue(), unit)));
            return votes;
        }
        if (part.isArray()) {
            var votes = JsonNodeFactory.instance.arrayNode();
            part.forEach(one -> votes.add(divided(one, unit)));
            return votes;
        }
        return Numbers.fraction(part.asText())
                .map(number -> Numbers.exact(number.over(new Fraction(unit, BigInteger.ONE))))
                .orElse(part);
    }
}
