// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import dev.cel.bundle.Cel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the policies of a constitution, in their order. */
final class PolicyReader {
    /** How often a failed enactment may be tried again when nothing is said. */
    static final int RETRIES = 10;

    static final int MAX_POLICIES = 100;
    private static final int MAX_RULES = 20;
    private static final int MAX_RETRIES = 1_000;
    private static final String SHARE = "share";

    private final Cel language;

    private PolicyReader(Cel language) {
        this.language = language;
    }

    static List<Policy> read(Value value, Map<String, Asset> assets) {
        var reader = new PolicyReader(Applies.language(assets));
        var values = value.list();
        if (values.isEmpty() && value.isList()) {
            value.bad("A constitution without a policy can decide nothing.", "", "");
        }
        if (values.size() > MAX_POLICIES) {
            value.bad("There are more than " + MAX_POLICIES + " policies.", "", "");
        }
        var policies =
                values.stream().map(policy -> reader.policy(policy.section())).toList();
        checkNames(values, policies);
        return policies;
    }

    private static void checkNames(List<Value> values, List<Policy> policies) {
        var first = new HashMap<String, Integer>();
        for (var i = 0; i < policies.size(); i++) {
            var name = policies.get(i).name();
            var before = first.putIfAbsent(name, i);
            if (before != null && !name.isEmpty()) {
                values.get(i)
                        .section()
                        .need("name")
                        .complain("duplicate-name", "Policy " + (before + 1) + " is called '" + name + "' too.");
            }
        }
    }

    private Policy policy(Section section) {
        var name = section.need("name");
        SectionsReader.checkName(name);
        var applies = applies(section.need("applies"));
        var body = section.need("body").text();
        var propose = section.find("propose").map(Value::section);
        var who = propose.flatMap(said -> said.find("who")).map(SectionsReader::who);
        propose.ifPresent(Section::finish);
        var ballot = section.need("ballot").section();
        var revote = ballot.need("revote").oneOf(Revote.class);
        var method = SectionsReader.call(ballot, "method");
        var quorum = section.find("quorum").map(PolicyReader::share);
        var approval = section.find("approval").map(PolicyReader::share);
        var rules = section.find("rules").map(PolicyReader::rules).orElse(List.of());
        var timing = timing(section.need("timing").section());
        var retries = section.find("retries")
                .map(value -> (int) value.integer(0, MAX_RETRIES))
                .orElse(RETRIES);
        section.find(ProtectionReader.ENTRENCHED).ifPresent(Value::truth);
        section.finish();
        return new Policy(name.text(), applies, body, who, method, revote, quorum, approval, rules, timing, retries);
    }

    private Applies applies(Value value) {
        var source = value.words(Expression.MAX_LENGTH);
        try {
            return Applies.compile(language, source.isEmpty() ? "false" : source);
        } catch (ExpressionRefused e) {
            complain(value, e);
            return Applies.compile(language, "false");
        }
    }

    static void complain(Value value, ExpressionRefused refused) {
        refused.reasons().forEach(reason -> value.complain("expression", reason));
    }

    private static PluginCall share(Value value) {
        return new PluginCall(SHARE, value.section().rest(), value.path(), value.path());
    }

    private static List<PluginCall> rules(Value value) {
        var rules = new ArrayList<PluginCall>();
        for (var rule : value.list()) {
            rules.add(SectionsReader.call(rule.section(), "rule"));
        }
        if (rules.size() > MAX_RULES) {
            value.bad("There are more than " + MAX_RULES + " rules.", "", "");
        }
        return rules;
    }

    private static Timing timing(Section section) {
        var timing = new Timing(
                section.need("delay").duration(),
                section.need("period").duration(),
                section.need("timelock").duration(),
                section.need("expires").duration());
        section.finish();
        return timing;
    }
}
