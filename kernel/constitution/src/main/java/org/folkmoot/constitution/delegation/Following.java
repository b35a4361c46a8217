// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.delegation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Voting as the majority of those that one follows: for, when more than half of them are for; against, when at least
 * half of them are against, so that this can no longer happen; else not at all.
 *
 * <p>Whoever follows may be followed, to any depth. A vote once given never changes, so the order does not matter, and
 * those who follow each other in a circle stay silent until somebody outside decides it.
 *
 * @param inFavor the choice that is for
 * @param opposed the choice that is against; every other choice is neither
 */
public record Following(String inFavor, String opposed) {
    /**
     * The choices of all who voted, themselves or by following.
     *
     * @param followed whom each voter follows
     * @param ballots the choice of everybody who voted themselves; these are never changed
     */
    public Map<String, Object> votes(Map<String, ? extends Collection<String>> followed, Map<String, ?> ballots) {
        var followers = new HashMap<String, List<String>>();
        followed.forEach((follower, leaders) -> leaders.forEach(leader ->
                followers.computeIfAbsent(leader, _ -> new ArrayList<>()).add(follower)));
        var votes = new LinkedHashMap<String, Object>(ballots);
        var news = new ArrayDeque<>(ballots.keySet());
        while (!news.isEmpty()) {
            for (var follower : followers.getOrDefault(news.remove(), List.of())) {
                var leaders = followed.get(follower);
                if (leaders != null && !votes.containsKey(follower)) {
                    majority(leaders, votes).ifPresent(choice -> {
                        votes.put(follower, choice);
                        news.add(follower);
                    });
                }
            }
        }
        return votes;
    }

    /** How somebody votes who follows these. */
    Optional<String> majority(Collection<String> leaders, Map<String, Object> votes) {
        var size = leaders.size();
        if (2 * count(leaders, votes, inFavor) > size) {
            return Optional.of(inFavor);
        }
        return 2 * count(leaders, votes, opposed) >= size ? Optional.of(opposed) : Optional.empty();
    }

    private static long count(Collection<String> leaders, Map<String, Object> votes, String choice) {
        return leaders.stream()
                .filter(leader -> choice.equals(votes.get(leader)))
                .count();
    }
}
