// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.folkmoot.policy.Fraction;

/**
 * Ballots with scores that are spent, exactly, on whoever gets a seat: of each there is a share left, from 1 to 0.
 *
 * <p>Where they are allocated, those that give the winner most are, until they are a seat's share of all: the last ones in
 * part, all of the same strength by the same share. Where stars are spent, each ballot spends what it gives the winner, and
 * less if that is more together than a seat costs.
 */
final class SpentScores {
    /** How ballots are spent. */
    enum Way {
        /** Allocated; what is left of a ballot counts as so much of one. */
        ALLOCATED,
        /** Allocated; a ballot of which there is anything left counts as one. */
        ALLOCATED_WHOLE,
        /** Stars; a ballot gives nobody more than it has left. */
        CAPPED,
        /** Stars; a ballot gives everybody less by the same share. */
        SCALED
    }

    /** Equal ballots, and what is left of each. */
    record Paper(BigInteger number, List<BigInteger> scores, Fraction left) {
        Paper {
            scores = List.copyOf(scores);
        }

        Paper leaving(Fraction share) {
            return new Paper(number, scores, share);
        }
    }

    private static final Fraction NOTHING = Fraction.of(0, 1);

    private final BigInteger highest;
    private final Fraction quota;
    private final Way way;
    private List<Paper> papers;

    SpentScores(List<Paper> papers, long highest, long seats, Way way) {
        this.papers = List.copyOf(papers);
        this.highest = BigInteger.valueOf(highest);
        this.way = way;
        var all = papers.stream().map(Paper::number).reduce(BigInteger.ZERO, BigInteger::add);
        this.quota = new Fraction(all, BigInteger.valueOf(seats));
    }

    /** What all ballots give an option. */
    Fraction sum(int option) {
        return papers.stream()
                .map(paper -> given(paper, option).times(whole(paper.number())))
                .reduce(NOTHING, Fraction::plus);
    }

    private Fraction given(Paper paper, int option) {
        var score = whole(paper.scores().get(option));
        return way == Way.CAPPED ? score.min(whole(highest).times(paper.left())) : score.times(paper.left());
    }

    /** Spends ballots on an option that has a seat. */
    void spend(int option) {
        papers = way == Way.ALLOCATED || way == Way.ALLOCATED_WHOLE ? allocated(option) : paid(option);
    }

    private List<Paper> allocated(int option) {
        var levels = new TreeMap<Fraction, List<Paper>>();
        papers.forEach(paper -> levels.computeIfAbsent(given(paper, option), _ -> new ArrayList<>())
                .add(paper));
        var open = quota;
        var left = new ArrayList<Paper>();
        for (var level : levels.descendingMap().entrySet()) {
            if (level.getKey().numerator().signum() == 0 || open.numerator().signum() == 0) {
                left.addAll(level.getValue());
                continue;
            }
            var held = level.getValue().stream().map(this::counts).reduce(NOTHING, Fraction::plus);
            if (held.compareTo(open) > 0) {
                var kept = Fraction.of(1, 1).minus(open.over(held));
                level.getValue()
                        .forEach(paper -> left.add(paper.leaving(paper.left().times(kept))));
            }
            open = open.minus(held.min(open));
        }
        return left;
    }

    /** How much of a seat's share these ballots are. */
    private Fraction counts(Paper paper) {
        return way == Way.ALLOCATED ? whole(paper.number()).times(paper.left()) : whole(paper.number());
    }

    private List<Paper> paid(int option) {
        var together = sum(option);
        var cost = quota.times(whole(highest));
        var paid = together.compareTo(cost) > 0 ? cost.over(together) : Fraction.of(1, 1);
        return papers.stream()
                .map(paper -> paper.leaving(
                        paper.left().minus(given(paper, option).times(paid).over(whole(highest)))))
                .toList();
    }

    private static Fraction whole(BigInteger number) {
        return new Fraction(number, BigInteger.ONE);
    }
}
