// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.policies.BudgetCompletion.Comparison;
import org.folkmoot.policies.BudgetCompletion.Completion;
import org.folkmoot.policies.BudgetCompletion.Plan;
import org.folkmoot.policies.BudgetCompletion.RaiseFrom;
import org.folkmoot.policies.BudgetCompletion.RaiseUntil;
import org.folkmoot.policies.BudgetCount.Wanted;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.InvalidQuestion;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.Round;
import org.folkmoot.policy.VotingMethod;

/**
 * Chooses projects that together cost no more than a budget. A choice is a list of projects, by number from 0, or points
 * by project such as {@code {"0": 2, "3": 1}}; an empty one is blank.
 */
public final class ParticipatoryBudget implements VotingMethod<ParticipatoryBudget.Settings> {
    /** How often shares are raised at most, so that a count always ends. */
    private static final int MOST_RAISES = 10_000;

    private static final List<String> COUNTS = List.of("ballots", "blank", "budget", "spent");

    /**
     * What may be spent on what.
     *
     * @param budget what may be spent, as a whole number of minor units
     * @param costs what each project costs, in the order of the options
     * @param rule how projects are chosen; else {@code equal-shares-raised}
     * @param raise by how many minor units the part of each unit of power is raised at a time; else 1
     * @param raiseFrom from where shares are raised; else {@code exact}
     * @param raiseUntil until when shares are raised; else {@code overspent}
     * @param completion who gets what equal shares leave; else {@code none}
     * @param comparison by what equal shares are compared with the greedy choice; else {@code none}
     * @param cheaperFirst whether of projects that are equal the cheaper one is first, and then the one with more points
     * @param leastPoints the points without which a project is not looked at; else 1. With 0 also those that nobody wants are, but
     *     equal shares pay for none of them
     * @param points the points that a ballot may give altogether; else 1,000,000
     * @param tie who comes first of those that are equal in everything, {@code order} or {@code lot}; else {@code order}
     * @param seed the text that {@code lot} draws from, given with it and only then
     */
    public record Settings(
            long budget,
            List<String> costs,
            Optional<BudgetRule> rule,
            Optional<Long> raise,
            Optional<RaiseFrom> raiseFrom,
            Optional<RaiseUntil> raiseUntil,
            Optional<Completion> completion,
            Optional<Comparison> comparison,
            Optional<Boolean> cheaperFirst,
            Optional<Long> leastPoints,
            Optional<Long> points,
            Optional<TieRule> tie,
            Optional<String> seed) {
        public Settings {
            costs = List.copyOf(costs);
            if (budget < 0 || costs.stream().anyMatch(cost -> !cost.matches("0|[1-9][0-9]{0,39}"))) {
                throw new IllegalArgumentException("budget and costs are whole numbers from 0");
            }
            Options.bounded(raise.orElse(1L), 1, Long.MAX_VALUE, "raise");
            Options.bounded(points.orElse(1L), 1, 1_000_000, "points");
            Options.bounded(leastPoints.orElse(1L), 0, Long.MAX_VALUE, "leastPoints");
            var how = rule.orElse(BudgetRule.EQUAL_SHARES_RAISED);
            if ((raise.isPresent() || raiseFrom.isPresent() || raiseUntil.isPresent())
                    && how != BudgetRule.EQUAL_SHARES_RAISED) {
                throw new IllegalArgumentException("raise, raiseFrom and raiseUntil are rules of equal-shares-raised");
            }
            if ((completion.isPresent() || comparison.isPresent() || cheaperFirst.isPresent()) && !how.shares()) {
                throw new IllegalArgumentException("completion, comparison and cheaperFirst are rules of equal shares");
            }
            var rules = List.of(TieRule.ORDER, TieRule.LOT);
            if (!rules.contains(Ties.of(tie, seed).rule())) {
                throw new IllegalArgumentException("projects are chosen one by one: tie is order or lot");
            }
        }

        BudgetRule how() {
            return rule.orElse(BudgetRule.EQUAL_SHARES_RAISED);
        }

        private BigInteger raised() {
            return BigInteger.valueOf(raise.orElse(1L));
        }

        private Plan plan(BigInteger unit) {
            return new Plan(
                    how() == BudgetRule.EQUAL_SHARES_RAISED ? raised() : BigInteger.ZERO,
                    unit,
                    raiseFrom.orElse(RaiseFrom.EXACT),
                    raiseUntil.orElse(RaiseUntil.OVERSPENT),
                    completion.orElse(Completion.NONE),
                    comparison.orElse(Comparison.NONE));
        }

        private Wanted wanted(Comparator<Integer> stronger) {
            return new Wanted(BigInteger.valueOf(leastPoints.orElse(1L)), cheaperFirst.orElse(false), stronger);
        }
    }

    @Override
    public String id() {
        return "participatory-budget";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public List<String> counts(Settings settings) {
        return COUNTS;
    }

    @Override
    public Set<String> scaled(Settings settings) {
        return Set.of("budget", "spent");
    }

    @Override
    public void checkQuestion(Question question, Settings settings) {
        Options.check(question);
        if (question.options().size() != settings.costs().size()) {
            throw new InvalidQuestion("There are " + question.options().size() + " options and "
                    + settings.costs().size() + " costs.");
        }
    }

    @Override
    public void check(Object choice, Question question, Settings settings) {
        points(choice, question, settings);
    }

    private static long[] points(Object choice, Question question, Settings settings) {
        var most = settings.points().orElse(1_000_000L);
        if (choice instanceof List<?> options) {
            var points = new long[question.options().size()];
            Options.numbers(options, question).forEach(option -> points[option] = 1);
            if (options.size() > most) {
                throw new InvalidChoice("The choice names more than " + most + " projects.");
            }
            return points;
        }
        return ScoredBallot.of(choice, question, most, Optional.of(most));
    }

    @Override
    public Result tally(Iterable<Counted> ballots, Question question, Settings settings) {
        return raised(ballots, question, settings, settings.raised(), MOST_RAISES)
                .result();
    }

    /**
     * A choice of projects, and what the shares had to be raised by for it.
     *
     * @param result the choice
     * @param by how many minor units were added to the share of each unit of power
     * @param all whether shares were raised as long as the rule says; else the limit ended it
     */
    public record Raised(Result result, BigInteger by, boolean all) {}

    /**
     * Chooses, and says by how much the shares were raised.
     *
     * @param unit of what shares are a multiple that are raised from whole ones
     * @param most how many times shares are raised at most
     */
    public Raised raised(Iterable<Counted> ballots, Question question, Settings settings, BigInteger unit, int most) {
        var board = new Scoreboard(question);
        var stronger = Ties.of(settings.tie(), settings.seed()).strength(question);
        var budget = new BudgetCount(
                BigInteger.valueOf(settings.budget()),
                settings.costs().stream().map(BigInteger::new).toList(),
                settings.wanted(stronger));
        for (var group : ballots) {
            var points = points(group.choice(), question, settings);
            board.cast(group, ScoredBallot.isBlank(points));
            budget.add(points, group.power());
        }
        var found = budget.chosen(settings.how(), settings.plan(unit), most);
        var chosen = found.projects();
        var spent = budget.cost(chosen);
        var counts = new LinkedHashMap<String, BigInteger>();
        counts.put("ballots", board.ballots());
        counts.put("blank", board.ballots().subtract(board.marked()));
        // Where nothing was cast, there is nothing to compare what was spent with.
        counts.put("budget", board.marked().signum() == 0 ? BigInteger.ZERO : BigInteger.valueOf(settings.budget()));
        counts.put("spent", spent);
        var round = new Round(
                1,
                board.byName(budget.points()),
                BigInteger.ZERO,
                Map.of(),
                board.names(chosen),
                List.of(),
                Map.of(),
                "");
        var words = "%s of %s is spent on %s projects, chosen %s."
                .formatted(
                        spent, settings.budget(), chosen.size(), settings.how().words(found.raised()));
        return new Raised(
                new Result(board.cast(), board.names(chosen), counts, List.of(round), words),
                found.raised(),
                found.all());
    }
}
