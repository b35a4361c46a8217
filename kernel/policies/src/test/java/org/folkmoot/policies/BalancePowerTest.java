// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.policies.BalancePower.Settings;
import org.folkmoot.policies.BalancePower.Transform;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Voter;
import org.folkmoot.policy.testkit.VotingPowerContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BalancePowerTest extends VotingPowerContract<Settings> {
    private static final Settings PLAIN = new Settings("SKR", Optional.empty(), Optional.empty(), Optional.empty());

    @Override
    protected BalancePower plugin() {
        return new BalancePower();
    }

    @Override
    protected List<Settings> settings() {
        return List.of(PLAIN, root("100"), new Settings("SKR", Optional.empty(), whole("500"), whole("7")));
    }

    @Override
    protected List<String> assets() {
        return List.of("SKR", "EUR");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "99999999999999999999999999999999999999, 99999999999999999999999999999999999999",
        "-1, 0"
    })
    void everyMinorUnitIsAVote(BigInteger owned, BigInteger power) {
        assertThat(power(owned, PLAIN)).isEqualTo(power);
    }

    @Test
    void anotherAssetCountsNothing() {
        var voter = new Voter("a", Instant.EPOCH, List.of(), Map.of("EUR", BigInteger.TEN));

        assertThat(plugin().of(voter, PLAIN)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "3, 1", "4, 2", "5, 2", "8, 2", "9, 3", "99980001, 9999", "99999999, 9999", "100000000, 10000"})
    void theRootIsRoundedDown(BigInteger owned, BigInteger power) {
        assertThat(power(owned, root("1"))).isEqualTo(power);
    }

    @ParameterizedTest
    @CsvSource({"99, 0", "100, 1", "101, 1", "399, 1", "400, 2", "401, 2"})
    void unitsAreCountedBeforeTheRoot(BigInteger owned, BigInteger power) {
        assertThat(power(owned, root("100"))).isEqualTo(power);
    }

    @ParameterizedTest
    @CsvSource({"499, 49", "500, 50", "501, 50", "100000, 50"})
    void noMoreThanMostCounts(BigInteger owned, BigInteger power) {
        var settings = new Settings("SKR", Optional.of(Transform.NONE), whole("500"), whole("10"));

        assertThat(power(owned, settings)).isEqualTo(power);
    }

    @Test
    void anEmptyOrBrokenUnitIsRefused() {
        assertThatThrownBy(() -> root("0")).hasMessage("unit is a whole number from 1 on, not 0");
        assertThatThrownBy(() -> root("1/2")).hasMessage("unit is a whole number from 1 on, not 1/2");
        assertThatThrownBy(() -> new Settings("SKR", Optional.empty(), whole("0"), Optional.empty()))
                .hasMessage("most is a whole number from 1 on, not 0");
    }

    private static Settings root(String unit) {
        return new Settings("SKR", Optional.of(Transform.SQRT), Optional.empty(), whole(unit));
    }

    private static Optional<Fraction> whole(String number) {
        return Optional.of(Fraction.parse(number));
    }

    private BigInteger power(BigInteger owned, Settings settings) {
        return plugin().of(new Voter("a", Instant.EPOCH, List.of(), Map.of("SKR", owned)), settings);
    }
}
