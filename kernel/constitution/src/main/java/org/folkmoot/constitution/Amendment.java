// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.List;
import org.folkmoot.record.Json;

/**
 * A constitution in the place of another one, and what that changes.
 *
 * @param base the constitution before
 * @param next the constitution after
 */
public record Amendment(Constitution base, Constitution next) {
    /** Every difference, in the order of the sections and, within one, of the names or of the policies. */
    public List<Difference> differences() {
        return Differences.between(base.json(), next.json());
    }

    /** The clauses that it touches, as paths such as {@code /bodies/citizens}, in the order of the differences. */
    public List<String> clauses() {
        return differences().stream()
                .map(difference -> Clauses.clause(difference.path()))
                .distinct()
                .toList();
    }

    /** What it changes, a sentence for each difference. */
    public List<String> words() {
        return differences().stream().map(Difference::words).toList();
    }

    /** The differences as data. */
    public Json.Arr json() {
        return new Json.Arr(differences().stream().<Json>map(Difference::json).toList());
    }
}
