// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.deciding;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.folkmoot.cli.client.Api;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.constitution.course.Explanation;
import org.folkmoot.constitution.course.Judge;
import org.folkmoot.constitution.course.Judges;
import org.folkmoot.constitution.course.Tally;

/** What several policies make of the same polls, one letter for each: P passes, f fails. */
final class Table {
    private final Path file;
    private final Map<String, List<Explanation>> rows = new LinkedHashMap<>();

    Table(Path file) {
        this.file = file;
    }

    void add(Judge judge, BiFunction<Judge, Tally, Explanation> decide) {
        var tallies = Rulebook.tallies(file, Judges.only(judge));
        rows.put(
                judge.policy().name(),
                tallies.stream().map(tally -> decide.apply(judge, tally)).toList());
    }

    String[] lines() {
        var names = rows.values().iterator().next().stream()
                .map(explanation -> explanation.tally().name())
                .toList();
        var first = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
        var lines = new ArrayList<String>();
        lines.add((" ".repeat(first) + "  " + String.join("  ", names)).stripTrailing());
        rows.forEach((policy, row) -> {
            var line = new StringBuilder(pad(policy, first));
            for (var i = 0; i < row.size(); i++) {
                line.append("  ").append(pad(letter(row.get(i)), names.get(i).length()));
            }
            lines.add(line.toString().stripTrailing());
        });
        return lines.toArray(String[]::new);
    }

    JsonNode json() {
        var json = Api.JSON.createArrayNode();
        rows.forEach((policy, row) -> {
            for (var explanation : row) {
                json.addObject()
                        .put("policy", policy)
                        .put("name", explanation.tally().name())
                        .put(
                                "outcome",
                                ExplainedJson.word(
                                        explanation.standing().decision().outcome()))
                        .put("decided", explanation.decided())
                        .put("words", explanation.standing().decision().words());
            }
        });
        return json;
    }

    private static String letter(Explanation explanation) {
        return explanation.standing().decision().outcome() == Outcome.PASSED ? "P" : "f";
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
