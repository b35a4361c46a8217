// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.folkmoot.constitution.ElectorateRule.Seat;
import org.folkmoot.policy.Need;
import org.folkmoot.policy.Voter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who votes by what they own, who never does, and how much one of them may have. */
class ElectorateByBalanceTest {
    private static final String ANNA = "aa".repeat(32);
    private static final String BERT = "bb".repeat(32);

    @ParameterizedTest
    @CsvSource({"99, false", "100, true", "101, true", "99999999999999999999999999999999999999, true"})
    void aBalanceIsComparedWithAnAmountToTheMinorUnit(BigInteger owned, boolean votes) {
        var rule = rule("{ who: \"balance('SKR') >= amount('1.00', 'SKR')\", power: equal }");

        assertThat(rule.seat(owner(ANNA, owned)).isPresent()).isEqualTo(votes);
    }

    @Test
    void whoOwnsNothingHasNoSeat() {
        var rule = rule("{ who: \"true\", power: { plugin: balance, asset: SKR } }");

        assertThat(seats(rule, 0, 1, 250)).containsExactly(seat(1, 1), seat(2, 250));
    }

    @Test
    void aBalanceOfAnotherAssetIsNotMeant() {
        var rule = rule("{ who: \"balance('EUR') > 0\", power: equal }");

        assertThat(rule.seat(owner(ANNA, BigInteger.TEN))).isEmpty();
        assertThat(rule.needs()).containsExactly(new Need.Balances("EUR"));
    }

    @Test
    void whatMustBeKnownIsSaidOnce() {
        var both =
                rule("{ who: \"balance('SKR') > 0 || balance('EUR') > 0\", power: { plugin: balance, asset: SKR } }");

        assertThat(both.needs()).containsExactlyInAnyOrder(new Need.Balances("SKR"), new Need.Balances("EUR"));
        assertThat(rule("{ who: \"true\", power: equal }").needs()).isEmpty();
    }

    @Test
    void nobodyHasMoreThanTheCapOfTheRawTotal() {
        var rule = rule("{ who: \"true\", power: { plugin: balance, asset: SKR }, cap: 1/4 }");

        // A quarter of 403 is 100 and three quarters; the share is not taken again of what is left.
        assertThat(seats(rule, 99, 100, 101, 103))
                .containsExactly(seat(0, 99), seat(1, 100), seat(2, 100), seat(3, 100));
        assertThat(seats(rule, 1, 1, 400)).containsExactly(seat(0, 1), seat(1, 1), seat(2, 100));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "39, 1", "40, 2", "41, 2", "59, 2", "60, 3"})
    void aCapIsRoundedDownAndLeavesEverybodyOneVote(BigInteger raw, BigInteger most) {
        assertThat(rule("{ who: \"true\", power: equal, cap: 1/20 }").most(raw)).contains(most);
        assertThat(rule("{ who: \"true\", power: equal }").most(raw)).isEmpty();
    }

    @Test
    void whoIsExcludedIsNotPartOfTheTotal() {
        var rule = rule("{ who: \"true\", power: { plugin: balance, asset: SKR }, cap: 1/2, exclude: [founder, " + ANNA
                + ", member/" + BERT + "] }");
        var members = List.of(
                owner(ANNA, BigInteger.valueOf(1_000)),
                owner(BERT, BigInteger.valueOf(1_000)),
                new Voter("f", Samples.NOON, List.of(Who.FOUNDER), Map.of("SKR", BigInteger.valueOf(1_000))),
                owner("c", BigInteger.valueOf(30)),
                owner("d", BigInteger.valueOf(10)));

        assertThat(rule.roll(members::stream))
                .containsExactly(new Seat("c", BigInteger.valueOf(20)), new Seat("d", BigInteger.TEN));
        assertThat(members.stream().flatMap(member -> rule.excludedBy(member).stream()))
                .containsExactly(ANNA, "member/" + BERT, "founder");
    }

    private static List<Seat> seats(ElectorateRule rule, long... owned) {
        var voters = IntStream.range(0, owned.length)
                .mapToObj(i -> owner("m" + i, BigInteger.valueOf(owned[i])))
                .toList();
        return rule.roll(voters::stream).toList();
    }

    private static Seat seat(int member, long power) {
        return new Seat("m" + member, BigInteger.valueOf(power));
    }

    private static Voter owner(String member, BigInteger owned) {
        return new Voter(member, Samples.NOON, List.of(), Map.of("SKR", owned));
    }

    private static ElectorateRule rule(String body) {
        var text = Samples.with("{ who: \"true\", power: equal }", body);
        return ElectorateRule.of(
                Samples.read(text).body("everybody").orElseThrow(), Duration.ZERO, Samples.NOON, Samples.PLUGINS);
    }
}
