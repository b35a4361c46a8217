// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.policies.LockedPower.Settings;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Lock;
import org.folkmoot.policy.Voter;
import org.folkmoot.policy.testkit.VotingPowerContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LockedPowerTest extends VotingPowerContract<Settings> {
    // The conviction of OpenGov: a tenth without a lock, then as many times as the lock was doubled.
    private static final Settings CONVICTION = new Settings(
            "DOT",
            List.of("P7D 1", "P14D 2", "P28D 3", "P56D 4", "P112D 5", "P224D 6"),
            Optional.of(Fraction.of(1, 10)),
            Optional.empty());
    private static final Duration WEEK = Duration.ofDays(7);

    @Override
    protected LockedPower plugin() {
        return new LockedPower();
    }

    @Override
    protected List<Settings> settings() {
        return List.of(CONVICTION, table("PT1H 1/3", "P1D 5/7"));
    }

    @Override
    protected List<String> assets() {
        return List.of("DOT", "EUR");
    }

    @ParameterizedTest
    @CsvSource({"9, 0", "10, 1", "11, 1", "19, 1", "20, 2"})
    void aTenthOfWhatIsFreeIsRoundedDown(long owned, BigInteger power) {
        assertThat(plugin().of(voter(owned), CONVICTION)).isEqualTo(power);
    }

    @ParameterizedTest
    @CsvSource({"-1, 10", "0, 100", "1, 100"})
    void aPeriodCountsFromItsExactLength(long milliseconds, BigInteger power) {
        var locked = voter(100, new Lock("DOT", BigInteger.valueOf(100), WEEK.plusMillis(milliseconds)));

        assertThat(plugin().of(locked, CONVICTION)).isEqualTo(power);
    }

    @ParameterizedTest
    @CsvSource({"13, 100", "14, 200", "27, 200", "28, 300", "56, 400", "112, 500", "223, 500", "224, 600", "9999, 600"})
    void theLongestPeriodThatIsReachedCounts(long days, BigInteger power) {
        var locked = voter(100, new Lock("DOT", BigInteger.valueOf(100), Duration.ofDays(days)));

        assertThat(plugin().of(locked, CONVICTION)).isEqualTo(power);
    }

    @Test
    void locksAndTheRestAreAddedBeforeTheOneRounding() {
        var thirds = table("P1D 1/3", "P2D 1/7");
        var voter = voter(
                11,
                new Lock("DOT", BigInteger.TWO, Duration.ofDays(1)),
                new Lock("DOT", BigInteger.valueOf(9), Duration.ofDays(2)),
                new Lock("EUR", BigInteger.TEN, Duration.ofDays(2)));

        // 2/3 + 9/7 = 41/21
        assertThat(plugin().of(voter, thirds)).isEqualTo(1);
    }

    @Test
    void unitsAreDividedInTheSameRounding() {
        var settings = new Settings("DOT", List.of("P1D 3/2"), Optional.empty(), Optional.of(Fraction.of(10, 1)));

        assertThat(plugin().of(voter(6, new Lock("DOT", BigInteger.valueOf(6), WEEK)), settings))
                .isEqualTo(0);
        assertThat(plugin().of(voter(7, new Lock("DOT", BigInteger.valueOf(7), WEEK)), settings))
                .isEqualTo(1);
    }

    @Test
    void nobodyVotesWithMoreThanOneOwns() {
        var voter = voter(10, new Lock("DOT", BigInteger.valueOf(1_000), WEEK));

        assertThat(plugin().of(voter, CONVICTION)).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P7D", "7D 1", "P7D 0.5", "P7D 1/0", "P1M 2", "P-7D 1", "P7D 1 2", "", "PT 1"})
    void anUnreadableRowIsRefused(String row) {
        assertThatThrownBy(() -> table(row)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void periodsRise() {
        assertThatThrownBy(() -> table("P7D 1", "P7D 2")).hasMessage("the periods of multipliers rise: P7D 2");
        assertThatThrownBy(() -> table()).hasMessage("multipliers has at least one row");
    }

    private static Settings table(String... rows) {
        return new Settings("DOT", List.of(rows), Optional.empty(), Optional.empty());
    }

    private static Voter voter(long owned, Lock... locks) {
        return new Voter(
                "a", Instant.EPOCH, List.of(), Map.of("DOT", BigInteger.valueOf(owned)), List.of(locks), Map.of());
    }
}
