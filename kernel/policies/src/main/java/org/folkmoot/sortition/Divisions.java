// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sortition;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** In how many ways the seats of a panel can be divided among cells so that the quotas are kept. */
final class Divisions {
    /** How many states are looked at, at most: it bounds the work. */
    private static final int MOST_STATES = 500_000;

    /** How many have been taken of each property so far, before a cell. */
    private record State(int cell, List<Integer> taken) {}

    /** A state with the panels that it leaves, in all and by how many come from its cell, and the states that follow. */
    private record Point(BigInteger panels, List<BigInteger> ways, List<Point> next) {}

    private final List<Integer> sizes;
    private final int seats;
    private final List<Quotas.Bounds> bounds = new ArrayList<>();
    private final List<int[]> properties = new ArrayList<>();
    private final List<int[]> toCome = new ArrayList<>();
    private final Map<State, Point> points = new HashMap<>();
    private final Sortition.Effort effort;
    private final Point start;
    private int work = 0;

    Divisions(List<List<String>> cells, List<Integer> sizes, Quotas quotas, int seats, Sortition.Effort effort) {
        this.sizes = sizes;
        this.seats = seats;
        this.effort = effort;
        if (cells.size() > effort.cells()) {
            throw new Infeasible("These quotas tell too many kinds of people apart.");
        }
        var numbered = new LinkedHashMap<String, Integer>();
        var strata = List.copyOf(quotas.of().keySet());
        quotas.of()
                .forEach((stratum, within) -> within.forEach((property, range) -> {
                    numbered.put(stratum + '\0' + property, bounds.size());
                    bounds.add(range);
                }));
        // The size of the panel is a bound like the others, which every cell belongs to.
        var whole = bounds.size();
        bounds.add(new Quotas.Bounds(seats, seats));
        for (var cell : cells) {
            var own = new int[strata.size() + 1];
            for (var place = 0; place < strata.size(); place++) {
                own[place] = numbered.getOrDefault(strata.get(place) + '\0' + cell.get(place), whole);
            }
            own[strata.size()] = whole;
            properties.add(own);
        }
        for (var cell = 0; cell <= cells.size(); cell++) {
            toCome.add(new int[bounds.size()]);
        }
        for (var cell = cells.size() - 1; cell >= 0; cell--) {
            toCome.set(cell, toCome.get(cell + 1).clone());
            for (var property : properties.get(cell)) {
                toCome.get(cell)[property] += sizes.get(cell);
            }
        }
        start = point(new State(0, bounds.stream().map(_ -> 0).toList()));
    }

    BigInteger panels() {
        return start.panels();
    }

    /** Draws one division, each as likely as the panels that it leaves are many. */
    List<Integer> draw(Numbers numbers) {
        var drawn = new ArrayList<Integer>();
        var point = start;
        while (!point.next().isEmpty()) {
            var place = numbers.below(point.panels());
            var count = 0;
            while (place.compareTo(point.ways().get(count)) >= 0) {
                place = place.subtract(point.ways().get(count++));
            }
            drawn.add(count);
            point = point.next().get(count);
        }
        return drawn;
    }

    private Point point(State state) {
        var known = points.get(state);
        if (known != null) {
            return known;
        }
        if (points.size() >= MOST_STATES || ++work > effort.steps()) {
            throw new Infeasible("These quotas have too many combinations to be looked at.");
        }
        var ways = new ArrayList<BigInteger>();
        var next = new ArrayList<Point>();
        if (state.cell() < sizes.size() && canReach(state)) {
            var here = BigInteger.ONE;
            for (var count = 0; count <= most(state); count++) {
                var after = point(after(state, count));
                ways.add(here.multiply(after.panels()));
                work++;
                next.add(after);
                // The ways to choose one more of the cell.
                here = here.multiply(BigInteger.valueOf(sizes.get(state.cell()) - count))
                        .divide(BigInteger.valueOf(count + 1L));
            }
        }
        var ends = state.cell() == sizes.size() && reached(state) ? BigInteger.ONE : BigInteger.ZERO;
        var point = new Point(ways.stream().reduce(ends, BigInteger::add), ways, next);
        points.put(state, point);
        return point;
    }

    private boolean reached(State state) {
        for (var property = 0; property < bounds.size(); property++) {
            if (state.taken().get(property) < bounds.get(property).least()) {
                return false;
            }
        }
        return true;
    }

    /** Whether enough people are left in the cells to come, for every property. */
    private boolean canReach(State state) {
        for (var property = 0; property < bounds.size(); property++) {
            var missing = bounds.get(property).least() - state.taken().get(property);
            if (missing > left(state.cell(), property)) {
                return false;
            }
        }
        return true;
    }

    private int left(int cell, int property) {
        return toCome.get(cell)[property];
    }

    private int most(State state) {
        var most = Math.min(seats, sizes.get(state.cell()));
        for (var property : properties.get(state.cell())) {
            most = Math.min(most, bounds.get(property).most() - state.taken().get(property));
        }
        return most;
    }

    private State after(State state, int count) {
        var taken = new ArrayList<>(state.taken());
        for (var property : properties.get(state.cell())) {
            taken.set(property, taken.get(property) + count);
        }
        return new State(state.cell() + 1, taken);
    }
}
