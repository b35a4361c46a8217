// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a role is filled by lot.
 *
 * @param role what those who are drawn become
 * @param from the body from whose roll they are drawn
 * @param seats how many are drawn
 * @param quotas how many of them belong to each of the named bodies, by stratum and by body; {@value #OTHERS} are those of the
 *     roll who belong to none of the stratum
 * @param seed who makes the seed
 * @param commit how long they can commit to their values
 * @param reveal how long they can reveal them afterwards
 * @param term for how long the role is given; if it is left out, for the longest time that the role is given for
 */
public record DrawPlan(
        Role role,
        Body from,
        int seats,
        Map<String, Map<String, Range>> quotas,
        Seeding seed,
        Duration commit,
        Duration reveal,
        Optional<Duration> term) {
    /** The most people whom one draw gives a role. */
    public static final int MOST_SEATS = 500;

    /** The most people who make one seed. */
    public static final int MOST_SEEDING = 100;

    /** The fewest people who make a seed: of two neither controls it. */
    public static final int LEAST_SEEDING = 2;

    /** The longest time to commit, and the longest to reveal: nobody signs an act for longer. */
    public static final Duration LONGEST = Duration.ofDays(31);

    /** Those who belong to none of the bodies that a stratum names. */
    public static final String OTHERS = "others";

    /** From so many to so many. */
    public record Range(int least, int most) {}

    /**
     * Who makes the seed.
     *
     * @param role the role of those who may
     * @param least how many of them must commit and reveal
     */
    public record Seeding(Role role, int least) {}

    public DrawPlan {
        var copy = new LinkedHashMap<String, Map<String, Range>>();
        quotas.forEach(
                (stratum, within) -> copy.put(stratum, Collections.unmodifiableMap(new LinkedHashMap<>(within))));
        quotas = Collections.unmodifiableMap(copy);
    }

    /** The bounds of every stratum; where nothing is said of the others, any number of them may be drawn. */
    public Map<String, Map<String, Range>> bounds() {
        var bounds = new LinkedHashMap<String, Map<String, Range>>();
        quotas.forEach((stratum, within) -> {
            var all = new LinkedHashMap<>(within);
            all.putIfAbsent(OTHERS, new Range(0, seats));
            bounds.put(stratum, all);
        });
        return bounds;
    }

    /** What an action says of it. */
    Map<String, Object> said() {
        var said = new LinkedHashMap<String, Object>();
        said.put("role", role.name());
        said.put("from", from.name());
        said.put("seats", (long) seats);
        if (!quotas.isEmpty()) {
            var strata = new LinkedHashMap<String, Object>();
            quotas.forEach((stratum, within) -> {
                var ranges = new LinkedHashMap<String, Object>();
                within.forEach((body, range) -> ranges.put(body, List.of((long) range.least(), (long) range.most())));
                strata.put(stratum, ranges);
            });
            said.put("quotas", strata);
        }
        said.put("seed", Map.of("role", seed.role().name(), "atLeast", (long) seed.least()));
        said.put("commit", commit.toString());
        said.put("reveal", reveal.toString());
        term.ifPresent(length -> said.put("term", length.toString()));
        return said;
    }
}
