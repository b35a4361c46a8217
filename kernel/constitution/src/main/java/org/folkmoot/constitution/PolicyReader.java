// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import dev.cel.bundle.Cel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the policies of a constitution, in their order. */
final class PolicyReader {
    /** How often a failed enactment may be tried again when nothing is said. */
    static final int RETRIES = 10;

    static final int MAX_POLICIES = 100;
    private static final int MAX_RETRIES = 1_000;

    private final Cel language;
    private final Map<String, Asset> assets;
    private final BodyReader members;

    private PolicyReader(Map<String, Asset> assets, BodyReader members) {
        this.language = Applies.language(assets);
        this.assets = assets;
        this.members = members;
    }

    static List<Policy> read(Value value, Map<String, Asset> assets, BodyReader members) {
        var reader = new PolicyReader(assets, members);
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
        var proposing = section.find("propose")
                .map(value -> ProposingReader.proposing(value.section(), members, assets))
                .orElse(Proposing.FREE);
        var deposit = section.find("deposit").flatMap(value -> ProposingReader.deposit(value.section(), assets));
        var optimistic = section.find("optimistic").map(Value::truth).orElse(false);
        var hurries = section.find("hurries").map(Value::text);
        var retries = section.find("retries")
                .map(value -> (int) value.integer(0, MAX_RETRIES))
                .orElse(RETRIES);
        var retention = section.find("retention").map(Value::fraction);
        var trends = section.find("trends").map(TrendReader::trends).orElse(Map.of());
        var topic = section.find("topic").map(value -> {
            SectionsReader.checkName(value);
            return value.text();
        });
        var stages = StageReader.stages(section, name.text());
        section.find(ProtectionReader.ENTRENCHED).ifPresent(Value::truth);
        section.finish();
        return new Policy(
                name.text(),
                applies,
                proposing,
                deposit,
                stages,
                trends,
                optimistic,
                hurries,
                retries,
                retention,
                topic);
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
}
