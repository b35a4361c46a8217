// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.policy.Fraction;

/** Sums up what other rules would have made of past polls, one after the other; of each it keeps no more than it tells. */
public final class Backtest {
    private static final List<Integer> PERCENTILES = List.of(0, 10, 25, 50, 75, 90, 100);

    /**
     * A poll that would come out otherwise.
     *
     * @param name the poll
     * @param policy the policy
     * @param was how it came out
     * @param now how it would
     * @param rules what makes the difference: the rules that stop it now or, where it passes now and the present rules are
     *     known, those that stop it at present
     */
    public record Flip(String name, String policy, Outcome was, Outcome now, List<String> rules) {
        public Flip {
            rules = List.copyOf(rules);
        }
    }

    /**
     * What came of it.
     *
     * @param polls how many polls were decided once more
     * @param unknown of how many of them nobody knows how they came out
     * @param skipped how many were left out, because no policy is there to judge them
     * @param together how many were left out, because several bodies or stages decided together
     * @param passed how many pass now
     * @param flips those that come out otherwise
     * @param unreachable those that could not have passed, however those who voted had voted
     * @param turnout the percentiles of turnout by nearest rank; empty without polls
     * @param pivotal in how many polls each voter alone could have turned the outcome
     * @param becoming the same, of polls that the voter could not turn at present
     */
    public record Report(
            long polls,
            long unknown,
            long skipped,
            long together,
            long passed,
            List<Flip> flips,
            List<String> unreachable,
            Map<Integer, Fraction> turnout,
            SortedMap<String, Long> pivotal,
            SortedMap<String, Long> becoming) {
        public Report {
            flips = List.copyOf(flips);
            unreachable = List.copyOf(unreachable);
        }
    }

    private final List<Flip> flips = new ArrayList<>();
    private final List<String> unreachable = new ArrayList<>();
    private final List<Fraction> turnouts = new ArrayList<>();
    private final SortedMap<String, Long> pivotal = new TreeMap<>();
    private final SortedMap<String, Long> becoming = new TreeMap<>();
    private long polls;
    private long unknown;
    private long skipped;
    private long together;
    private long passed;

    /** Takes a poll that was decided once more. */
    public void add(Replay replay) {
        add(replay, Optional.empty());
    }

    /** The same beside what the rules at present make of it, which also say how it came out if nobody else does. */
    public void add(Replay told, Replay present) {
        var replay = told.was().isPresent() ? told : told.after(present.now());
        add(replay, Optional.of(present));
        var more = new TreeSet<>(replay.pivotal());
        more.removeAll(present.pivotal());
        more.forEach(voter -> becoming.merge(voter, 1L, Long::sum));
    }

    /** Notes a poll that no policy is there to judge. */
    public void skip() {
        skipped++;
    }

    /** Notes a poll that decided nothing alone. */
    public void leaveTogether() {
        together++;
    }

    private void add(Replay replay, Optional<Replay> present) {
        polls++;
        if (replay.now() == Outcome.PASSED) {
            passed++;
        }
        if (replay.was().isEmpty()) {
            unknown++;
        }
        if (replay.flips()) {
            var stopped = replay.now() == Outcome.PASSED
                    ? present.map(Replay::stopped).orElse(List.of())
                    : replay.stopped();
            flips.add(new Flip(replay.name(), replay.policy(), replay.was().orElseThrow(), replay.now(), stopped));
        }
        if (!replay.reachable()) {
            unreachable.add(replay.name());
        }
        replay.turnout().ifPresent(turnouts::add);
        replay.pivotal().forEach(voter -> pivotal.merge(voter, 1L, Long::sum));
    }

    /** What came of the polls so far. */
    public Report report() {
        return new Report(polls, unknown, skipped, together, passed, flips, unreachable, turnout(), pivotal, becoming);
    }

    // The p-th percentile is the value in the place ⌈p·n / 100⌉, or the first one.
    private Map<Integer, Fraction> turnout() {
        var sorted = turnouts.stream().sorted().toList();
        var found = new LinkedHashMap<Integer, Fraction>();
        for (var percentile : sorted.isEmpty() ? List.<Integer>of() : PERCENTILES) {
            var rank = Math.ceilDiv((long) percentile * sorted.size(), 100);
            found.put(percentile, sorted.get((int) Math.max(1, rank) - 1));
        }
        return found;
    }
}
