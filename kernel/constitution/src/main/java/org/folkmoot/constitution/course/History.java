// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.policy.Fraction;

/**
 * What happened to a proposal so far.
 *
 * @param submittedAt when it was submitted
 * @param electorates the rolls, by body
 * @param trends what the policy remembered when the poll opened, by name; a trend that is not named is at its start
 * @param casts what was counted, in any order
 * @param sponsoredAt when enough sponsors stood behind it, if the policy asks for any and they did
 */
public record History(
        Instant submittedAt,
        Map<String, Electorate> electorates,
        Map<String, Fraction> trends,
        List<Cast> casts,
        Optional<Instant> sponsoredAt) {
    public History {
        electorates = Map.copyOf(electorates);
        trends = Map.copyOf(trends);
        casts = casts.stream().sorted(Comparator.comparing(Cast::at)).toList();
    }

    /** A proposal that had its sponsors when it was submitted. */
    public History(
            Instant submittedAt, Map<String, Electorate> electorates, Map<String, Fraction> trends, List<Cast> casts) {
        this(submittedAt, electorates, trends, casts, Optional.of(submittedAt));
    }

    /** The same story told of a proposal that was submitted at another time. */
    public History moved(Instant submitted) {
        var by = Duration.between(submittedAt, submitted);
        return new History(
                submitted,
                electorates,
                trends,
                casts.stream()
                        .map(cast -> new Cast(cast.at().plus(by), cast.chamber(), cast.result(), cast.own()))
                        .toList(),
                sponsoredAt.map(when -> when.plus(by)));
    }
}
