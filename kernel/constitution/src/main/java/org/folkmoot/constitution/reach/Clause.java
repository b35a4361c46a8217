// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.reach;

import java.util.Optional;
import org.folkmoot.constitution.Bound;
import org.folkmoot.constitution.NamedRule;
import org.folkmoot.policy.Comparison;
import org.folkmoot.policy.Facts;

/** A rule of a chamber that is ready to be asked. */
public record Clause(NamedRule named, Bound.Rule<?> rule) {
    /** Whether it lets the chamber say yes: a rule that blocks does where it is not reached. */
    public boolean met(Facts facts) {
        return rule.isMet(facts) != named.blocks();
    }

    /** What it compared, as a sentence. */
    public String words(Facts facts) {
        return rule.judge(facts).line().words();
    }

    /** What it compares, if it is a comparison. */
    public Optional<Comparison> comparison() {
        return rule.comparison();
    }

    /** Its name in a trace. */
    public String name() {
        return named.name();
    }
}
