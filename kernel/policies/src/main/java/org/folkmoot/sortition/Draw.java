// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sortition;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that a draw depends on but the seed. It is said before anybody commits to a value, so nobody can change it when
 * the first value is known.
 *
 * @param title what is drawn
 * @param committers who may make the seed; nobody, if it is not said beforehand
 */
public record Draw(String title, int seats, Collection<Person> pool, Quotas quotas, SortedSet<String> committers) {
    /** The first time that a seed is made. */
    public static final int FIRST = 1;

    public Draw {
        pool = List.copyOf(pool);
        committers = new TreeSet<>(committers);
    }

    /** It as plain data; the draw's id is the SHA-256 of its canonical form. */
    public Map<String, Object> said() {
        var people = new TreeMap<String, Object>();
        for (var person : pool) {
            if (people.put(person.id(), person.properties()) != null) {
                throw new IllegalArgumentException(person.id() + " is in the pool twice");
            }
        }
        var bounds = new TreeMap<String, Object>();
        quotas.of().forEach((stratum, within) -> {
            var each = new TreeMap<String, Object>();
            within.forEach((property, range) -> each.put(property, List.of((long) range.least(), (long) range.most())));
            bounds.put(stratum, each);
        });
        var said = new HashMap<String, Object>(
                Map.of("draw", title, "pool", people, "quotas", bounds, "seats", (long) seats));
        if (!committers.isEmpty()) {
            said.put("committers", List.copyOf(committers));
        }
        return said;
    }

    /** What the values of a round are committed for: a value that was revealed in one round is of no use in another. */
    public static String round(String id, int round) {
        if (round < FIRST) {
            throw new IllegalArgumentException("rounds are counted from 1, not " + round);
        }
        return round == FIRST ? id : id + "/" + round;
    }
}
