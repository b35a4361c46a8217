// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sortition;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;

/**
 * A pool of people, and the panel that each seed draws from it. Of all panels of this size that keep the quotas every one
 * is equally likely, so that people with the same properties have the same chance.
 *
 * <p>People with the same properties are a cell. First it is drawn how many come from each cell, each division weighed by
 * the number of panels that it leaves; then who they are. The order in which people are given does not matter: cells go by
 * their properties, people by their ids.
 */
public final class Sortition {
    /**
     * What a draw may cost at most.
     *
     * @param cells how many kinds of people there are
     * @param steps how many ways are looked at to go on with a division of the seats
     */
    public record Effort(int cells, int steps) {
        /** Whatever it takes, within the bounds of the method. */
        public static final Effort ANY = new Effort(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    private final int seats;
    private final List<List<Person>> cells;
    private final Divisions divisions;

    private Sortition(int seats, List<List<Person>> cells, Divisions divisions) {
        this.seats = seats;
        this.cells = cells;
        this.divisions = divisions;
    }

    /** Prepares a draw, or throws {@link Infeasible} if no panel keeps the quotas. */
    public static Sortition of(Collection<Person> pool, int seats, Quotas quotas) {
        return of(pool, seats, quotas, Effort.ANY);
    }

    /** Prepares a draw that costs no more than this, or throws {@link Infeasible}. */
    public static Sortition of(Collection<Person> pool, int seats, Quotas quotas, Effort effort) {
        if (seats < 1 || seats > pool.size()) {
            throw new Infeasible("A panel of " + seats + " cannot be drawn from " + pool.size() + " people.");
        }
        var ids = new HashSet<String>();
        var grouped = new TreeMap<List<String>, List<Person>>(Sortition::compare);
        for (var person : pool) {
            if (!ids.add(person.id())) {
                throw new IllegalArgumentException(person.id() + " is in the pool twice");
            }
            var properties = quotas.of().keySet().stream()
                    .map(stratum -> property(person, stratum, quotas))
                    .toList();
            grouped.computeIfAbsent(properties, _ -> new ArrayList<>()).add(person);
        }
        grouped.values().forEach(cell -> cell.sort(Comparator.comparing(Person::id)));
        var divisions =
                new Divisions(new ArrayList<>(grouped.keySet()), sizes(grouped.values()), quotas, seats, effort);
        if (divisions.panels().signum() == 0) {
            throw new Infeasible("No panel of " + seats + " from these " + pool.size() + " people keeps the quotas.");
        }
        return new Sortition(seats, List.copyOf(grouped.values()), divisions);
    }

    private static String property(Person person, String stratum, Quotas quotas) {
        var property = person.properties().getOrDefault(stratum, "");
        if (quotas.bounds(stratum, property).isEmpty()) {
            throw new IllegalArgumentException(
                    "the quotas for " + stratum + " do not say what holds for '" + property + "' of " + person.id());
        }
        return property;
    }

    private static List<Integer> sizes(Collection<List<Person>> cells) {
        return cells.stream().map(List::size).toList();
    }

    private static int compare(List<String> one, List<String> other) {
        for (var place = 0; place < one.size(); place++) {
            var compared = one.get(place).compareTo(other.get(place));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    /** How many different panels keep the quotas. */
    public BigInteger panels() {
        return divisions.panels();
    }

    /** The panel that a seed draws, by cell. */
    public List<Person> draw(Seed seed) {
        var numbers = new Numbers(seed);
        var panel = new ArrayList<Person>(seats);
        var counts = divisions.draw(numbers);
        for (var cell = 0; cell < cells.size(); cell++) {
            var waiting = new ArrayList<>(cells.get(cell));
            for (var drawn = counts.get(cell); drawn > 0; drawn--) {
                panel.add(waiting.remove(numbers.below(waiting.size())));
            }
        }
        return List.copyOf(panel);
    }
}
