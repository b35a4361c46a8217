// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folkmoot.policies.ParticipatoryBudget;
import org.folkmoot.policies.ParticipatoryBudget.Raised;
import org.folkmoot.policies.ParticipatoryBudget.Rule;
import org.folkmoot.policies.ParticipatoryBudget.Settings;
import org.folkmoot.policy.Counted;

/** Participatory budgets. */
final class BudgetTabulations {
    private static final String[] KINDS = {"pb-approval", "pb-choose-1", "pb-cumulative", "pb-scoring", "pb-ordinal"};
    private static final Pattern RAISED = Pattern.compile("^Add1: raise .* by ([0-9]{1,9}) currency unit");

    private BudgetTabulations() {}

    static Answer scores(TallyCase counted, TallyCheck check) {
        var parameters = check.parameters();
        var kind = parameters.oneOf("voteType", "approval", "cumulative", "choose-1", "ordinal", "scoring");
        var longest = parameters.whole("max_length");
        parameters.remark("min_length", "max_sum_points", "max_points", "min_points", "scoring_fn");
        if (kind.equals("ordinal") != counted.format().equals("pb-ordinal")) {
            throw parameters.unknown("voteType", kind);
        }
        var ballots = ballots(counted, longest);
        var free = counted.candidates().stream().map(_ -> "1").toList();
        var found = count(counted, ballots, new Money(BigInteger.ONE, free, 0), Rule.GREEDY_STOP);
        var approvals = new LinkedHashMap<String, BigInteger>();
        counted.candidates().forEach(name -> approvals.put(name, BigInteger.ZERO));
        for (var group : counted.groups()) {
            for (var project : group.get(1)) {
                var option = project.isArray() ? project.get(0).asInt() : project.asInt();
                var points = project.isArray() ? project.get(1).asLong() : 1;
                if (points > 0) {
                    approvals.merge(
                            counted.candidates().get(option), group.get(0).bigIntegerValue(), BigInteger::add);
                }
            }
        }
        var values = Answer.empty();
        values.set("score", Counting.powers(found.result().rounds().getFirst().tally(), 0));
        values.set("approvals", Counting.powers(approvals, 0));
        return Answer.of(values, "The points of each project: " + values.path("score"));
    }

    static Answer greedy(TallyCase counted, TallyCheck check) {
        var skips = !check.parameters().words("onUnaffordable", "skip", "stop").equals("stop");
        check.parameters().words("order", "score descending");
        var money = money(counted, check);
        var found =
                count(counted, ballots(counted, Optional.empty()), money, skips ? Rule.GREEDY_SKIP : Rule.GREEDY_STOP);
        return answer(found, money);
    }

    static Answer equalShares(TallyCase counted, TallyCheck check) {
        var parameters = check.parameters();
        parameters.words("utility", "cost of the project");
        parameters.words("tieBreak", "more approvals, then cheaper");
        var step = parameters.matched("completion", RAISED).map(match -> new BigInteger(match.group(1)));
        var money = money(counted, check);
        var ballots = ballots(counted, Optional.empty());
        var power = ballots.stream().map(Counted::power).reduce(BigInteger.ZERO, BigInteger::add);
        if (parameters
                .whole("voters")
                .filter(said -> !BigInteger.valueOf(said).equals(power))
                .isPresent()) {
            throw new NotSupported("The budget is shared by other voters than the " + power + " who voted.");
        }
        var plain = count(counted, ballots, money, Rule.EQUAL_SHARES);
        var raised = step.map(by -> count(counted, ballots, money.raisedBy(by), Rule.EQUAL_SHARES_RAISED))
                .orElse(plain);
        var answer = answer(raised, money);
        answer.values().set("withoutCompletion", Counting.names(plain.result().winners()));
        answer.values().set("lastFeasibleIncrement", Numbers.units(raised.by(), money.decimals()));
        return answer;
    }

    private static Answer answer(Raised found, Money money) {
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

    /** Amounts in the smallest unit that any of them needs. */
    private record Money(BigInteger budget, List<String> costs, int decimals, BigInteger step) {
        Money(BigInteger budget, List<String> costs, int decimals) {
            this(budget, costs, decimals, BigInteger.ONE);
        }

        Money raisedBy(BigInteger units) {
            return new Money(budget, costs, decimals, units.multiply(BigInteger.TEN.pow(decimals)));
        }
    }

    private static Money money(TallyCase counted, TallyCheck check) {
        var costs = check.parameters().need("costs");
        var amounts = new ArrayList<BigDecimal>();
        amounts.add(amount(check.parameters().need("budget"), "budget"));
        counted.candidates().forEach(name -> amounts.add(amount(costs.path(name), "cost of " + name)));
        var decimals = amounts.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        var units = amounts.stream()
                .map(amount -> amount.movePointRight(decimals).toBigIntegerExact())
                .toList();
        return new Money(
                units.getFirst(),
                units.stream().skip(1).map(BigInteger::toString).toList(),
                decimals);
    }

    private static BigDecimal amount(JsonNode said, String what) {
        if (!said.isNumber()) {
            throw new NotSupported("There is no amount for the " + what + ".");
        }
        var amount = said.decimalValue().stripTrailingZeros();
        return amount.scale() < 0 ? amount.setScale(0) : amount;
    }

    private static Raised count(TallyCase counted, List<Counted> ballots, Money money, Rule rule) {
        var method = new ParticipatoryBudget();
        var settings = Counting.settings(() -> new Settings(
                money.budget().longValueExact(),
                money.costs(),
                Optional.of(rule),
                Optional.of(money.step().longValueExact()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        return method.raised(
                Counting.checked(method, settings, counted.question(), ballots), counted.question(), settings);
    }

    private static List<Counted> ballots(TallyCase counted, Optional<Long> longest) {
        counted.expect(KINDS);
        if (counted.format().equals("pb-ordinal")) {
            var said = counted.file().path("meta").path("max_length").asText("");
            return ordinal(
                    counted,
                    longest.or(() -> said.matches("[0-9]{1,9}") ? Optional.of(Long.valueOf(said)) : Optional.empty()));
        }
        return counted.ballots(projects -> {
            if (projects.valueStream().noneMatch(JsonNode::isArray)) {
                return projects.valueStream().map(JsonNode::asLong).toList();
            }
            var points = new LinkedHashMap<String, Object>();
            projects.forEach(project ->
                    points.put(project.get(0).asText(), project.get(1).asLong()));
            return points;
        });
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
