// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.folkmoot.record.Hash;

/**
 * The members who say that one thing has happened outside. What it was, the first one says; who counts is asked anew whenever
 * somebody says it, so that whoever lost the role meanwhile does not.
 *
 * @param parts what the first one said
 */
public record Witnesses(Map<String, String> parts, Set<Hash> members) {
    public Witnesses {
        members = Set.copyOf(members);
    }

    /** What becomes of another member's word. */
    public sealed interface Ruling {
        /** It is something else, and that part is the first that differs. */
        record Different(String part) implements Ruling {}

        /** So many of those who count say it now, and that is too few. */
        record Waiting(Witnesses all, int counted) implements Ruling {}

        /** Enough of those who count say it now. */
        record Enough(Witnesses all) implements Ruling {}
    }

    /**
     * Hears a member who holds the role.
     *
     * @param said what the member says
     * @param holders who holds the role at this moment
     * @param atLeast how many of them have to say the same
     */
    public Ruling hear(Map<String, String> said, Hash member, Set<Hash> holders, int atLeast) {
        var different = Attested.firstDifference(parts, said);
        if (different.isPresent()) return new Ruling.Different(different.get());
        var more = new HashSet<>(members);
        more.add(member);
        var all = new Witnesses(parts, more);
        more.retainAll(holders);
        return more.size() >= atLeast ? new Ruling.Enough(all) : new Ruling.Waiting(all, more.size());
    }
}
