// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.delegation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Puts voters in an order in which everybody comes after those to whom they delegate, and numbers the circles: two
 * voters have the same number if each can be reached from the other (Tarjan's strongly connected components, without
 * recursion, so that a chain may be as long as the roll).
 */
final class Circles {
    private final Function<String, Collection<String>> delegates;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Integer> low = new HashMap<>();
    private final Map<String, Integer> circle = new HashMap<>();
    private final ArrayDeque<String> open = new ArrayDeque<>();
    private final List<String> order = new ArrayList<>();
    private int circles = 0;

    Circles(Collection<String> voters, Function<String, Collection<String>> delegates) {
        this.delegates = delegates;
        for (var voter : voters) {
            if (!index.containsKey(voter)) {
                search(voter);
            }
        }
    }

    /** The voters and all whom their power can reach, delegates first. */
    List<String> order() {
        return order;
    }

    boolean same(String one, String other) {
        return circle.getOrDefault(one, -1).equals(circle.getOrDefault(other, -2));
    }

    private record Visit(String voter, Iterator<String> next) {}

    private void search(String start) {
        var path = new ArrayDeque<Visit>();
        path.push(enter(start));
        while (!path.isEmpty()) {
            var visit = path.element();
            if (visit.next().hasNext()) {
                var to = visit.next().next();
                if (!index.containsKey(to)) {
                    path.push(enter(to));
                } else if (!circle.containsKey(to)) {
                    low.merge(visit.voter(), index.getOrDefault(to, 0), Math::min);
                }
            } else {
                path.pop();
                leave(visit.voter());
                if (!path.isEmpty()) {
                    low.merge(path.element().voter(), low.getOrDefault(visit.voter(), 0), Math::min);
                }
            }
        }
    }

    private Visit enter(String voter) {
        low.put(voter, index.size());
        index.put(voter, index.size());
        open.push(voter);
        return new Visit(voter, delegates.apply(voter).iterator());
    }

    private void leave(String voter) {
        if (!low.getOrDefault(voter, 0).equals(index.getOrDefault(voter, 0))) {
            return;
        }
        String member;
        do {
            member = open.pop();
            circle.put(member, circles);
            order.add(member);
        } while (!member.equals(voter));
        circles++;
    }
}
