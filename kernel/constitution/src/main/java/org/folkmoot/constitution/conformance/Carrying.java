// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.conformance;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.Bound;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.Section;
import org.folkmoot.constitution.Value;
import org.folkmoot.constitution.course.Judge;
import org.folkmoot.constitution.course.Quantities;
import org.folkmoot.constitution.delegation.Delegation;
import org.folkmoot.constitution.delegation.DelegationRules;
import org.folkmoot.constitution.delegation.Resolve;
import org.folkmoot.policy.Question;

/** Counts ballots that carry the power of others. */
final class Carrying {
    private static final int MAX_WORDS = 200;

    private enum Rules {
        LIQUID,
        REPRESENTATIVE,
        CONVICTION
    }

    private final Bound.Method<?> method;
    private final Mismatches mismatches;

    Carrying(Judge judge, Plugins plugins, Mismatches mismatches) {
        this.method = plugins.method(judge.policy().ballot());
        this.mismatches = mismatches;
    }

    void run(Section said, Section expected) {
        var rules = switch (said.need("rules").oneOf(Rules.class)) {
            case LIQUID -> DelegationRules.liquid();
            case REPRESENTATIVE -> DelegationRules.representative();
            case CONVICTION -> DelegationRules.conviction();
        };
        var roll = new LinkedHashMap<String, BigInteger>();
        said.need("roll")
                .section()
                .all()
                .forEach(entry -> roll.put(entry.getKey(), Quantities.number(entry.getValue())));
        var delegations = said.need("delegations").list().stream()
                .map(value -> delegation(value.section()))
                .toList();
        var ballots = new HashMap<String, Object>();
        said.need("ballots")
                .section()
                .all()
                .forEach(entry -> ballots.put(entry.getKey(), entry.getValue().data()));
        said.finish();
        var question = new Question("", List.of());
        ballots.values().forEach(choice -> method.check(choice, question));
        var resolved = Resolve.of(roll, delegations, ballots, rules);
        var result = method.tally(resolved.counted(method.mergesPowers()), question);
        new Scores(mismatches).compare(result, expected);
    }

    private static Delegation delegation(Section said) {
        var from = said.need("from").words(MAX_WORDS);
        var to = new HashMap<String, Long>();
        var target = said.need("to");
        if (target.isText()) {
            to.put(target.text(), 1L);
        } else {
            target.section()
                    .all()
                    .forEach(entry -> to.put(entry.getKey(), entry.getValue().integer(1, Long.MAX_VALUE)));
        }
        var terms = said.find("terms").map(Value::section).map(Section::rest).orElse(Map.of());
        said.finish();
        return new Delegation(from, to, terms);
    }
}
