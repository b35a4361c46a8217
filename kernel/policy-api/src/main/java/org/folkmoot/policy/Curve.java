// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A threshold that follows something: time, or a share of the ballots.
 *
 * <p>It is read at a point x from 0 to 1; beyond 1 it stays where it ended. The linear, reciprocal and stepped curves are
 * those of Polkadot's OpenGov, as exact rationals.
 */
public sealed interface Curve extends Threshold {
    /** What it follows. */
    Along along();

    /** Where the curve has come down to a level: 0 if it begins there, 1 if it never does before the end. */
    Fraction delay(Fraction level);

    @Override
    default Optional<Fraction> at(Facts facts) {
        return along().point(facts).map(this::at).map(along()::rounded);
    }

    @Override
    default boolean moves() {
        return along().moves();
    }

    /** A straight line from {@code begin} at 0 to {@code end} at {@code until}, flat behind it. */
    record Linear(Along along, Fraction begin, Fraction end, Fraction until) implements Curve {
        public Linear {
            if (until.numerator().signum() == 0) {
                throw new IllegalArgumentException("a line needs a length: until is above 0");
            }
        }

        @Override
        public Fraction at(Fraction x) {
            var way = x.over(until).min(Fraction.of(1, 1));
            return end.compareTo(begin) <= 0
                    ? begin.minus(way.times(begin.minus(end)))
                    : begin.plus(way.times(end.minus(begin)));
        }

        /** A line that rises has come down to a level at its beginning or never. */
        @Override
        public Fraction delay(Fraction level) {
            if (level.compareTo(begin) >= 0) {
                return Fraction.of(0, 1);
            }
            return level.compareTo(end) < 0
                    ? Fraction.of(1, 1)
                    : begin.minus(level).over(begin.minus(end)).times(until).min(Fraction.of(1, 1));
        }

        @Override
        public Fraction least() {
            return begin.min(end);
        }

        @Override
        public Fraction most() {
            return begin.max(end);
        }

        @Override
        public String toString() {
            return "from " + begin + " to " + end + " along " + along.words();
        }
    }

    /**
     * The hyperbola y = k/(x + s) + t that begins at {@code begin}, ends at {@code end} and goes through one point
     * between. It falls steeply first and slowly later.
     *
     * @param at where that point is, between 0 and 1
     * @param level how high it is there; lower than a straight line would be
     */
    record Reciprocal(Along along, Fraction begin, Fraction end, Fraction at, Fraction level) implements Curve {
        private static final Fraction ONE = Fraction.of(1, 1);

        public Reciprocal {
            if (at.numerator().signum() == 0 || at.compareTo(ONE) >= 0) {
                throw new IllegalArgumentException(
                        "the point that a reciprocal curve goes through lies between 0 and 1");
            }
            if (end.compareTo(level) > 0 || level.compareTo(begin) >= 0) {
                throw new IllegalArgumentException(
                        "a reciprocal curve falls: begin is above level, and level not below end");
            }
            if (begin.minus(level).over(begin.minus(end)).compareTo(at) <= 0) {
                throw new IllegalArgumentException("level lies below the straight line from begin to end");
            }
        }

        // With the offset s, the curve is (begin·s·(1 − x) + end·(1 + s)·x) / (x + s): nothing in it is below zero.
        // Over
        // the common denominator d of all that is written, s is p/q with p = a(l − e) and q = (b − l)d − a(b − e); and
        // with x = u/v the curve is (b·p·(v − u) + e·(q + p)·u) / (d·(q·u + p·v)), which is reduced only once.
        @Override
        public Fraction at(Fraction x) {
            var point = x.min(ONE);
            var d = begin.denominator()
                    .multiply(end.denominator())
                    .multiply(at.denominator())
                    .multiply(level.denominator());
            var b = over(begin, d);
            var e = over(end, d);
            var a = over(at, d);
            var l = over(level, d);
            var p = a.multiply(l.subtract(e));
            var q = b.subtract(l).multiply(d).subtract(a.multiply(b.subtract(e)));
            var u = point.numerator();
            var v = point.denominator();
            var above = b.multiply(p)
                    .multiply(v.subtract(u))
                    .add(e.multiply(q.add(p)).multiply(u));
            return Fraction.lowest(above, d.multiply(q.multiply(u).add(p.multiply(v))));
        }

        private static BigInteger over(Fraction share, BigInteger denominator) {
            return share.numerator().multiply(denominator.divide(share.denominator()));
        }

        @Override
        public Fraction delay(Fraction to) {
            if (to.compareTo(begin) >= 0) {
                return Fraction.of(0, 1);
            }
            if (to.compareTo(end) <= 0) {
                return ONE;
            }
            var offset = offset();
            return offset.times(begin.minus(to))
                    .over(to.plus(begin.times(offset)).minus(end.times(ONE.plus(offset))));
        }

        // s = at·(1 − r)/(r − at), where r is the part of the whole fall that is done at the point.
        private Fraction offset() {
            var done = begin.minus(level).over(begin.minus(end));
            return at.times(ONE.minus(done)).over(done.minus(at));
        }

        @Override
        public Fraction least() {
            return end;
        }

        @Override
        public Fraction most() {
            return begin;
        }

        @Override
        public String toString() {
            return "from " + begin + " through " + level + " to " + end + " along " + along.words();
        }
    }

    /** Steps down from {@code begin} by {@code step} after every {@code every}, but never below {@code end}. */
    record Stepped(Along along, Fraction begin, Fraction end, Fraction step, Fraction every) implements Curve {
        public Stepped {
            if (every.numerator().signum() == 0 || step.numerator().signum() == 0 || end.compareTo(begin) > 0) {
                throw new IllegalArgumentException("steps go down from begin to end; step and every are above 0");
            }
        }

        @Override
        public Fraction at(Fraction x) {
            var taken = new Fraction(x.over(every).floor(), BigInteger.ONE).times(step);
            return begin.minus(end).compareTo(taken) <= 0 ? end : begin.minus(taken);
        }

        @Override
        public Fraction delay(Fraction level) {
            if (level.compareTo(begin) >= 0) {
                return Fraction.of(0, 1);
            }
            if (level.compareTo(end) < 0) {
                return Fraction.of(1, 1);
            }
            var steps = begin.minus(level).over(step).ceiling();
            return every.times(new Fraction(steps, BigInteger.ONE)).min(Fraction.of(1, 1));
        }

        @Override
        public Fraction least() {
            return end;
        }

        @Override
        public Fraction most() {
            return begin;
        }

        @Override
        public String toString() {
            return "from " + begin + " to " + end + " in steps of " + step + " along " + along.words();
        }
    }
}
