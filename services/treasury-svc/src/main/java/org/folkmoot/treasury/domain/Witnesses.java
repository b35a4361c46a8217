// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.folkmoot.record.Hash;

/**
 * What members say has happened outside, each of them the one thing that the member said last. What so many of them say as are
 * needed is what happened; who counts is asked anew whenever somebody says something, so that whoever lost the role
 * meanwhile does not.
 *
 * @param said what each member says, part by part
 */
public record Witnesses(Map<Hash, Map<String, String>> said) {
    public Witnesses {
        said = Map.copyOf(said);
    }

    /** What becomes of another member's word. */
    public sealed interface Ruling {
        /** What is said now. */
        Witnesses all();

        /** So many of those who count say the same as this member now, and that is too few. */
        record Waiting(Witnesses all, int counted) implements Ruling {}

        /** Enough of those who count say the same as this member now. */
        record Enough(Witnesses all) implements Ruling {}
    }

    /**
     * Hears a member who holds the role. Whoever said something else before does not say that any more.
     *
     * @param parts what the member says
     * @param holders who holds the role at this moment
     * @param atLeast how many of them have to say the same
     */
    public Ruling hear(Map<String, String> parts, Hash member, Set<Hash> holders, int atLeast) {
        var more = new HashMap<>(said);
        more.put(member, parts);
        var all = new Witnesses(more);
        long counted = more.entrySet().stream()
                .filter(word ->
                        holders.contains(word.getKey()) && word.getValue().equals(parts))
                .count();
        return counted >= atLeast ? new Ruling.Enough(all) : new Ruling.Waiting(all, Math.toIntExact(counted));
    }

    /** Whether a member says exactly this already. */
    public boolean isSaid(Map<String, String> parts, Hash member) {
        return parts.equals(said.get(member));
    }
}
