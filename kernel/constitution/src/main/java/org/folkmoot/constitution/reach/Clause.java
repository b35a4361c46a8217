// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.reach;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Optional;
import org.folkmoot.constitution.Bound;
import org.folkmoot.constitution.NamedRule;
import org.folkmoot.policy.Comparison;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Growth;
import org.folkmoot.policy.Sums;
import org.folkmoot.policy.TraceLine;

/**
 * A rule of a chamber that is ready to be asked.
 *
 * @param lasts what part of a support that lasts the whole period becomes conviction, where the rule asks for that
 */
public record Clause(NamedRule named, Bound.Rule<?> rule, Fraction lasts) {
    private static final Fraction NONE = Fraction.of(0, 1);
    private static final Fraction END = Fraction.of(1, 1);

    /** A rule that asks for nothing that lasts. */
    public Clause(NamedRule named, Bound.Rule<?> rule) {
        this(named, rule, NONE);
    }

    /** Whether it lets the chamber say yes: a rule that blocks does where it is not reached. */
    public boolean met(Facts facts) {
        return rule.isMet(grown(facts)) != named.blocks();
    }

    /** What it compared. */
    TraceLine line(Facts facts) {
        return rule.judge(grown(facts)).line();
    }

    /** What it compared, as a sentence. */
    public String words(Facts facts) {
        return line(facts).words();
    }

    /** What it compares, if it is a comparison. */
    public Optional<Comparison> comparison() {
        return rule.comparison();
    }

    /** Its name in a trace. */
    public String name() {
        return named.name();
    }

    /** The facts if all that is cast was cast at once, and the proposal asks for next to nothing. */
    private Facts grown(Facts facts) {
        return rule.growth().map(growth -> grown(growth, facts)).orElse(facts);
    }

    private Facts grown(Growth growth, Facts facts) {
        var rates = new HashMap<>(facts.rates());
        var over = facts.rates().getOrDefault(Facts.ELAPSED, NONE).compareTo(END) >= 0;
        var support = Sums.of(growth.count(), facts).orElse(BigInteger.ZERO);
        rates.put(
                Facts.CONVICTION,
                over && facts.rollPower().signum() > 0 ? new Fraction(support, facts.rollPower()).times(lasts) : NONE);
        var measures = new HashMap<>(facts.measures());
        measures.put(Facts.ASKED, BigInteger.ZERO);
        measures.put(Facts.FUNDS, BigInteger.ONE);
        return facts.with(measures, rates);
    }
}
