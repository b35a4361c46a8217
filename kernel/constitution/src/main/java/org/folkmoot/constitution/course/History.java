// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.folkmoot.policy.Fraction;

/**
 * What happened to a proposal so far.
 *
 * @param submittedAt when it was submitted
 * @param electorates the rolls, by body
 * @param trends what the policy remembered when the poll opened, by name; a trend that is not named is at its start
 * @param casts what was counted, in any order
 */
public record History(
        Instant submittedAt, Map<String, Electorate> electorates, Map<String, Fraction> trends, List<Cast> casts) {
    public History {
        electorates = Map.copyOf(electorates);
        trends = Map.copyOf(trends);
        casts = casts.stream().sorted(Comparator.comparing(Cast::at)).toList();
    }
}
