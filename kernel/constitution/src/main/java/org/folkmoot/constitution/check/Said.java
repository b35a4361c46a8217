// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.util.stream.Collectors;
import org.folkmoot.constitution.reach.Clause;
import org.folkmoot.constitution.reach.Reach;
import org.folkmoot.constitution.reach.Roll;
import org.folkmoot.constitution.reach.Wish;
import org.folkmoot.policy.Facts;

/** Writes what was worked out in sentences that people can check by hand. */
final class Said {
    private Said() {}

    /** Why there are no such ballots. */
    static String why(Reach.None none, Roll roll) {
        var last = none.conflict().getLast();
        if (none.conflict().size() == 1) {
            return "Even if all " + roll.members() + " members vote alike: " + verdict(last, none.nearest());
        }
        var others = none.conflict().subList(0, none.conflict().size() - 1).stream()
                .map(wish -> "'" + wish.clause().name() + "'")
                .collect(Collectors.joining(" and "));
        return "No ballots of " + roll.members() + " members satisfy " + others + " and '"
                + last.clause().name() + "' together. With " + ballots(none.nearest()) + ": "
                + verdict(last, none.nearest());
    }

    /** What a rule says of ballots; of one that blocks, that it does. */
    static String verdict(Wish wish, Facts facts) {
        return words(wish.clause(), facts);
    }

    static String words(Clause clause, Facts facts) {
        return clause.words(facts) + (clause.named().blocks() && !clause.met(facts) ? " That stops it." : "");
    }

    /** The ballots, as in {@code for 30, against 0, abstain 0}. */
    static String ballots(Facts facts) {
        return facts.counts().entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }
}
