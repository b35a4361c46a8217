// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final List<String> COUNTS = List.of("ballots", "blank", "budget", "spent");

    /** How projects are chosen. In all of them the one with more points, then the cheaper one, is before its equal. */
    public enum Rule {
        /** From the most points down; what no longer fits is passed over. */
        GREEDY_SKIP,
        /** From the most points down, until one does not fit. */
        GREEDY_STOP,
        /**
         * All power has an equal part of the budget; next is the project whose supporters pay the least part of its cost
         * each, and who has less pays all that is left. Who gave a project any points supports it.
         */
        EQUAL_SHARES,
        /**
         * The same, with every part raised step by step as long as what is chosen still fits the budget, since equal
         * parts alone leave much of it unspent; at most 10,000 times.
         */
        EQUAL_SHARES_RAISED
    }

    /**
     * What may be spent on what.
     *
     * @param budget what may be spent, as a whole number of minor units
     * @param costs what each project costs, in the order of the options
     * @param rule how projects are chosen; else {@code equal-shares-raised}
     * @param raise by how many minor units the part of each unit of power is raised at a time; else 1
     * @param points the points that a ballot may give altogether; else 1,000,000
     * @param tie who comes first of those that are equal in everything, {@code order} or {@code lot}; else {@code order}
     * @param seed the text that {@code lot} draws from, given with it and only then
     */
    public record Settings(
            long budget,
            List<String> costs,
            Optional<Rule> rule,
            Optional<Long> raise,
            Optional<Long> points,
            Optional<TieRule> tie,
            Optional<String> seed) {
        public Settings {
            costs = List.copyOf(costs);
            if (budget < 1
                    || raise.orElse(1L) < 1
                    || costs.stream().anyMatch(cost -> !cost.matches("[1-9][0-9]{0,39}"))) {
                throw new IllegalArgumentException("budget, costs and raise are whole numbers from 1");
            }
            Options.bounded(points.orElse(1L), 1, 1_000_000, "points");
            var rules = List.of(TieRule.ORDER, TieRule.LOT);
            if (!rules.contains(Ties.of(tie, seed).rule())) {
                throw new IllegalArgumentException("projects are chosen one by one: tie is order or lot");
            }
        }

        Rule how() {
            return rule.orElse(Rule.EQUAL_SHARES_RAISED);
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
        return raised(ballots, question, settings).result();
    }

    /**
     * A choice of projects, and what the shares had to be raised by for it.
     *
     * @param result the choice
     * @param by how many minor units were added to the share of each unit of power
     */
    public record Raised(Result result, BigInteger by) {}

    /** Chooses, and says by how much the shares were raised. */
    public Raised raised(Iterable<Counted> ballots, Question question, Settings settings) {
        var board = new Scoreboard(question);
        var stronger = Ties.of(settings.tie(), settings.seed()).strength(question);
        var budget = new BudgetCount(
                BigInteger.valueOf(settings.budget()),
                settings.costs().stream().map(BigInteger::new).toList(),
                stronger);
        for (var group : ballots) {
            var points = points(group.choice(), question, settings);
            board.cast(group, ScoredBallot.isBlank(points));
            budget.add(points, group.power());
        }
        var found = budget.chosen(settings.how(), settings.raise().orElse(1L));
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
        var words = "%s of %s is spent on %s projects.".formatted(spent, settings.budget(), chosen.size());
        return new Raised(new Result(board.cast(), board.names(chosen), counts, List.of(round), words), found.raised());
    }
}
