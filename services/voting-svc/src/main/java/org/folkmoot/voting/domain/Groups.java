// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.policy.Counted;
import org.folkmoot.record.StrictJson;

/** The ballots that count in a poll, grouped by choice, as they change while ballots come. */
public final class Groups {
    private record Sum(long ballots, BigInteger power) {
        private Sum plus(Sum other) {
            return new Sum(ballots + other.ballots, power.add(other.power));
        }
    }

    private final Map<String, Sum> sums = new HashMap<>();
    private long ballots;

    /** Moves ballots into the group of a choice, or out of it. */
    public void add(String canonicalChoice, long more, BigInteger power) {
        ballots += more;
        var sum = sums.merge(canonicalChoice, new Sum(more, power), Sum::plus);
        if (sum.ballots() < 0 || sum.power().signum() < 0)
            throw new IllegalStateException("a group has fewer ballots than none: " + canonicalChoice);
        if (sum.ballots() == 0) sums.remove(canonicalChoice);
    }

    /** How many ballots count. */
    public long ballots() {
        return ballots;
    }

    /** How many different choices there are. */
    public int size() {
        return sums.size();
    }

    /** The groups, for a method to count. */
    public List<Counted> counted() {
        return sums.entrySet().stream()
                .map(group -> new Counted(
                        plain(group.getKey()),
                        group.getValue().ballots(),
                        group.getValue().power()))
                .toList();
    }

    private static Object plain(String canonicalChoice) {
        return StrictJson.parse(canonicalChoice.getBytes(UTF_8)).plain();
    }
}
