// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.policy.Counted;
import org.folkmoot.record.StrictJson;

/**
 * The ballots that count in a poll, grouped by choice, as they change while ballots come. Where a method asks what each
 * ballot is worth, ballots of different power are in different groups.
 */
public final class Groups {
    private record Sum(long ballots, BigInteger power) {
        private Sum plus(Sum other) {
            return new Sum(ballots + other.ballots, power.add(other.power));
        }
    }

    private record Key(String choice, Optional<BigInteger> each) {}

    private final Map<Key, Sum> sums = new HashMap<>();
    private final boolean mixed;
    private long ballots;

    /**
     * Begins without ballots.
     *
     * @param mixed whether ballots of different power may lie in one group
     */
    public Groups(boolean mixed) {
        this.mixed = mixed;
    }

    /** Whether ballots of different power may lie in one group. */
    public boolean mixed() {
        return mixed;
    }

    /** Moves ballots into the group of a choice, or out of it; ballots of one power, where they may not be mixed. */
    public void add(String canonicalChoice, long more, BigInteger power) {
        if (more == 0 && !mixed) return;
        ballots += more;
        var each = mixed ? Optional.<BigInteger>empty() : Optional.of(power.divide(BigInteger.valueOf(more)));
        var key = new Key(canonicalChoice, each);
        var sum = sums.merge(key, new Sum(more, power), Sum::plus);
        if (sum.ballots() == 0 && sum.power().signum() == 0) sums.remove(key);
    }

    /** How many ballots count. */
    public long ballots() {
        return ballots;
    }

    /** How many different choices there are. */
    public int size() {
        return sums.size();
    }

    /** The groups, for a method to count. On the way there may be fewer than none; now there may not. */
    public List<Counted> counted() {
        sums.forEach((key, sum) -> {
            if (sum.ballots() <= 0 || sum.power().signum() <= 0)
                throw new IllegalStateException("a group has fewer ballots than none: " + key.choice());
        });
        return sums.entrySet().stream()
                .map(group -> new Counted(
                        plain(group.getKey().choice()),
                        group.getValue().ballots(),
                        group.getValue().power()))
                .toList();
    }

    private static Object plain(String canonicalChoice) {
        return StrictJson.parse(canonicalChoice.getBytes(UTF_8)).plain();
    }
}
