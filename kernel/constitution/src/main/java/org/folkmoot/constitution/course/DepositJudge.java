// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.constitution.Bound;
import org.folkmoot.constitution.Deposit;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;

/** What becomes of a deposit, ready to be asked as often as anybody wants to know. It needs nothing else of its policy. */
public final class DepositJudge {
    /** How a proposal ends that was voted on and did not pass; only then a rule can have stopped it. */
    public static final String REJECTED = "rejected";

    private record Case(Deposit.Disposition disposition, Optional<Bound.Rule<?>> share) {}

    private final Deposit.Fate otherwise;
    private final List<Case> cases;

    private DepositJudge(Deposit.Fate otherwise, List<Case> cases) {
        this.otherwise = otherwise;
        this.cases = cases;
    }

    /** Binds what is said about a deposit; where nothing is said, it is refunded. */
    public static DepositJudge of(Optional<Deposit> deposit, Plugins plugins) {
        var cases = deposit.map(Deposit::dispositions).orElse(List.of()).stream()
                .map(said -> new Case(said, said.share().map(plugins::rule)))
                .toList();
        return new DepositJudge(deposit.map(Deposit::otherwise).orElse(Deposit.Fate.REFUND), cases);
    }

    /** The rule that stopped a proposal: the first that was not met, by the name that the policy gives it. */
    public static Optional<String> stopped(Stream<String> missed) {
        return missed.findFirst().map(name -> name.substring(name.lastIndexOf('/') + 1));
    }

    /**
     * Finds the first case that fits.
     *
     * @param ended how the proposal ended: {@code passed}, {@value #REJECTED}, {@code cancelled}, {@code expired} or
     *     {@code failed}
     * @param stopped the rule that stopped it, if one did
     * @param main the ballots of the main chamber
     */
    public Fate fate(String ended, Optional<String> stopped, Facts main) {
        for (var one : cases) {
            var fits = one.disposition
                    .when()
                    .map(when -> when.equals(ended) || ended.equals(REJECTED) && stopped.equals(Optional.of(when)))
                    .orElse(true);
            if (fits && one.share.map(share -> share.judge(main).passed()).orElse(true)) {
                return new Fate(one.disposition.then(), one.disposition.part());
            }
        }
        return new Fate(otherwise, Fraction.of(1, 1));
    }

    /** What becomes of a deposit, and how much of it; the rest is refunded. */
    public record Fate(Deposit.Fate fate, Fraction part) {
        /** That part of an amount in minor units, rounded down. */
        public BigInteger of(BigInteger amount) {
            return part.times(new Fraction(amount, BigInteger.ONE)).floor();
        }
    }
}
