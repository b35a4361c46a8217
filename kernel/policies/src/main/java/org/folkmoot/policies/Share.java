// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.folkmoot.policy.Comparison;
import org.folkmoot.policy.DecisionRule;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Sums;
import org.folkmoot.policy.Threshold;
import org.folkmoot.policy.TraceLine;
import org.folkmoot.policy.Verdict;

/**
 * Asks for a share: the sum of some counts against the sum of others, against the whole roll, or against a number.
 *
 * <p>It is the rule behind {@code quorum}, {@code approval} and {@code veto}. A share of nothing is never reached.
 */
public final class Share implements DecisionRule<Share.Settings> {
    /** What happens exactly on the boundary. */
    public enum Tie {
        FAILS,
        PASSES
    }

    /**
     * How a boundary between two whole numbers is moved to one of them before anything is compared. What has to be reached and
     * is more than 0 is at least 1.
     */
    public enum Rounding {
        UP,
        DOWN,
        /** To the nearer one, and up from the middle. */
        NEAREST
    }

    /**
     * Makes up for those who stayed away: while {@code with} is less than {@code upTo} of {@code of}, what is missing is
     * added to the whole, as if it had been cast against.
     */
    public record Pad(Threshold upTo, List<String> of, List<String> with) {
        public Pad {
            of = distinct("of", of);
            with = distinct("with", with);
        }
    }

    /**
     * What is compared with what. Exactly one of {@code atLeast} and {@code moreThan} is given.
     *
     * @param count the counts that are added up
     * @param of what makes the whole: counts, measures, or {@code roll} alone; without it the threshold is a number
     * @param less what is taken off the whole again, such as {@code abstain} off the roll
     * @param pad makes up for a low turnout
     * @param atLeast the share that must be reached (≥)
     * @param moreThan the share that must be exceeded (>)
     * @param round how the boundary is rounded; exact if nothing is said
     * @param tie says in words what the operator means on the boundary; refused if it says otherwise
     */
    public record Settings(
            List<String> count,
            Optional<List<String>> of,
            Optional<List<String>> less,
            Optional<Pad> pad,
            Optional<Threshold> atLeast,
            Optional<Threshold> moreThan,
            Optional<Rounding> round,
            Optional<Tie> tie) {
        public Settings {
            count = distinct("count", count);
            of = of.map(names -> distinct("of", names));
            less = less.map(names -> distinct("less", names));
            if (count.contains(Sums.ROLL)) {
                throw new IllegalArgumentException(
                        "count adds up ballots; the roll can only be what they are a share of");
            }
            if (of.filter(names -> names.contains(Sums.ROLL) && names.size() > 1)
                    .isPresent()) {
                throw new IllegalArgumentException("of is either roll or a list of counts, not both");
            }
            if (atLeast.isPresent() == moreThan.isPresent()) {
                throw new IllegalArgumentException("exactly one of atLeast and moreThan is needed");
            }
            var onBoundary = atLeast.isPresent() ? Tie.PASSES : Tie.FAILS;
            if (tie.isPresent() && tie.get() != onBoundary) {
                throw new IllegalArgumentException(
                        atLeast.isPresent()
                                ? "with atLeast a tie passes; a tie that fails is written moreThan"
                                : "with moreThan a tie fails; a tie that passes is written atLeast");
            }
            if (of.isEmpty()) {
                checkNumber(less, pad, atLeast);
            }
        }

        private static void checkNumber(Optional<List<String>> less, Optional<Pad> pad, Optional<Threshold> atLeast) {
            if (less.isPresent() || pad.isPresent()) {
                throw new IllegalArgumentException("without of there is no whole to take from or to pad");
            }
            if (atLeast.filter(least -> least.least().numerator().signum() == 0).isPresent()) {
                throw new IllegalArgumentException("at least 0 votes is no rule: nobody has to vote for that");
            }
        }

        boolean strict() {
            return moreThan.isPresent();
        }

        Threshold threshold() {
            return atLeast.or(() -> moreThan).orElseThrow();
        }

        /** Whether it is the plain comparison of a part with a share of a whole that no ballot moves. */
        boolean plain() {
            return (threshold() instanceof Threshold.Fixed || threshold().moves())
                    && less.isEmpty()
                    && pad.isEmpty()
                    && round.isEmpty();
        }

        /**
         * Whether the whole never moves with the ballots, or always holds what is counted. Otherwise the extremes may all
         * have an empty whole or an empty part, which is never a share, while what lies between has both.
         *
         * @param moving the names of what ballots are counted to
         */
        boolean wholeHoldsPart(Set<String> moving) {
            var whole = of.orElse(List.of());
            var off = less.orElse(List.of());
            if (Stream.concat(whole.stream(), off.stream()).noneMatch(moving::contains)) {
                return true;
            }
            var holds = new HashSet<>(whole);
            if (whole.contains(Sums.ROLL)) {
                holds.addAll(moving);
            }
            return holds.containsAll(off) && off.stream().allMatch(holds::remove) && holds.containsAll(count);
        }

        /** What it names and the facts do not have. */
        List<String> missing(Facts facts) {
            var missing = new LinkedHashSet<String>();
            missing(count, facts, missing);
            of.ifPresent(names -> missing(names, facts, missing));
            less.ifPresent(names -> missing(names, facts, missing));
            pad.ifPresent(more -> missing(more.of(), facts, missing));
            pad.ifPresent(more -> missing(more.with(), facts, missing));
            return List.copyOf(missing);
        }

        private static void missing(List<String> names, Facts facts, Set<String> missing) {
            for (var name : names) {
                if (Sums.find(name, facts).isEmpty()) {
                    missing.add(name);
                }
            }
        }
    }

    @Override
    public String id() {
        return "share";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public Verdict judge(Facts facts, Settings settings) {
        var missing = settings.missing(facts);
        var sides = ShareSides.of(facts, settings);
        var passed = missing.isEmpty() && sides.reached();
        var share = sides.share().toString();
        var boundary = sides.boundary().toString();
        var words = missing.isEmpty() ? ShareWords.of(sides, settings, share, boundary) : unknown(missing);
        return Verdict.of(new TraceLine(
                id(),
                sides.numerator(),
                sides.denominator(),
                settings.strict() ? "moreThan" : "atLeast",
                share,
                boundary,
                settings.strict() ? "fails" : "passes",
                passed,
                words,
                missing.isEmpty() ? ShareMargin.of(facts, settings, sides) : words));
    }

    @Override
    public boolean isMet(Facts facts, Settings settings) {
        return settings.missing(facts).isEmpty() && ShareSides.reached(facts, settings);
    }

    /**
     * A padded whole and a threshold that follows the ballots bend between the extremes; everything else is straight, as long
     * as no whole is empty while there is a part of it.
     */
    @Override
    public boolean settledByExtremes(Settings settings, Set<String> counts) {
        return settings.pad().isEmpty()
                && (settings.threshold() instanceof Threshold.Fixed
                        || settings.threshold().moves())
                && settings.wholeHoldsPart(counts);
    }

    @Override
    public Optional<Comparison> comparison(Settings settings) {
        return Optional.of(new Comparison(
                settings.count(),
                settings.of().orElse(List.of()),
                settings.less().orElse(List.of()),
                settings.pad().map(pad -> new Comparison.Padding(pad.upTo(), pad.of(), pad.with())),
                settings.threshold(),
                settings.strict(),
                settings.round().map(how -> Comparison.Rounding.valueOf(how.name()))));
    }

    private static String unknown(List<String> missing) {
        return "This voting method has no count named " + String.join(", ", missing) + ": fails.";
    }

    private static List<String> distinct(String key, List<String> names) {
        if (names.isEmpty() || new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException(key + " is empty or names a count twice: " + names);
        }
        return List.copyOf(names);
    }
}
