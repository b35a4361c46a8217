// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import org.folkmoot.constitution.PluginFailed;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Bound;
import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.NamedRule;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.Pointer;
import org.folkmoot.constitution.Policy;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.InvalidQuestion;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;

/**
 * Tries a policy's rules on votes at the two ends: nobody votes, and everybody votes alike. A policy that passes the
 * first, or fails every one of the second, was not meant.
 */
final class CheckRules {
    /** How many vote in a trial: enough that every fraction people write has room. */
    private static final long MEMBERS = 10_000;

    private static final BigInteger POWER = BigInteger.valueOf(MEMBERS);
    private static final List<Question> QUESTIONS =
            List.of(new Question("trial", List.of()), new Question("trial", List.of("first", "second")));
    // A ballot in each of the forms that methods use; a method that knows none of them is not tried.
    private static final List<Object> CHOICES = List.of(
            "for",
            "against",
            "abstain",
            List.of(List.of(0L)),
            List.of(List.of(0L), List.of(1L)),
            List.of(0L),
            0L,
            Map.of("0", 1L),
            "first");

    private final Plugins plugins;
    private final Complaints complaints;

    CheckRules(Plugins plugins, Complaints complaints) {
        this.plugins = plugins;
        this.complaints = complaints;
    }

    /** A plugin that fails in a trial would fail in a poll. */
    void policy(Policy policy, String path) {
        try {
            check(policy, path);
        } catch (PluginFailed e) {
            complaints.error("plugin-failed", path, e.sentence());
        }
    }

    private void check(Policy policy, String path) {
        var method = bind(() -> plugins.method(policy.ballot()));
        var rules = new ArrayList<Trial>();
        for (var named : policy.allRules()) {
            bind(() -> plugins.rule(named.rule())).ifPresent(rule -> rules.add(new Trial(named, rule)));
        }
        rules.forEach(this::fractions);
        if (policy.approval().isEmpty() && !further(policy)) {
            complaints.error("no-approval", path, "No rule says when a proposal passes; 'approval' is missing.");
        } else if (policy.quorum().isEmpty() && !further(policy)) {
            complaints.warning("no-quorum", path, "Without a quorum one ballot can decide.");
        }
        if (rules.size() == policy.allRules().size() && !rules.isEmpty()) {
            method.ifPresent(known -> trials(known, rules, path, policy));
        }
    }

    private static boolean further(Policy policy) {
        return policy.allRules().stream()
                .anyMatch(named -> !List.of("quorum", "approval", "veto").contains(named.name()));
    }

    private void fractions(Trial trial) {
        var settings = trial.named.rule().settings();
        for (var name : List.of("atLeast", "moreThan")) {
            var written = settings.get(name);
            if (written == null) {
                continue;
            }
            if (trial.named.rule().settings().get("of") == null || written instanceof Map) {
                continue;
            }
            var fraction = Fraction.parse(written.toString());
            var at = Pointer.child(trial.named.rule().path(), name);
            var toOne = fraction.compareTo(Fraction.of(1, 1));
            if (toOne > 0) {
                complaints.error("fraction-over-one", at, fraction + " is more than the whole.");
            } else if (toOne == 0 && name.equals("moreThan")) {
                complaints.error(
                        "unreachable-threshold", at, "Nothing is more than the whole.", "atLeast: " + fraction);
            }
        }
    }

    private void trials(Bound.Method<?> method, List<Trial> rules, String path, Policy policy) {
        var asked =
                QUESTIONS.stream().filter(question -> accepts(method, question)).toList();
        if (asked.isEmpty()) {
            return;
        }
        var question = asked.getFirst();
        var nobody = facts(method.tally(List.of(), question), policy);
        if (!policy.optimistic() && rules.stream().allMatch(trial -> trial.passes(nobody))) {
            complaints.error("zero-turnout", path, "A proposal passes when nobody votes at all.");
        }
        var alike = CHOICES.stream()
                .filter(choice -> accepts(method, question, choice))
                .map(choice -> facts(method.tally(List.of(new Counted(choice, MEMBERS, POWER)), question), policy))
                .toList();
        for (var trial : rules) {
            if (!alike.isEmpty() && alike.stream().noneMatch(trial::passes)) {
                complaints.error(
                        "never-passes",
                        trial.named.rule().path(),
                        "Even if all " + MEMBERS + " members vote alike: "
                                + trial.rule.judge(alike.getFirst()).line().words());
            }
        }
    }

    private static Facts facts(Result result, Policy policy) {
        var rates = new HashMap<String, Fraction>();
        rates.put(Facts.ELAPSED, Fraction.of(1, 1));
        policy.trends().values().forEach(trend -> rates.put(trend.name(), trend.start()));
        return Facts.of(result, POWER, MEMBERS).with(Map.of(), rates);
    }

    private static boolean accepts(Bound.Method<?> method, Question question) {
        try {
            method.checkQuestion(question);
            return true;
        } catch (InvalidQuestion _) {
            return false;
        }
    }

    private static boolean accepts(Bound.Method<?> method, Question question, Object choice) {
        try {
            method.check(choice, question);
            return true;
        } catch (InvalidChoice _) {
            return false;
        }
    }

    private <B extends Bound> Optional<B> bind(java.util.function.Supplier<B> binding) {
        try {
            return Optional.of(binding.get());
        } catch (ConstitutionRefused e) {
            e.complaints().forEach(complaints::add);
            return Optional.empty();
        }
    }

    private record Trial(NamedRule named, Bound.Rule<?> rule) {
        boolean passes(Facts facts) {
            return rule.judge(facts).passed() != named.blocks();
        }
    }
}
