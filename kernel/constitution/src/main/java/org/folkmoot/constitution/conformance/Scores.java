// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.conformance;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Section;
import org.folkmoot.constitution.Value;
import org.folkmoot.constitution.course.Quantities;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Result;

/** Compares what a voting method found with what is expected of it: counts, winners, and the tallies of its rounds. */
record Scores(Mismatches mismatches) {
    void compare(Result result, Section expected) {
        expected.find("counts")
                .map(Value::section)
                .ifPresent(counts -> counts.all()
                        .forEach(entry -> mismatches.same(
                                "count of " + entry.getKey(),
                                Quantities.number(entry.getValue()).toString(),
                                Optional.ofNullable(result.counts().get(entry.getKey()))
                                        .map(BigInteger::toString)
                                        .orElse("none"))));
        expected.find("winners")
                .ifPresent(value -> mismatches.same(
                        "winners", value.texts().toString(), result.winners().toString()));
        var scale = expected.find("decimals").map(value -> value.integer(0, 30)).orElse(0L);
        var within = expected.find("within").map(Value::fraction);
        expected.find("rounds").map(Value::list).ifPresent(rounds -> {
            mismatches.same("rounds", "" + rounds.size(), "" + result.rounds().size());
            for (var i = 0; i < Math.min(rounds.size(), result.rounds().size()); i++) {
                round("round " + (i + 1), rounds.get(i), result.rounds().get(i).tally(), scale, within);
            }
        });
    }

    private void round(
            String name, Value expected, Map<String, BigInteger> tally, long scale, Optional<Fraction> within) {
        var numbers = expected.list();
        var found = List.copyOf(tally.values());
        mismatches.same("options of " + name, "" + numbers.size(), "" + found.size());
        var unit = new Fraction(BigInteger.ONE, BigInteger.TEN.pow((int) scale));
        for (var i = 0; i < Math.min(numbers.size(), found.size()); i++) {
            var score = unit.times(new Fraction(found.get(i), BigInteger.ONE));
            mismatches.number(name + ", option " + (i + 1), numbers.get(i), within, Optional.of(score));
        }
    }
}
