// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.policies.ParticipatoryBudget.Rule;
import org.folkmoot.policies.ParticipatoryBudget.Settings;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares participatory budgets with a corpus of real ones. */
class BudgetCasesTest {
    @TestFactory
    Stream<DynamicTest> choosesThePublishedProjects() {
        return Corpus.checks(Map.of(
                "pb-scores", BudgetCasesTest::scores,
                "pb-greedy", BudgetCasesTest::greedy,
                "pb-equal-shares", BudgetCasesTest::equalShares));
    }

    private static void scores(JsonNode file, JsonNode check) {
        var names = Published.texts(file.path("candidates"));
        var settings = settings(1, names.stream().map(_ -> "1").toList(), Rule.GREEDY_STOP);

        assertThat(count(file, settings).rounds().getFirst().tally())
                .isEqualTo(Published.powers(check.path("expected").path("score")));
    }

    private static void greedy(JsonNode file, JsonNode check) {
        var skips = check.path("parameters").path("onUnaffordable").asText().startsWith("skip");

        compare(file, check, skips ? Rule.GREEDY_SKIP : Rule.GREEDY_STOP, "selected");
    }

    private static void equalShares(JsonNode file, JsonNode check) {
        compare(file, check, Rule.EQUAL_SHARES, "withoutCompletion");
        compare(file, check, Rule.EQUAL_SHARES_RAISED, "selected");
    }

    private static void compare(JsonNode file, JsonNode check, Rule rule, String selected) {
        var parameters = check.path("parameters");
        var costs = Published.texts(file.path("candidates")).stream()
                .map(name -> parameters.path("costs").path(name).asText())
                .toList();
        var result = count(file, settings(parameters.path("budget").asLong(), costs, rule));

        assertThat(result.winners())
                .containsExactlyInAnyOrderElementsOf(
                        Published.texts(check.path("expected").path(selected)));
        if (selected.equals("selected")) {
            assertThat(result.counts())
                    .containsEntry("spent", check.path("expected").path("spent").bigIntegerValue());
        }
    }

    private static Settings settings(long budget, List<String> costs, Rule rule) {
        return new Settings(
                budget,
                costs,
                Optional.of(rule),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Result count(JsonNode file, Settings settings) {
        var method = new ParticipatoryBudget();
        var question = new Question(file.path("title").asText(), Published.texts(file.path("candidates")));
        method.checkQuestion(question, settings);
        var ballots = new ArrayList<Counted>();
        for (var group : file.path("ballots")) {
            var choice = choice(group.get(1));
            method.check(choice, question, settings);
            ballots.add(new Counted(
                    choice, group.get(0).asLong(), new BigInteger(group.get(0).asText())));
        }
        return method.tally(ballots, question, settings);
    }

    private static Object choice(JsonNode projects) {
        if (projects.valueStream().allMatch(JsonNode::isInt)) {
            return projects.valueStream().map(JsonNode::asLong).toList();
        }
        var points = new LinkedHashMap<String, Object>();
        projects.forEach(
                project -> points.put(project.get(0).asText(), project.get(1).asLong()));
        return points;
    }
}
