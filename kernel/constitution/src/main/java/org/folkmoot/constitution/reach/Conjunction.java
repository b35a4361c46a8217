// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.reach;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.folkmoot.policy.Fraction;

/** Several wishes at once, each of which may be granted in more than one way: every combination is looked at. */
final class Conjunction {
    private final List<List<List<Inequality>>> ways;
    private final Ground ground;

    /** A rule that is no comparison asks for nothing here; whoever finds ballots must still ask it. */
    Conjunction(List<Wish> wishes, Ground ground, Map<String, Fraction> rates) {
        this.ground = ground;
        this.ways = wishes.stream()
                .flatMap(wish -> wish.clause().comparison().stream()
                        .map(comparison -> Halves.of(
                                comparison, wish.met() != wish.clause().named().blocks(), ground, rates)))
                .sorted(Comparator.comparingInt(List::size))
                .toList();
    }

    /** Looks for numbers that grant all of them; only for the cheapest, or for any. */
    Search search(boolean cheapest, Budget budget) {
        return search(ground.given(), 0, cheapest, budget);
    }

    private Search search(List<Inequality> given, int from, boolean cheapest, Budget budget) {
        if (from == ways.size()) {
            return Search.find(ground.costs(), given, cheapest, budget);
        }
        var alternatives = new ArrayList<List<Inequality>>();
        for (var way : ways.get(from)) {
            var all = new ArrayList<>(given);
            all.addAll(way);
            // What is impossible already does not become possible by more conditions.
            if (ways.get(from).size() == 1 || !Search.impossible(ground.costs(), all, budget)) {
                alternatives.add(all);
            }
        }
        return Search.first(
                ground.costs(), alternatives, cheapest, (each, more) -> search(each, from + 1, more, budget));
    }
}
