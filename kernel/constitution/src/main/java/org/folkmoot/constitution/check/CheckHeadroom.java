// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.math.BigInteger;
import java.util.Optional;
import org.folkmoot.constitution.reach.Clause;
import org.folkmoot.constitution.reach.Reach;
import org.folkmoot.constitution.reach.Roll;
import org.folkmoot.policy.Fraction;

/** Says how far today's roll is from one with which a chamber's rules cannot be met, or mean little. */
final class CheckHeadroom {
    /** A number of votes that is less than this part of the roll is no quorum. */
    private static final Fraction WEAK = Fraction.of(1, 100);

    private final Scene scene;

    CheckHeadroom(Scene scene) {
        this.scene = scene;
    }

    void chamber(Docket docket, Bench bench, Roll roll) {
        if (bench.clauses().stream().noneMatch(clause -> CheckReach.depends(clause, bench))) {
            return;
        }
        near(docket, bench, roll);
        weak(bench, roll);
    }

    /** The largest smaller roll with which no ballots pass, if it is near. */
    static Optional<Near> near(Docket docket, Bench bench, Roll roll, Fraction room, Scene scene) {
        var missing = room.times(new Fraction(roll.power(), BigInteger.ONE)).floor();
        // In a small body, one who leaves is more than the share.
        var one = roll.ofEquals() && roll.members() > 1 ? BigInteger.ONE : BigInteger.ZERO;
        var low = roll.power().subtract(missing.max(one)).max(BigInteger.ZERO);
        if (low.equals(roll.power()) || !(never(docket, bench, roll, low, scene) instanceof Reach.None)) {
            return Optional.empty();
        }
        // Reached today and not with the fewest: halving finds where, as what is asked for rises against a falling
        // roll.
        var never = low;
        var reached = roll.power();
        while (reached.subtract(never).compareTo(BigInteger.ONE) > 0) {
            var middle = never.add(reached).shiftRight(1);
            if (never(docket, bench, roll, middle, scene) instanceof Reach.None) {
                never = middle;
            } else {
                reached = middle;
            }
        }
        return never(docket, bench, roll, never, scene) instanceof Reach.None none
                ? Optional.of(new Near(never, smaller(roll, never), none))
                : Optional.empty();
    }

    /** A smaller roll with which no ballots pass. */
    record Near(BigInteger power, Roll roll, Reach.None none) {
        /** How many percent less that is, rounded down. */
        BigInteger percent(Roll today) {
            return today.power()
                    .subtract(power)
                    .multiply(BigInteger.valueOf(100))
                    .divide(today.power());
        }
    }

    private static Reach never(Docket docket, Bench bench, Roll roll, BigInteger power, Scene scene) {
        return bench.asks(smaller(roll, power), docket.atTheEnd(), scene).all(bench.clauses());
    }

    private static Roll smaller(Roll roll, BigInteger power) {
        return roll.ofEquals()
                ? Roll.equal(power.longValueExact()).with(roll.measures())
                : Roll.totals(power, roll.members()).with(roll.measures());
    }

    private void near(Docket docket, Bench bench, Roll roll) {
        near(docket, bench, roll, scene.room(), scene)
                .ifPresent(near -> scene.complaints()
                        .warning(
                                "near-unreachable",
                                CheckReach.place(bench, near.none()),
                                near.percent(roll) + " % less of '"
                                        + bench.chamber().body() + "' (" + near.power()
                                        + " instead of " + roll.power() + "), and no ballots can "
                                        + CheckReach.does(bench)
                                        + ". " + Said.why(near.none(), near.roll())));
    }

    private void weak(Bench bench, Roll roll) {
        if (bench.clauses().stream().anyMatch(CheckHeadroom::follows)) {
            return;
        }
        bench.clauses().stream()
                .filter(clause -> !clause.named().blocks())
                .forEach(clause -> CheckReach.number(clause)
                        .filter(asked -> WEAK.exceededBy(roll.power(), BigInteger.ONE)
                                && asked.compareTo(WEAK.times(new Fraction(roll.power(), BigInteger.ONE))) < 0)
                        .ifPresent(asked -> scene.complaints()
                                .warning(
                                        "too-weak",
                                        clause.named().rule().path(),
                                        asked + " of " + roll.power()
                                                + " are less than one in a hundred: nothing else here grows with the roll.",
                                        "of: roll, atLeast: 1/100")));
    }

    private static boolean follows(Clause clause) {
        return clause.comparison()
                .filter(said -> said.of().contains("roll") || said.of().contains("members"))
                .isPresent();
    }
}
