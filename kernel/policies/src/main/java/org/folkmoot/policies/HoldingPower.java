// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Holding;
import org.folkmoot.policy.Need;
import org.folkmoot.policy.Voter;
import org.folkmoot.policy.VotingPower;

/** Weighs voters by the things in a register that they own, such as parcels: each thing has the same power. */
public final class HoldingPower implements VotingPower<HoldingPower.Settings> {
    /**
     * What is weighed.
     *
     * @param of the kind of things, such as {@code parcel}
     * @param unit the power of one thing, which those who own shares of it have together: exactly as much, to the last
     *     unit ({@link Holding#of}); 1 if it is not said, and then of several owners of one thing one has it all
     */
    public record Settings(String of, Optional<Fraction> unit) {
        public Settings {
            unit.ifPresent(size -> Whole.positive("unit", size));
        }
    }

    @Override
    public String id() {
        return "per-holding";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public List<Need> needs(Settings settings) {
        return List.of(new Need.Holdings(settings.of()));
    }

    @Override
    public BigInteger of(Voter voter, Settings settings) {
        var unit = settings.unit().map(Fraction::numerator).orElse(BigInteger.ONE);
        return voter.holdings().getOrDefault(settings.of(), List.of()).stream()
                .map(holding -> holding.of(unit))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
