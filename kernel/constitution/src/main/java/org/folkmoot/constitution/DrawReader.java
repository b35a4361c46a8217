// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.DrawPlan.Range;
import org.folkmoot.constitution.DrawPlan.Seeding;

/** Reads the action that fills a role by lot, and checks that some panel could keep its quotas, whoever is on the roll. */
final class DrawReader {
    private static final int MOST_STRATA = 5;
    private static final int MOST_BODIES = 10;
    private static final String WORD = "[a-z][a-z0-9-]{0,62}";

    private final Constitution constitution;
    private final Section section;

    DrawReader(Constitution constitution, Section section) {
        this.constitution = constitution;
        this.section = section;
    }

    /** Reads it; the role and its term are read as those of a grant are. */
    Optional<DrawPlan> read(Optional<Role> role, Optional<Duration> term) {
        var from = body(section.need("from"));
        var seats = (int) section.need("seats").integer(1, DrawPlan.MOST_SEATS, DrawPlan.MOST_SEATS);
        var quotas = section.find("quotas").map(value -> quotas(value, seats)).orElse(Map.of());
        var seed = seed(section.need("seed"));
        var commit = time(section.need("commit"));
        var reveal = time(section.need("reveal"));
        return role.flatMap(given -> from.flatMap(
                body -> seed.map(seeding -> new DrawPlan(given, body, seats, quotas, seeding, commit, reveal, term))));
    }

    private Optional<Seeding> seed(Value value) {
        var said = value.section();
        var name = said.need("role");
        var role = Optional.ofNullable(constitution.roles().get(name.text()));
        if (role.isEmpty() && name.isText()) {
            name.bad(
                    "There is no role '" + name.text() + "'.",
                    Nearest.to(name.text(), constitution.roles().keySet()),
                    "");
        }
        var least = said.find("atLeast")
                .map(number -> (int) number.integer(DrawPlan.LEAST_SEEDING, DrawPlan.MOST_SEEDING))
                .orElse(DrawPlan.LEAST_SEEDING);
        said.finish();
        return role.map(known -> new Seeding(known, least));
    }

    private Map<String, Map<String, Range>> quotas(Value value, int seats) {
        var quotas = new LinkedHashMap<String, Map<String, Range>>();
        for (var stratum : value.section().all()) {
            if (!stratum.getKey().matches(WORD)) {
                stratum.getValue().bad("A stratum is named by small letters, digits and dashes.", "", "");
            }
            quotas.put(stratum.getKey(), stratum(stratum.getValue(), seats));
        }
        count(value, quotas.size(), MOST_STRATA);
        return quotas;
    }

    private Map<String, Range> stratum(Value value, int seats) {
        var ranges = new LinkedHashMap<String, Range>();
        for (var entry : value.section().all()) {
            if (!entry.getKey().equals(DrawPlan.OTHERS)) {
                known(entry.getKey(), entry.getValue());
            }
            ranges.put(entry.getKey(), range(entry.getValue(), seats));
        }
        count(value, ranges.size(), MOST_BODIES);
        var least = ranges.values().stream().mapToInt(Range::least).sum();
        if (least > seats) {
            value.bad("These ask for at least " + least + " people, and " + seats + " are drawn.", "", "");
        }
        var most = ranges.values().stream().mapToInt(Range::most).sum();
        if (ranges.containsKey(DrawPlan.OTHERS) && most < seats) {
            value.bad("These allow at most " + most + " people, and " + seats + " are drawn.", "", "");
        }
        return ranges;
    }

    private static void count(Value value, int found, int most) {
        if (value.isSection() && (found == 0 || found > most)) {
            value.bad("From 1 to " + most + " of these are expected, not " + found + ".", "", "");
        }
    }

    private static Range range(Value value, int seats) {
        var both = value.list();
        if (both.size() != 2) {
            return value.isList() ? value.bad("A quota is [from, to].", "", new Range(0, seats)) : new Range(0, seats);
        }
        var least = (int) both.get(0).integer(0, DrawPlan.MOST_SEATS);
        var most = (int) both.get(1).integer(0, DrawPlan.MOST_SEATS);
        return least > most
                ? value.bad("From " + least + " to " + most + " is nothing.", "", new Range(0, seats))
                : new Range(least, most);
    }

    private Optional<Body> body(Value value) {
        var name = value.text();
        if (value.isText()) {
            known(name, value);
        }
        return constitution.body(name);
    }

    private void known(String name, Value value) {
        if (constitution.body(name).isEmpty()) {
            var bodies = constitution.bodies().keySet();
            value.bad("There is no body '" + name + "'.", Nearest.to(name, bodies), "");
        }
    }

    private static Duration time(Value value) {
        var time = value.duration();
        if (time.isZero() || time.compareTo(DrawPlan.LONGEST) > 0) {
            value.bad("This lasts for some time, at most P" + DrawPlan.LONGEST.toDays() + "D.", "P2D", "");
        }
        return time;
    }
}
