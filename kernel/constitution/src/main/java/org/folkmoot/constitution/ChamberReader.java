// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Chamber.Stance;

/** Reads who votes in a stage, and by which rules. */
final class ChamberReader {
    /** The plugin behind quorum, approval and veto. */
    static final String SHARE = "share";

    private static final int MAX_RULES = 20;
    private static final String USUAL_METHOD = "for-against-abstain";

    private ChamberReader() {}

    /** The policy's or the stage's own body, whose rules stand beside everything else. */
    static Chamber main(Section section) {
        var body = section.need("body").text();
        var stance = stance(section).orElse(Stance.APPROVES);
        return chamber(section, body, body, stance, section.need("ballot").section());
    }

    /** One that votes beside it. */
    static Chamber further(Section section) {
        var body = section.need("body").text();
        var name = section.find("name").map(Value::text).orElse(body);
        var stance = stance(section).orElse(Stance.APPROVES);
        var chamber =
                chamber(section, name, body, stance, section.need("ballot").section());
        section.finish();
        return chamber;
    }

    /** A veto that another body has: it votes too, and its yes to the rule is the proposal's end. */
    static Chamber vetoing(Section section) {
        var body = section.need("body").text();
        var name = section.find("name").map(Value::text).orElse(body);
        var ballot = section.find("ballot").map(Value::section);
        var rules = List.of(
                NamedRule.required("veto", new PluginCall(SHARE, section.rest(), section.path(), section.path())));
        return ballot.map(said -> chamber(name, body, Stance.VETOES, said, rules))
                .orElseGet(() -> new Chamber(
                        name,
                        body,
                        Stance.VETOES,
                        new PluginCall(USUAL_METHOD, Map.of(), section.path(), section.path()),
                        Revote.FIRST,
                        rules));
    }

    static boolean isElsewhere(Value veto) {
        return veto.isSection() && veto.section().find("body").isPresent();
    }

    private static Optional<Stance> stance(Section section) {
        return section.find("stance").map(said -> said.oneOf(Stance.class));
    }

    private static Chamber chamber(Section section, String name, String body, Stance stance, Section ballot) {
        return chamber(name, body, stance, ballot, rules(section));
    }

    private static Chamber chamber(String name, String body, Stance stance, Section ballot, List<NamedRule> rules) {
        var revote = revote(ballot);
        var officers = ballot.find("officers").map(Value::text);
        var reasons = ballot.find("reasons").map(Value::texts).orElse(List.of());
        return new Chamber(name, body, stance, method(ballot), revote, rules, secrecy(ballot), officers, reasons);
    }

    private static Revote revote(Section ballot) {
        return ballot.need("revote").oneOf(Revote.class);
    }

    private static Secrecy secrecy(Section ballot) {
        return ballot.find("secrecy").map(said -> said.oneOf(Secrecy.class)).orElse(Secrecy.PUBLIC);
    }

    private static PluginCall method(Section ballot) {
        ballot.find("revote");
        ballot.find("secrecy");
        ballot.find("officers");
        ballot.find("reasons");
        return SectionsReader.call(ballot, "method");
    }

    // The order is that of the trace, and the first one that stops the proposal says what becomes of the deposit.
    private static List<NamedRule> rules(Section section) {
        var rules = new ArrayList<NamedRule>();
        section.find("quorum").ifPresent(value -> rules.add(NamedRule.required("quorum", share(value))));
        section.find("veto")
                .filter(value -> !isElsewhere(value))
                .ifPresent(value -> rules.add(NamedRule.blocking("veto", share(value))));
        section.find("approval").ifPresent(value -> rules.add(NamedRule.required("approval", share(value))));
        section.find("rules").ifPresent(value -> {
            for (var rule : value.list()) {
                rules.add(rule(rule.section()));
            }
            if (value.list().size() > MAX_RULES) {
                value.bad("There are more than " + MAX_RULES + " rules.", "", "");
            }
        });
        return rules;
    }

    private static NamedRule rule(Section section) {
        var name = section.find("name").map(Value::text);
        var blocks = section.find("blocks").map(Value::truth).orElse(false);
        var call = SectionsReader.call(section, "rule");
        return new NamedRule(name.orElse(call.id()), call, blocks);
    }

    static PluginCall share(Value value) {
        return new PluginCall(SHARE, value.section().rest(), value.path(), value.path());
    }
}
