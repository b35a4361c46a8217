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
        lines.add(report.polls() + " polls: " + report.passed() + " pass, " + (report.polls() - report.passed())
                + " are rejected, " + report.flips().size() + " come out otherwise than they did.");
        note(lines, report.unknown(), " of them do not say how they came out.");
        note(lines, report.skipped(), " more have a policy that the candidate does not have.");
        first(report.flips()).forEach(flip -> lines.add("flips: " + words(flip)));
        more(lines, report.flips().size());
        lines.add("Would have been unreachable, however those who voted had voted, in "
                + report.unreachable().size()
                + " of " + report.polls()
                + (report.unreachable().isEmpty() ? "." : ": " + String.join(", ", first(report.unreachable())) + "."));
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

    private static void note(List<String> lines, long count, String words) {
        if (count > 0) {
            lines.add(count + words);
        }
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(MANY, all.size()));
    }

    private static void more(List<String> lines, int count) {
        note(lines, Math.max(0, count - MANY), " more flips; --json names them all.");
    }

    private static void voters(List<String> lines, String what, Map<String, Long> counts, long polls) {
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MANY)
                .forEach(entry -> lines.add(what + ": " + entry.getKey() + " in " + entry.getValue() + " of " + polls));
    }
}
