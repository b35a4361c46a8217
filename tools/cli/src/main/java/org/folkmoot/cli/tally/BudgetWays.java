// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folkmoot.policies.BudgetCompletion.Comparison;
import org.folkmoot.policies.BudgetCompletion.Completion;
import org.folkmoot.policies.BudgetCompletion.RaiseFrom;
import org.folkmoot.policies.BudgetCompletion.RaiseUntil;
import org.folkmoot.policies.BudgetRule;
import org.folkmoot.policies.ParticipatoryBudget.Settings;

/**
 * How projects are chosen, as checks say it.
 *
 * @param raise by how much of the currency each share is raised at a time; by nothing if shares are not raised
 */
record BudgetWays(
        BudgetRule rule,
        long raise,
        RaiseFrom from,
        RaiseUntil until,
        Completion completion,
        Comparison comparison,
        boolean cheaperFirst,
        long leastPoints) {
    private static final String APPROVALS_FIRST = "more approvals, then cheaper";
    private static final String CHEAPER_FIRST = "cheaper, then more approvals";

    /** Shares that are raised, as cases tell it in a sentence, with remarks in brackets. */
    private static final Pattern SENTENCE = Pattern.compile(
            "Add1: raise every endowment from budget/voters by ([1-9][0-9]{0,8}) currency units? at a time,"
                    + " keep the last outcome that fits the budget(?: \\(([^()]+)\\))?");

    private static final String STOPS = "stop at the first exhaustive outcome";
    private static final String FILLS = "utilitarian completion";
    private static final List<String> REMARKS = List.of(STOPS, "do not " + STOPS, FILLS, "no " + FILLS);

    static BudgetWays only(BudgetRule rule) {
        return new BudgetWays(
                rule, 0, RaiseFrom.EXACT, RaiseUntil.OVERSPENT, Completion.NONE, Comparison.NONE, false, 0);
    }

    static BudgetWays greedy(BudgetRule rule, Optional<Long> least) {
        var plain = only(rule);
        return new BudgetWays(
                rule,
                0,
                plain.from(),
                plain.until(),
                plain.completion(),
                plain.comparison(),
                false,
                Math.max(0, least.orElse(0L)));
    }

    static BudgetWays shares(Parameters parameters) {
        var cheaper =
                parameters.words("tieBreak", APPROVALS_FIRST, CHEAPER_FIRST).equals(CHEAPER_FIRST);
        var comparison =
                switch (parameters.oneOf("comparison", "none", "satisfaction", "exclusion-ratio", "exclusionRatio")) {
                    case "satisfaction" -> Comparison.SUPPORTED;
                    case "exclusion-ratio", "exclusionRatio" -> Comparison.REPRESENTED;
                    default -> Comparison.NONE;
                };
        var said = parameters.find("completion").asText("none");
        var sentence = SENTENCE.matcher(said);
        if (sentence.matches()) {
            var remarks = sentence.group(2) == null
                    ? List.<String>of()
                    : List.of(sentence.group(2).split(", "));
            if (!REMARKS.containsAll(remarks)) {
                throw parameters.unknown("completion", said);
            }
            return new BudgetWays(
                    BudgetRule.EQUAL_SHARES_RAISED,
                    Long.parseLong(sentence.group(1)),
                    RaiseFrom.EXACT,
                    remarks.contains(STOPS) ? RaiseUntil.EXHAUSTIVE : RaiseUntil.OVERSPENT,
                    remarks.contains(FILLS) ? Completion.GREEDY : Completion.NONE,
                    comparison,
                    cheaper,
                    0);
        }
        var completion = switch (said) {
            case "none", "add1", "add1e" -> Completion.NONE;
            case "utilitarian", "add1-utilitarian", "add1u", "add1eu" -> Completion.GREEDY;
            case "phragmen", "add1-phragmen" -> Completion.PHRAGMEN;
            default -> throw parameters.unknown("completion", said);
        };
        return said.startsWith("add1")
                ? raised(parameters, completion, comparison, cheaper, said.startsWith("add1e"))
                : new BudgetWays(
                        BudgetRule.EQUAL_SHARES,
                        0,
                        RaiseFrom.EXACT,
                        RaiseUntil.OVERSPENT,
                        completion,
                        comparison,
                        cheaper,
                        0);
    }

    private static BudgetWays raised(
            Parameters parameters, Completion completion, Comparison comparison, boolean cheaper, boolean exhaustive) {
        var from = parameters.oneOf("raiseFrom", "exact", "whole").equals("whole") ? RaiseFrom.WHOLE : RaiseFrom.EXACT;
        var until = exhaustive
                        || parameters
                                .oneOf("raiseUntil", "overspent", "exhaustive")
                                .equals("exhaustive")
                ? RaiseUntil.EXHAUSTIVE
                : RaiseUntil.OVERSPENT;
        return new BudgetWays(
                BudgetRule.EQUAL_SHARES_RAISED,
                parameters.whole("raise").orElse(1L),
                from,
                until,
                completion,
                comparison,
                cheaper,
                0);
    }

    /** The same without anything that comes after the equal shares themselves. */
    BudgetWays plain() {
        var plain = only(BudgetRule.EQUAL_SHARES);
        return new BudgetWays(
                plain.rule(),
                0,
                plain.from(),
                plain.until(),
                plain.completion(),
                plain.comparison(),
                cheaperFirst,
                leastPoints);
    }

    Settings settings(BudgetMoney money) {
        var shares = rule == BudgetRule.EQUAL_SHARES || rule == BudgetRule.EQUAL_SHARES_RAISED;
        var raises = rule == BudgetRule.EQUAL_SHARES_RAISED;
        return new Settings(
                money.budget().longValueExact(),
                money.costs(),
                Optional.of(rule),
                raises ? Optional.of(money.units(raise)) : Optional.empty(),
                raises ? Optional.of(from) : Optional.empty(),
                raises ? Optional.of(until) : Optional.empty(),
                shares ? Optional.of(completion) : Optional.empty(),
                shares ? Optional.of(comparison) : Optional.empty(),
                shares ? Optional.of(cheaperFirst) : Optional.empty(),
                Optional.of(leastPoints),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
