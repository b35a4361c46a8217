// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Ballots from a file.
 *
 * @param title what was voted on
 * @param kind what the ballots are, by the name that {@code dao-tally-case/1} has for it
 * @param candidates the options, in their order
 * @param ballots how many there are of each, written as in that format
 * @param decimals how many decimals the numbers of ballots have, which are in units of 10^−decimals; 0 where ballots are
 *     not weighed
 * @param seats how many seats the file says there are
 * @param budget what the file says about money; {@link Budget#NONE} where there is none
 * @param method how such files are counted unless another method is asked for
 */
public record Profile(
        String title,
        String kind,
        List<String> candidates,
        Map<String, Long> ballots,
        int decimals,
        OptionalInt seats,
        Budget budget,
        Optional<String> method) {
    /**
     * The money of a participatory budget, and what was published about the projects.
     *
     * @param meta what the file says about itself, by name
     * @param costs what each project costs, as it is written
     * @param selected the projects that were funded; empty where the file does not say
     * @param scores the points that were published, by project
     */
    public record Budget(
            Map<String, String> meta, Map<String, String> costs, List<String> selected, Map<String, String> scores) {
        /** No money. */
        public static final Budget NONE = new Budget(Map.of(), Map.of(), List.of(), Map.of());

        public Budget {
            meta = Collections.unmodifiableMap(new LinkedHashMap<>(meta));
            costs = Collections.unmodifiableMap(new LinkedHashMap<>(costs));
            selected = List.copyOf(selected);
            scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
        }
    }

    /** Ballots that no method is named for. */
    public Profile(
            String title,
            String kind,
            List<String> candidates,
            Map<String, Long> ballots,
            int decimals,
            OptionalInt seats,
            Budget budget) {
        this(title, kind, candidates, ballots, decimals, seats, budget, Optional.empty());
    }

    /** Ballots each of which counts as one. */
    public Profile(
            String title,
            String kind,
            List<String> candidates,
            Map<String, Long> ballots,
            OptionalInt seats,
            Budget budget) {
        this(title, kind, candidates, ballots, 0, seats, budget);
    }

    public Profile {
        candidates = List.copyOf(candidates);
        ballots = Collections.unmodifiableMap(ballots);
    }
}
