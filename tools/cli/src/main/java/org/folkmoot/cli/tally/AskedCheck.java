// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.cli.tally.formats.Profile;
import org.jspecify.annotations.Nullable;

/** The check that the caller asks for, of files that only have ballots. */
record AskedCheck(@Nullable String method, @Nullable Integer seats, Map<String, String> set) {
    /** The rule of files that ends with the first project that does not fit. */
    private static final String STOPS = "greedy-no-skip";

    /** The rule of files that, like the one above, looks only at projects with so many points. */
    private static final String LEAST = "greedy-threshold";

    private static final String LEAST_POINTS = "min_project_score_threshold";

    /** The check as a case would write it, with what the file itself publishes as the expected answer. */
    ObjectNode check(String file, Profile profile) {
        var asked = method == null ? rule(file, profile) : method;
        var check = Answer.empty().put("method", asked);
        if (seats != null) {
            check.put("seats", seats.intValue());
        } else {
            profile.seats().ifPresent(said -> check.put("seats", said));
        }
        var parameters = check.putObject("parameters");
        if (profile.kind().startsWith("pb-")) {
            budget(asked, profile, check, parameters);
        }
        set.forEach(parameters::put);
        return check;
    }

    private static String rule(String file, Profile profile) {
        if (profile.rule().method().isPresent()) {
            return profile.rule().method().get();
        }
        var rule = profile.budget().meta().getOrDefault("rule", "");
        if (List.of("greedy", STOPS, LEAST).contains(rule)) {
            return "pb-greedy";
        }
        if (rule.startsWith("equalshares")) {
            return "pb-equal-shares";
        }
        throw new Usage(file + " does not say by which method it is counted: give --method. There is "
                + Tabulations.names() + ".");
    }

    private static void budget(String asked, Profile profile, ObjectNode check, ObjectNode parameters) {
        var money = profile.budget();
        if (asked.equals("pb-scores")) {
            parameters.put("voteType", money.meta().getOrDefault("vote_type", "approval"));
            parameters.put("max_length", money.meta().getOrDefault("max_length", ""));
            if (money.scores().size() == profile.candidates().size()) {
                var scores = check.putObject("expected").putObject("score");
                money.scores().forEach(scores::put);
            }
            return;
        }
        var budget = money.meta().getOrDefault("budget", "").replace(',', '.');
        if (!budget.matches("[0-9]{1,15}(?:\\.[0-9]{1,6})?")) {
            throw new Usage("The file says no budget.");
        }
        parameters.put("budget", new BigDecimal(budget));
        var costs = parameters.putObject("costs");
        money.costs().forEach((project, cost) -> costs.put(project, new BigDecimal(cost)));
        var rule = money.meta().getOrDefault("rule", "greedy");
        if (asked.equals("pb-equal-shares") && rule.startsWith("equalshares")) {
            parameters.put("tieBreak", "cheaper, then more approvals");
        }
        if (asked.equals("pb-equal-shares") && rule.startsWith("equalshares/add1")) {
            parameters.put("completion", "add1").put("raiseFrom", "whole");
        }
        if (asked.equals("pb-equal-shares") && rule.endsWith("-comparison")) {
            parameters.put("comparison", "satisfaction");
        }
        if (asked.equals("pb-greedy") && List.of(LEAST, STOPS).contains(rule)) {
            parameters.put(LEAST_POINTS, money.meta().getOrDefault(LEAST_POINTS, ""));
        }
        if (asked.equals("pb-greedy") && rule.equals(STOPS)) {
            parameters.put("onUnaffordable", "stop");
        }
        // What was funded is the answer to the rule of the file, and to no other.
        var own = rule.startsWith("equalshares") ? "pb-equal-shares" : "pb-greedy";
        if (!money.selected().isEmpty() && asked.equals(own)) {
            check.putObject("expected").set("selected", Counting.names(money.selected()));
        }
    }
}
