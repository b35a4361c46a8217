// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.folkmoot.constitution.delegation.Lost.Reason;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What follows from a change is worked out from those whom it touches, and is what follows from the whole. */
class FollowedVotesTest {
    private static final Following FOLLOWING = new Following("for", "against");

    private final Map<String, Object> ballots = new HashMap<>();
    private final Map<String, Collection<String>> followed = new HashMap<>();
    private final FollowedVotes votes =
            new FollowedVotes(FOLLOWING, ballots, voter -> followed.getOrDefault(voter, List.of()), this::followers);

    private List<String> followers(String leader) {
        return followed.entrySet().stream()
                .filter(one -> one.getValue().contains(leader))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private Set<String> cast(String voter, String choice) {
        ballots.put(voter, choice);
        return votes.change(List.of(voter));
    }

    private Set<String> follow(String voter, String... leaders) {
        followed.put(voter, List.of(leaders));
        return votes.change(List.of(voter));
    }

    private Map<String, Object> now(Collection<String> roll) {
        var powers = new HashMap<String, BigInteger>();
        roll.forEach(voter -> powers.put(voter, BigInteger.ONE));
        var now = new TreeMap<String, Object>();
        votes.resolve(roll, powers).carried().forEach(one -> now.put(one.principal(), one.choice()));
        return now;
    }

    @Test
    void whoDoesNotFollowIsNotTouched() {
        follow("f", "a");
        follow("g", "b");

        assertThat(cast("a", "for")).containsExactly("a", "f");
    }

    /** Of three whom somebody follows, the second one is more than half. */
    @Test
    void whoseVoteDoesNotChangeIsNotTouched() {
        follow("f", "a", "b", "c");
        follow("g", "f");

        assertThat(cast("a", "for")).containsExactly("a");
        assertThat(cast("b", "for")).containsExactly("b", "f", "g");
        assertThat(cast("c", "against")).containsExactly("c");
        assertThat(cast("c", "against")).containsExactly("c");
    }

    @Test
    void whoVotesAsBeforeTouchesNobodyElse() {
        follow("f", "a");
        cast("a", "for");

        assertThat(cast("a", "for")).containsExactly("a");
        assertThat(cast("f", "for")).containsExactly("f");
    }

    /** They have each other's vote, and it came from outside: without that they are silent again. */
    @Test
    void aVoteThatOnlyACircleHoldsIsTakenBack() {
        follow("f", "g", "a");
        follow("g", "f");
        cast("a", "against");
        assertThat(now(List.of("f", "g"))).isEqualTo(Map.of("f", "against", "g", "against"));

        assertThat(cast("a", "abstain")).containsExactlyInAnyOrder("a", "f", "g");

        assertThat(now(List.of("f", "g"))).isEmpty();
    }

    @Test
    void aVoteThatStillFollowsIsGivenAgain() {
        follow("f", "a", "b", "c");
        follow("g", "f");
        cast("a", "for");
        cast("b", "for");
        cast("c", "for");

        cast("a", "against");

        assertThat(now(List.of("f", "g"))).isEqualTo(Map.of("f", "for", "g", "for"));
    }

    @Test
    void whoFollowsNobodyAnyMoreIsSilent() {
        follow("f", "a");
        cast("a", "for");

        assertThat(follow("f")).containsExactly("f");

        var lost = votes.resolve(List.of("f"), Map.of("f", BigInteger.TWO)).lost();
        assertThat(lost).containsExactly(new Lost("f", "f", BigInteger.TWO, Reason.SILENT));
    }

    @RepeatedTest(value = 400, name = "aCourseOfChangesIsAsIfAllHadComeAtOnce, seed {currentRepetition}")
    void aCourseOfChangesIsAsIfAllHadComeAtOnce(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        var size = 2 + random.nextInt(12);
        var roll = new LinkedHashSet<String>();
        for (var i = 0; i < size; i++) {
            roll.add("v" + i);
        }
        for (var step = 0; step < 60; step++) {
            var changed = new LinkedHashSet<String>();
            for (var more = random.nextInt(3); more >= 0; more--) {
                var voter = "v" + random.nextInt(size);
                changed.add(voter);
                // Ballots are few, so that most votes are those of followers.
                if (random.nextInt(6) == 0) {
                    ballots.put(voter, List.of("for", "against", "abstain").get(random.nextInt(3)));
                } else {
                    followed.put(voter, leaders(random, voter, size));
                }
            }
            var before = now(roll);

            var touched = votes.change(changed);

            var now = now(roll);
            assertThat(now).isEqualTo(new TreeMap<>(FOLLOWING.votes(followed, ballots)));
            roll.stream()
                    .filter(voter -> !touched.contains(voter))
                    .forEach(voter -> assertThat(now.get(voter)).isEqualTo(before.get(voter)));
        }
    }

    private static Set<String> leaders(Random random, String voter, int size) {
        var leaders = new LinkedHashSet<String>();
        for (var left = random.nextInt(5); left > 0; left--) {
            leaders.add("v" + random.nextInt(size));
        }
        leaders.remove(voter);
        return leaders;
    }
}
