// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.folkmoot.policies.InstantRunoff.OvervoteRule;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.Question;

/** A group of equal ballots on its way down its ranking. */
final class Ranking {
    /** Why a ballot no longer counts; RCTab's reports use the same names. */
    enum Inactive {
        EXHAUSTED_CHOICES("exhaustedChoices"),
        OVERVOTES("overvotes"),
        REPEATED_RANKINGS("repeatedRankings"),
        SKIPPED_RANKINGS("skippedRankings");

        final String words;

        Inactive(String words) {
            this.words = words;
        }
    }

    /** How unusual ballots are read. */
    record Reading(OvervoteRule overvotes, Optional<Long> maxSkipped, boolean exhaustsOnDuplicate) {}

    /** Instead of an option's number: the ballot stops counting. */
    static final int NOWHERE = -1;

    private final BigInteger power;
    private final int[][] ranks;
    private final Inactive atTheEnd;
    private Inactive end;
    private int next = 0;

    private Ranking(BigInteger power, int[][] ranks, Inactive end) {
        this.power = power;
        this.ranks = ranks;
        this.atTheEnd = end;
        this.end = end;
    }

    /**
     * The ranks of a choice, whatever they are; refuses what is no list of them.
     *
     * @param most how many there may be; else as many as there are options
     */
    static List<?> ranks(Object choice, Question question, Optional<Long> most) {
        if (!(choice instanceof List<?> ranks)) {
            throw new InvalidChoice("The choice is a list of ranks, such as [[2],[0]].");
        }
        var allowed = most.orElse((long) question.options().size());
        if (ranks.size() > allowed) {
            throw new InvalidChoice("The choice has " + ranks.size() + " ranks; at most " + allowed + " are allowed.");
        }
        return ranks;
    }

    /** Refuses what is not a rank: a list of option numbers, or the word for marks that were not recorded. */
    static void check(List<?> ranks, Question question, OvervoteRule overvotes) {
        var options = question.options().size();
        for (var rank : ranks) {
            if (rank instanceof List<?> marks) {
                checkMarks(marks, options);
            } else if (!InstantRunoff.OVERVOTE.equals(rank)) {
                throw new InvalidChoice("A rank is a list of option numbers, or \"overvote\".");
            } else if (overvotes == OvervoteRule.EXHAUST_IF_MULTIPLE_CONTINUING) {
                throw new InvalidChoice("This poll has to know which options were marked: \"overvote\" does not say.");
            }
        }
    }

    private static void checkMarks(List<?> marks, int options) {
        var seen = new HashSet<Integer>();
        for (var mark : marks) {
            var option = InstantRunoff.option(mark);
            if (option < 0 || option >= options) {
                throw new InvalidChoice(
                        "There is no option " + mark + "; they are numbered 0 to " + (options - 1) + ".");
            }
            if (!seen.add(option)) {
                throw new InvalidChoice("Option " + option + " is marked twice at one rank.");
            }
        }
    }

    static boolean isBlank(List<?> choice) {
        return choice.stream().allMatch(rank -> rank instanceof List<?> marks && marks.isEmpty());
    }

    /** Reads a checked choice up to where it stops counting whoever is still in the race. */
    static Ranking of(List<?> choice, BigInteger power, Reading reading) {
        var ranks = new ArrayList<int[]>();
        var seen = new HashSet<>();
        var lastMarked = -1;
        for (var rank = 0; rank < choice.size(); rank++) {
            var marks = marks(choice.get(rank));
            if (marks.length == 0 && choice.get(rank) instanceof List) {
                continue;
            }
            var skipped = rank - lastMarked - 1;
            lastMarked = rank;
            if (reading.maxSkipped().filter(most -> skipped > most).isPresent()) {
                return new Ranking(power, ranks.toArray(int[][]::new), Inactive.SKIPPED_RANKINGS);
            }
            if (reading.exhaustsOnDuplicate() && !allNew(choice.get(rank), seen)) {
                return new Ranking(power, ranks.toArray(int[][]::new), Inactive.REPEATED_RANKINGS);
            }
            if (marks.length == 1 || (marks.length > 1 && mayStillCount(reading))) {
                ranks.add(marks);
            } else if (reading.overvotes() != OvervoteRule.ALWAYS_SKIP_TO_NEXT_RANK) {
                return new Ranking(power, ranks.toArray(int[][]::new), Inactive.OVERVOTES);
            }
        }
        return new Ranking(power, ranks.toArray(int[][]::new), Inactive.EXHAUSTED_CHOICES);
    }

    private static boolean mayStillCount(Reading reading) {
        return reading.overvotes() == OvervoteRule.EXHAUST_IF_MULTIPLE_CONTINUING;
    }

    // RCTab reads marks that were not recorded as one name, so a second rank of them repeats it.
    private static boolean allNew(Object rank, HashSet<Object> seen) {
        var marks = rank instanceof List<?> named ? named : List.of(rank);
        var allNew = true;
        for (var mark : marks) {
            allNew &= seen.add(mark instanceof Number number ? (Object) number.longValue() : mark);
        }
        return allNew;
    }

    // An overvote whose marks are not named reads as no marks at all.
    private static int[] marks(Object rank) {
        return rank instanceof List<?> marks
                ? marks.stream().mapToInt(InstantRunoff::option).toArray()
                : new int[0];
    }

    BigInteger power() {
        return power;
    }

    /** The same ballots once more, from their first rank on. */
    Ranking again() {
        return new Ranking(power, ranks, atTheEnd);
    }

    /** Why it stopped, once {@link #advance} has said that it did. */
    Inactive end() {
        return end;
    }

    /**
     * Moves on to the next continuing option, or {@link #NOWHERE}. It never looks back: what it has passed is out of the
     * race, which is what makes the whole count linear.
     */
    int advance(BitSet continuing) {
        while (next < ranks.length) {
            var found = NOWHERE;
            for (var option : ranks[next++]) {
                if (!continuing.get(option)) {
                    continue;
                }
                if (found != NOWHERE) {
                    end = Inactive.OVERVOTES;
                    next = ranks.length;
                    return NOWHERE;
                }
                found = option;
            }
            if (found != NOWHERE) {
                return found;
            }
        }
        return NOWHERE;
    }
}
