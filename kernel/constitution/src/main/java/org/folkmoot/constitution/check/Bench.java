// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.constitution.Body;
import org.folkmoot.constitution.Bound;
import org.folkmoot.constitution.Chamber;
import org.folkmoot.constitution.Measures;
import org.folkmoot.constitution.reach.AnyRoll;
import org.folkmoot.constitution.reach.Clause;
import org.folkmoot.constitution.reach.FindBallots;
import org.folkmoot.constitution.reach.Roll;
import org.folkmoot.policy.Comparison;
import org.folkmoot.policy.Fraction;

/**
 * A chamber with its plugins, ready to be asked.
 *
 * @param chamber the chamber
 * @param path where it stands in the document
 * @param method how it votes
 * @param clauses its rules
 */
record Bench(Chamber chamber, String path, Bound.Method<?> method, List<Clause> clauses) {
    /** How many vote where nothing is known: enough that every fraction that people write has room. */
    static final long MANY = 10_000;

    private static final String EQUAL = "equal";

    Bench {
        clauses = List.copyOf(clauses);
    }

    /** What its rules name that is neither a count nor the roll: what must be measured. */
    Set<String> measures() {
        return Measures.named(clauses.stream().flatMap(clause -> clause.comparison().stream()), method.counts());
    }

    /** Many equals, and everything measured as large as their power. */
    Roll many() {
        return equally(MANY);
    }

    /** So many equals, and everything measured as large as their power. */
    Roll equally(long members) {
        var measured = new HashMap<String, BigInteger>();
        measures().forEach(name -> measured.put(name, BigInteger.valueOf(members)));
        return Roll.equal(members).with(measured);
    }

    /** Asks about a roll at a moment. */
    FindBallots asks(Roll roll, Map<String, Fraction> rates, Scene scene) {
        return new FindBallots(method, roll, rates, scene.budget());
    }

    /** Asks about every roll at a moment; nothing if the method does not let anybody look into it. */
    Optional<AnyRoll> asksAny(Map<String, Fraction> rates, Scene scene) {
        return method.countsAreChoices()
                ? Optional.of(new AnyRoll(method, measures(), ofEquals(scene), rates, scene.proofs()))
                : Optional.empty();
    }

    /** Whether everybody in its body has a power of one. */
    boolean ofEquals(Scene scene) {
        return scene.constitution()
                .body(chamber.body())
                .map(Body::power)
                .filter(power -> power.id().equals(EQUAL))
                .isPresent();
    }

    /** Whether it vetoes. */
    boolean vetoes() {
        return chamber.stance() == Chamber.Stance.VETOES;
    }

    /** The rule behind some name. */
    Optional<Clause> clause(String name) {
        return clauses.stream().filter(clause -> clause.name().equals(name)).findFirst();
    }

    /** Whether a rule asks for a number of votes, whatever the size of the body: then its authors know what they ask. */
    boolean saysANumber(boolean blocking) {
        return clauses.stream()
                .filter(clause -> clause.named().blocks() == blocking)
                .anyMatch(clause ->
                        clause.comparison().filter(Comparison::absolute).isPresent());
    }
}
