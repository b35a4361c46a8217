// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.constitution.Schedules;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/**
 * A period of a schedule, whose turn it is when it begins.
 *
 * @param rule what the constitution says that was in force at its start
 * @param constitution the hash of that constitution
 * @param day the first day of the period, which is its name: it is later than that of any period before it
 * @param at its start
 * @param ends its end, if nothing changes meanwhile
 */
public record Turn(Key key, Schedules.Rule rule, Hash constitution, LocalDate day, Instant at, Instant ends) {
    /** What begins first, and of what begins at one moment, what {@link Kind} says. */
    public static final Comparator<Turn> ORDER = Comparator.comparing(Turn::at).thenComparing(Turn::key);

    /**
     * The id of something that this period moves, which follows from what it is for.
     *
     * @param parts what else tells it from others, such as the member
     */
    public Hash id(Hash community, Map<String, String> parts) {
        return id(community, key, day, parts);
    }

    static Hash id(Hash community, Key key, LocalDate day, Map<String, String> parts) {
        var all = new TreeMap<String, Object>(parts);
        all.put("community", community.hex());
        all.put("kind", key.kind().word());
        all.put("name", key.name());
        all.put("period", day.toString());
        all.put("type", "calendar/1");
        return Hash.of(Json.object(all).canonical());
    }

    /** What stands in the journal as the reason. */
    public String memo() {
        var kind = key.kind().word();
        return Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + " " + key.name() + ", " + day;
    }

    /** Whether debts that are asked for again at a moment are asked for before this charges or allots anything. */
    public boolean waitsFor(Instant again) {
        return again.isBefore(at) || again.equals(at) && key.kind().compareTo(Kind.DUES) >= 0;
    }

    /** Whether they are asked for before this begins: dues begin first, so that all that is asked has one order. */
    public boolean beginsAfter(Instant again) {
        return waitsFor(again) && (again.isBefore(at) || key.kind() != Kind.DUES);
    }
}
