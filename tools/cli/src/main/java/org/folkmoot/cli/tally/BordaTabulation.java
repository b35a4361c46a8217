// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.folkmoot.policies.Borda;
import org.folkmoot.policies.TieRule;
import org.folkmoot.policy.Counted;

/** Points for places. */
final class BordaTabulation {
    private static final Pattern POINTS = Pattern.compile(
            "^(n|n ?- ?1) for first(?: ?(?:\\.\\.\\.|…) ?([01]) for last)?"
                    + "(?:; (?:tied|unranked|tied and unranked|unranked and tied) candidates share the mean of their positions)?$");

    private BordaTabulation() {}

    static Answer count(TallyCase counted, TallyCheck check) {
        var fromNothing = fromNothing(check.parameters());
        DuelTabulations.read(check);
        var settings = new Borda.Settings(
                Optional.of(Borda.Blank.MEAN),
                Optional.of(Borda.LeftOut.MEAN),
                Optional.empty(),
                Optional.empty(),
                Optional.of(TieRule.ALL),
                Optional.empty());
        var method = new Borda();
        var ballots = Counting.checked(method, settings, counted.question(), counted.rankings());
        var result = method.tally(ballots, counted.question(), settings);
        var tenths = new LinkedHashMap<>(result.rounds().getFirst().tally());
        if (fromNothing) {
            var ones = ballots.stream().map(Counted::power).reduce(BigInteger.ZERO, BigInteger::add);
            tenths.replaceAll((_, points) -> points.subtract(ones.multiply(BigInteger.TEN)));
        }
        var values = Answer.empty();
        values.set("winners", Counting.names(result.winners()));
        values.set("ranking", ranking(tenths));
        values.set("scores", Counting.powers(tenths, 1));
        return new Answer(values, Counting.words(result, 1));
    }

    /** Whether the last place gives nothing, and so each place one point less. */
    private static boolean fromNothing(Parameters parameters) {
        var said = parameters.matched("points", POINTS);
        var none = said.filter(match -> !match.group(1).equals("n")).isPresent();
        if (said.filter(match -> match.group(2) != null && match.group(2).equals("0") != none)
                .isPresent()) {
            throw parameters.unknown("points", said.get().group());
        }
        return none;
    }

    private static ArrayNode ranking(Map<String, BigInteger> points) {
        var tiers = new TreeMap<BigInteger, ArrayNode>(Comparator.reverseOrder());
        points.forEach((name, gets) ->
                tiers.computeIfAbsent(gets, _ -> Counting.names(List.of())).add(name));
        return JsonNodeFactory.instance.arrayNode().addAll(tiers.values());
    }
}
