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
 * @param rule what the file says about how it is counted
 */
public record Profile(
        String title,
        String kind,
        List<String> candidates,
        Map<String, Long> ballots,
        int decimals,
        OptionalInt seats,
        Budget budget,
        Rule rule) {
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

    /**
     * How a file is counted.
     *
     * @param method the method of such files, unless another one is asked for
     * @param passedOver what the file says about a count that is not done here, in sentences
     */
    public record Rule(Optional<String> method, List<String> passedOver) {
        /** Nothing is said. */
        public static final Rule NONE = new Rule(Optional.empty(), List.of());

        public Rule {
            passedOver = List.copyOf(passedOver);
        }
    }

    /** Ballots of a file that says nothing about how it is counted. */
    public Profile(
            String title,
            String kind,
            List<String> candidates,
            Map<String, Long> ballots,
            int decimals,
            OptionalInt seats,
            Budget budget) {
        this(title, kind, candidates, ballots, decimals, seats, budget, Rule.NONE);
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
