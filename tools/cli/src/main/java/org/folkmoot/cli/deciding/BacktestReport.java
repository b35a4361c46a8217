// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.deciding;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.folkmoot.cli.client.Api;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.course.Backtest.Flip;
import org.folkmoot.constitution.course.Backtest.Report;
import org.folkmoot.policy.Fraction;

/** Says what came of a backtest: for people the gist, for programs everything. */
final class BacktestReport {
    private static final int MANY = 20;
    private static final Fraction NOTHING = Fraction.of(0, 1);

    private BacktestReport() {}

    static String[] words(Report report) {
        var lines = new ArrayList<String>();
        lines.add("polls: " + report.polls() + ", passed: " + report.passed() + ", rejected: "
                + (report.polls() - report.passed()) + ", otherwise than they were: "
                + report.flips().size());
        note(lines, "not known how they were: ", report.unknown());
        note(lines, "left out, because the candidate does not have their policy: ", report.skipped());
        note(lines, "left out, because several bodies or stages decided together: ", report.together());
        first(report.flips()).forEach(flip -> lines.add("flips: " + words(flip)));
        more(lines, report.flips().size());
        lines.add("unreachable, however those who voted had voted: "
                + report.unreachable().size() + " of "
                + report.polls()
                + first(report.unreachable()).stream().map(name -> ", " + name).collect(Collectors.joining()));
        if (!report.turnout().isEmpty()) {
            lines.add("turnout: "
                    + report.turnout().entrySet().stream()
                            .map(found ->
                                    found.getKey() + "% " + found.getValue().plus(NOTHING))
                            .collect(Collectors.joining(", ")));
        }
        voters(lines, "pivotal", report.pivotal(), report.polls());
        voters(lines, "becomes pivotal", report.becoming(), report.polls());
        return lines.toArray(String[]::new);
    }

    static ObjectNode json(Constitution candidate, Report report) {
        var json = Api.JSON
                .createObjectNode()
                .put("constitution", candidate.hash().hex())
                .put("polls", report.polls())
                .put("unknown", report.unknown())
                .put("skipped", report.skipped())
                .put("together", report.together())
                .put("passed", report.passed());
        flips(json.putArray("flips"), report.flips());
        report.unreachable().forEach(json.putArray("unreachable")::add);
        var turnout = json.putObject("turnout");
        report.turnout().forEach((percentile, share) -> turnout.put(percentile.toString(), share.toString()));
        var pivotal = json.putObject("pivotal");
        report.pivotal().forEach(pivotal::put);
        var becoming = json.putObject("becoming");
        report.becoming().forEach(becoming::put);
        return json;
    }

    private static void flips(ArrayNode json, List<Flip> flips) {
        for (var flip : flips) {
            var one = json.addObject()
                    .put("name", flip.name())
                    .put("policy", flip.policy())
                    .put("was", ExplainedJson.word(flip.was()))
                    .put("now", ExplainedJson.word(flip.now()));
            flip.rules().forEach(one.putArray("rules")::add);
        }
    }

    private static String words(Flip flip) {
        var rules = flip.rules().isEmpty() ? "" : " (" + String.join(", ", flip.rules()) + ")";
        return flip.name() + ", " + flip.policy() + ": was " + ExplainedJson.word(flip.was()) + ", now "
                + ExplainedJson.word(flip.now()) + rules;
    }

    private static void note(List<String> lines, String words, long count) {
        if (count > 0) {
            lines.add(words + count);
        }
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(MANY, all.size()));
    }

    private static void more(List<String> lines, int count) {
        note(lines, "more flips, all of which --json names: ", Math.max(0, count - MANY));
    }

    private static void voters(List<String> lines, String what, Map<String, Long> counts, long polls) {
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MANY)
                .forEach(entry -> lines.add(what + ": " + entry.getKey() + " in " + entry.getValue() + " of " + polls));
    }
}
