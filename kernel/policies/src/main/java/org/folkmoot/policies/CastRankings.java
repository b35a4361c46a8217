// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;
import org.folkmoot.policy.Counted;

/** Sums up what is cast in a count of rankings, and hands on what is not blank. */
final class CastRankings {
    private final Ranking.Reading reading;
    private final Consumer<Ranking> marked;
    private long ballots = 0;
    private BigInteger blank = BigInteger.ZERO;

    CastRankings(Ranking.Reading reading, Consumer<Ranking> marked) {
        this.reading = reading;
        this.marked = marked;
    }

    void add(Counted group) {
        ballots = Math.addExact(ballots, group.ballots());
        var choice = (List<?>) group.choice();
        if (Ranking.isBlank(choice)) {
            blank = blank.add(group.power());
        } else {
            marked.accept(Ranking.of(choice, group.power(), reading));
        }
    }

    /** How many ballots there are, blank ones too. */
    long ballots() {
        return ballots;
    }

    /** The power of those without any mark. */
    BigInteger blank() {
        return blank;
    }
}
