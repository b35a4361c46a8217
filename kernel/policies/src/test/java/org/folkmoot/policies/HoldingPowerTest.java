// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.folkmoot.policies.HoldingPower.Settings;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Holding;
import org.folkmoot.policy.Voter;
import org.folkmoot.policy.testkit.VotingPowerContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoldingPowerTest extends VotingPowerContract<Settings> {
    private static final Settings ONE_EACH = new Settings("parcel", Optional.empty());

    @Override
    protected HoldingPower plugin() {
        return new HoldingPower();
    }

    @Override
    protected List<Settings> settings() {
        return List.of(ONE_EACH, units("1000"));
    }

    @Override
    protected List<String> kinds() {
        return List.of("parcel", "boat");
    }

    @Test
    void everyParcelHasTheSamePower() {
        var voter = voter(Holding.whole("12/4"), Holding.whole("12/5"), Holding.whole("13/1"));

        assertThat(plugin().of(voter, ONE_EACH)).isEqualTo(3);
        assertThat(plugin().of(voter, units("1000"))).isEqualTo(3_000);
        assertThat(plugin().of(voter, new Settings("boat", Optional.empty()))).isZero();
    }

    @Test
    void shareholdersHaveTheirShare() {
        assertThat(power("600", 0, 1, 3)).isEqualTo(200);
        assertThat(power("600", 1, 2, 3)).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 7, 99, 100, 101})
    void allSharesTogetherAreTheWholeToTheLastUnit(long owners) {
        var powers = LongStream.range(0, owners)
                .mapToObj(before -> power("100", before, 1, owners))
                .toList();

        assertThat(powers.stream().reduce(BigInteger.ZERO, BigInteger::add)).isEqualTo(100);
        var exact = 100 / owners;
        assertThat(powers).allMatch(power -> power.longValueExact() == exact || power.longValueExact() == exact + 1);
    }

    @Test
    void sharesThatAreMoreThanTheWholeAreRefused() {
        assertThatThrownBy(() -> new Holding("12/4", Fraction.of(1, 3), Fraction.of(3, 4)))
                .hasMessage("1/3 and 3/4 are more than the whole of 12/4");
        assertThatThrownBy(() -> new Holding("12/4", Fraction.of(0, 1), Fraction.of(0, 1)))
                .hasMessage("no share of 12/4");
    }

    private BigInteger power(String unit, long before, long share, long of) {
        return plugin().of(voter(new Holding("12/4", Fraction.of(before, of), Fraction.of(share, of))), units(unit));
    }

    private static Settings units(String unit) {
        return new Settings("parcel", Optional.of(Fraction.parse(unit)));
    }

    private static Voter voter(Holding... parcels) {
        return new Voter("a", Instant.EPOCH, List.of(), Map.of(), List.of(), Map.of("parcel", List.of(parcels)));
    }
}
