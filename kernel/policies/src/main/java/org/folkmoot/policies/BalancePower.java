// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Need;
import org.folkmoot.policy.Voter;
import org.folkmoot.policy.VotingPower;

/** Weighs voters by what they own of an asset. */
public final class BalancePower implements VotingPower<BalancePower.Settings> {
    /** What is made of the units that somebody owns. */
    public enum Transform {
        /** Every unit is a vote. */
        NONE,
        /** The square root, rounded down: n times the power needs n² times the units. */
        SQRT
    }

    /**
     * How a balance becomes power: first {@code most} cuts it off, then it is divided by {@code unit}, then it is
     * transformed. Each division and root is rounded down.
     *
     * @param asset the code of the asset
     * @param transform what is made of the units; nothing if it is not said
     * @param most the most minor units that count, if there is such a limit
     * @param unit how many minor units make one; 1 if it is not said
     */
    public record Settings(
            String asset, Optional<Transform> transform, Optional<Fraction> most, Optional<Fraction> unit) {
        public Settings {
            most.ifPresent(limit -> Whole.positive("most", limit));
            unit.ifPresent(size -> Whole.positive("unit", size));
        }
    }

    @Override
    public String id() {
        return "balance";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public List<Need> needs(Settings settings) {
        return List.of(new Need.Balances(settings.asset()));
    }

    @Override
    public BigInteger of(Voter voter, Settings settings) {
        var owned = voter.balance(settings.asset()).max(BigInteger.ZERO);
        var counted = settings.most().map(most -> owned.min(most.numerator())).orElse(owned);
        var units =
                settings.unit().map(unit -> counted.divide(unit.numerator())).orElse(counted);
        return switch (settings.transform().orElse(Transform.NONE)) {
            case NONE -> units;
            case SQRT -> units.sqrt();
        };
    }
}
