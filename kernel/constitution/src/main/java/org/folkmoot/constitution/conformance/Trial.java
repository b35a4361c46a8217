// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.conformance;

import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.Document;
import org.folkmoot.constitution.NamedRule;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.Section;
import org.folkmoot.constitution.Value;
import org.folkmoot.constitution.check.Check;
import org.folkmoot.constitution.course.Course;
import org.folkmoot.constitution.course.Judge;
import org.folkmoot.constitution.course.Judges;
import org.folkmoot.constitution.course.Quantities;
import org.folkmoot.constitution.course.TallyDocument;
import org.folkmoot.policy.Curve;
import org.folkmoot.policy.Fraction;
import org.folkmoot.record.Json;

/** Tries one case on a preset. */
final class Trial {
    private final Preset preset;
    private final Plugins plugins;
    private final Complaints complaints;
    private final Section root;
    private final Mismatches mismatches = new Mismatches();

    private Trial(Preset preset, Plugins plugins, Map<String, Object> said) {
        this.preset = preset;
        this.plugins = plugins;
        var document = Document.read(Json.object(said).canonical());
        this.complaints = document.secondLook();
        this.root = document.root(complaints);
    }

    /** What came out otherwise than expected; empty if the case is reproduced. */
    static List<String> run(Preset preset, Plugins plugins, Map<String, Object> said) {
        try {
            return new Trial(preset, plugins, said).run();
        } catch (ConstitutionRefused | IllegalArgumentException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private List<String> run() {
        root.find("deliberately").map(Value::section).ifPresent(Deliberate::read);
        var policy = root.need("policy").text();
        var set = root.find("set").map(Value::section).map(Section::rest).orElse(Map.of());
        var expected = root.need("expect").section();
        var threshold = root.find("threshold");
        var delay = root.find("delay");
        var delegation = root.find("delegation");
        if (threshold.isPresent()) {
            level(policy, set, threshold.get().section(), expected);
        } else if (delay.isPresent()) {
            point(policy, set, delay.get().section(), expected);
        } else if (delegation.isPresent()) {
            new Carrying(preset.judge(policy, set), plugins, mismatches)
                    .run(delegation.get().section(), expected);
        } else if (expected.find("complaint").isPresent()) {
            root.find("tally");
            check(policy, set, expected);
        } else {
            poll(policy, set, expected);
        }
        expected.finish();
        root.finish();
        complaints.refuse();
        return mismatches.found();
    }

    private void level(String policy, Map<String, Object> set, Section asked, Section expected) {
        var rule = rule(policy, set, asked.need("rule").text());
        var at = scaled(asked, "at");
        asked.finish();
        mismatches.number(
                "threshold",
                expected.need("share"),
                expected.find("within").map(Value::fraction),
                rule.threshold().map(threshold -> threshold.at(at)));
    }

    private void point(String policy, Map<String, Object> set, Section asked, Section expected) {
        var rule = rule(policy, set, asked.need("rule").text());
        var level = asked.need("level").fraction();
        var length = asked.find("of").map(Value::fraction).orElse(Fraction.of(1, 1));
        asked.finish();
        var point = rule.threshold()
                .filter(Curve.class::isInstance)
                .map(curve -> ((Curve) curve).delay(level).times(length));
        mismatches.number("delay", expected.need("at"), expected.find("within").map(Value::fraction), point);
    }

    private static Fraction scaled(Section asked, String name) {
        var at = asked.need(name).fraction();
        return asked.find("of").map(of -> at.over(of.fraction())).orElse(at);
    }

    private NamedRule rule(String policy, Map<String, Object> set, String name) {
        return preset.judge(policy, set).policy().allRules().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the policy has no rule '" + name + "'"));
    }

    private void check(String policy, Map<String, Object> set, Section expected) {
        var found = Check.of(preset.with(policy, set), plugins).stream()
                .map(complaint -> complaint.id())
                .toList();
        var wanted = expected.need("complaint").text();
        if (!found.contains(wanted)) {
            mismatches.add("the check finds " + found + ", expected " + wanted);
        }
    }

    private void poll(String policy, Map<String, Object> set, Section expected) {
        var judge = preset.judge(policy, set);
        var document = TallyDocument.read(Json.of(root.need("tally").data()).canonical());
        var refused = expected.find("refused").map(Value::text);
        if (refused.isPresent()) {
            refused(document, judge, refused.get());
            return;
        }
        var history = document.tally(Judges.only(judge)).history();
        var submitted = history.submittedAt();
        var timing = judge.policy().first().timing();
        var at = root.find("at")
                .map(value -> Quantities.instant(value, submitted))
                .orElseGet(() -> submitted.plus(timing.delay()).plus(timing.longest()));
        var ruling = root.find("amended")
                .map(value -> new Amendments(preset, policy, set).inForce(value, submitted))
                .orElse(judge);
        new Outcomes(ruling, history, mismatches)
                .compare(Course.at(ruling, history, at), root.find("ends").map(Value::text), expected);
    }

    private void refused(TallyDocument document, Judge judge, String words) {
        try {
            document.tally(Judges.only(judge));
            mismatches.add("the ballots are counted, expected: " + words);
        } catch (ConstitutionRefused e) {
            if (!e.toString().contains(words)) {
                mismatches.same("refusal", words, e.toString());
            }
        }
    }
}
