// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.folkmoot.policies.BudgetRule;
import org.folkmoot.policies.ParticipatoryBudget;
import org.folkmoot.policies.ParticipatoryBudget.Raised;
import org.folkmoot.policy.Counted;

/** Participatory budgets. */
final class BudgetTabulations {
    private static final String[] KINDS = {"pb-approval", "pb-choose-1", "pb-cumulative", "pb-scoring", "pb-ordinal"};
    /** What pabulib says that a project costs which was withdrawn after the vote. */
    private static final BigDecimal WITHDRAWN = BigDecimal.valueOf(999_999_999);

    private static final int MOST_RAISES = 100_000;

    private BudgetTabulations() {}

    static Answer scores(TallyCase counted, TallyCheck check) {
        var parameters = check.parameters();
        var kind = parameters.oneOf("voteType", "approval", "cumulative", "choose-1", "ordinal", "scoring");
        var longest = parameters.whole("max_length");
        parameters.remark("min_length", "max_sum_points", "max_points", "min_points", "scoring_fn");
        if (kind.equals("ordinal") != counted.format().equals("pb-ordinal")) {
            throw parameters.unknown("voteType", kind);
        }
        var given = BudgetPoints.of(counted);
        var ballots = ballots(counted, longest, given);
        var free = counted.candidates().stream().map(_ -> "1").toList();
        var money = new BudgetMoney(BigInteger.ONE, free, 0);
        var found = count(counted, ballots, money, BudgetWays.only(BudgetRule.GREEDY_STOP));
        var approvals = new LinkedHashMap<String, BigInteger>();
        counted.candidates().forEach(name -> approvals.put(name, BigInteger.ZERO));
        for (var group : counted.groups()) {
            for (var project : group.get(1)) {
                var option = Math.toIntExact(Numbers.number(project.isArray() ? project.get(0) : project));
                if (!project.isArray() || BudgetPoints.points(project).signum() > 0) {
                    approvals.merge(
                            counted.candidates().get(option), group.get(0).bigIntegerValue(), BigInteger::add);
                }
            }
        }
        var values = Answer.empty();
        values.set(
                "score",
                Counting.powers(given.given(found.result().rounds().getFirst().tally(), ballots), given.decimals()));
        values.set("approvals", Counting.powers(approvals, 0));
        return Answer.of(values, "The points of each project: " + values.path("score"));
    }

    static Answer greedy(TallyCase counted, TallyCheck check) {
        var skips = !check.parameters().words("onUnaffordable", "skip", "stop").equals("stop");
        check.parameters().words("order", "score descending");
        var money = BudgetMoney.of(counted, check);
        var given = BudgetPoints.of(counted);
        var ballots = ballots(counted, Optional.empty(), given);
        var ways = BudgetWays.greedy(
                skips ? BudgetRule.GREEDY_SKIP : BudgetRule.GREEDY_STOP,
                check.parameters().whole("min_project_score_threshold").map(least -> given.least(least, ballots)));
        return answer(count(counted, skips ? ballots : withoutWithdrawn(ballots, counted, check), money, ways), money);
    }

    // Without points it comes after all others, and ends nothing.
    private static List<Counted> withoutWithdrawn(List<Counted> ballots, TallyCase counted, TallyCheck check) {
        var costs = check.parameters().need("costs");
        var withdrawn = LongStream.range(0, counted.candidates().size())
                .filter(option -> costs.path(counted.candidates().get((int) option))
                                .decimalValue()
                                .compareTo(WITHDRAWN)
                        == 0)
                .boxed()
                .collect(Collectors.toSet());
        return ballots.stream()
                .map(group -> new Counted(without(group.choice(), withdrawn), group.ballots(), group.power()))
                .toList();
    }

    private static Object without(Object choice, Set<Long> withdrawn) {
        if (choice instanceof Map<?, ?> points) {
            var left = new LinkedHashMap<Object, Object>(points);
            left.keySet().removeIf(option -> withdrawn.contains(Long.valueOf(String.valueOf(option))));
            return left;
        }
        return choice instanceof List<?> options
                ? options.stream().filter(option -> !withdrawn.contains(option)).toList()
                : choice;
    }

    static Answer equalShares(TallyCase counted, TallyCheck check) {
        var parameters = check.parameters();
        parameters.words("utility", "cost of the project");
        var ways = BudgetWays.shares(parameters);
        var money = BudgetMoney.of(counted, check);
        var ballots =
                ballots(counted, Optional.empty(), BudgetPoints.of(counted).fromZero());
        var power = ballots.stream().map(Counted::power).reduce(BigInteger.ZERO, BigInteger::add);
        if (parameters
                .whole("voters")
                .filter(said -> !BigInteger.valueOf(said).equals(power))
                .isPresent()) {
            throw new NotSupported("The budget is shared by other voters than the " + power + " who voted.");
        }
        var plain = count(counted, ballots, money, ways.plain());
        var found = count(counted, ballots, money, ways);
        if (!found.all()) {
            throw new NotSupported("Shares would have to be raised more than " + MOST_RAISES + " times.");
        }
        var answer = answer(found, money);
        answer.values().set("withoutCompletion", Counting.names(plain.result().winners()));
        answer.values().set("lastFeasibleIncrement", Numbers.units(found.by(), money.decimals()));
        return answer;
    }

    private static Answer answer(Raised found, BudgetMoney money) {
        var values = Answer.empty();
        values.set("selected", Counting.names(found.result().winners()));
        values.set(
                "spent",
                Numbers.units(found.result().counts().getOrDefault("spent", BigInteger.ZERO), money.decimals()));
        return Answer.of(
                values,
                "Selected: " + String.join(", ", found.result().winners()) + ".",
                "Spent: " + values.path("spent").asText() + ".");
    }

    private static Raised count(TallyCase counted, List<Counted> ballots, BudgetMoney money, BudgetWays ways) {
        var method = new ParticipatoryBudget();
        var settings = Counting.settings(() -> ways.settings(money));
        return method.raised(
                Counting.checked(method, settings, counted.question(), ballots),
                counted.question(),
                settings,
                BigInteger.valueOf(money.units(1)),
                MOST_RAISES);
    }

    private static List<Counted> ballots(TallyCase counted, Optional<Long> longest, BudgetPoints points) {
        counted.expect(KINDS);
        if (counted.format().equals("pb-ordinal")) {
            return ordinal(counted, longest.or(() -> longest(counted)));
        }
        return counted.ballots(
                projects -> points.choice(projects, counted.candidates().size()));
    }

    /** How long a list of ranked projects may be: as the file says, or as another check of the file does. */
    private static Optional<Long> longest(TallyCase counted) {
        return Stream.concat(
                        Stream.of(counted.file().path("meta")),
                        counted.checks().valueStream().map(check -> check.path("parameters")))
                .map(said -> said.path("max_length").asText(""))
                .filter(said -> said.matches("[0-9]{1,9}"))
                .findFirst()
                .map(Long::valueOf);
    }

    // The first of a list gets as many points as it may be long, each next one a point less.
    private static List<Counted> ordinal(TallyCase counted, Optional<Long> longest) {
        var most = longest.orElseThrow(
                () -> new NotSupported("Ranked projects get points by max_length, which is missing."));
        return counted.ballots(projects -> {
            var points = new LinkedHashMap<String, Object>();
            projects.forEach(project -> points.put(project.asText(), Math.max(0, most - points.size())));
            return points;
        });
    }
}
