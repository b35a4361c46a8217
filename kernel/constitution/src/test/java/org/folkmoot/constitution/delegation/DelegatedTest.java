// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiPredicate;
import org.folkmoot.constitution.Delegating;
import org.folkmoot.constitution.Delegating.Counts;
import org.folkmoot.constitution.Delegating.Model;
import org.folkmoot.constitution.Delegating.Overflow;
import org.folkmoot.constitution.Delegating.Overriding;
import org.folkmoot.constitution.Delegating.Visible;
import org.folkmoot.constitution.delegation.Lost.Reason;
import org.folkmoot.policy.Fraction;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelegatedTest {
    private static final BiPredicate<Object, BigInteger> ANY = (_, _) -> true;

    private final Map<Object, BigInteger> counted = new HashMap<>();
    private final Map<Object, Long> ballots = new HashMap<>();
    private final Map<String, Object> own = new HashMap<>();
    private final Map<String, BigInteger> powers = new LinkedHashMap<>();

    @Test
    void aBallotCarriesThePowerOfThoseWhoDelegateWheneverTheyDo() {
        var delegated = delegated(proxy(Overriding.ALL), "A 1, B 2, C 4");
        cast(delegated, "C", "for");
        delegated.delegate(1, Delegation.of("B", "C"));
        assertCounted(delegated, "for 6");

        delegated.delegate(2, Delegation.of("A", "B"));
        assertCounted(delegated, "for 7");

        cast(delegated, "B", "against");
        assertCounted(delegated, "against 3, for 4");

        cast(delegated, "B", "for");
        delegated.end("A");
        assertCounted(delegated, "for 6");
    }

    @ParameterizedTest
    @CsvSource({"ALL, 'against 3, for 4'", "OWN, 'against 2, for 5'", "NONE, 'for 7'"})
    void theBallotOfSomebodyWhoDelegatesCarriesWhatTheRulesSay(Overriding override, String expected) {
        var delegated = delegated(proxy(override), "A 1, B 2, C 4");
        delegated.delegate(1, Delegation.of("A", "B"));
        delegated.delegate(2, Delegation.of("B", "C"));
        cast(delegated, "B", "against");
        cast(delegated, "C", "for");

        assertCounted(delegated, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "7, 'SHARED', 'A 3, B 3'",
        "8, 'SHARED', 'A 3, B 2'",
        "7, 'LATEST', 'A 3, B 3'",
        "8, 'LATEST', 'A 3, B 2'"
    })
    void aBallotCarriesNoMoreForOthersThanTheMost(int parts, Overflow overflow, String expected) {
        // Of 42 together, a sixth is 7 and an eighth is 5: on the boundary nothing is lost, beyond it one is.
        var said = limited(Fraction.of(1, parts), overflow);
        var delegated = delegated(said, "A 3, B 3, C 36");
        delegated.delegate(1, Delegation.of("A", "C"));
        delegated.delegate(2, Delegation.of("B", "C"));
        cast(delegated, "C", "for");
        settle(delegated);

        var carried = delegated.resolution().carried().stream()
                .filter(one -> !one.isOwn())
                .map(one -> one.principal() + " " + one.power());
        assertThat(String.join(", ", carried.toList())).isEqualTo(expected);
        assertThat(delegated.share("C").received()).isEqualTo(big(parts == 7 ? 6 : 5));
        assertThat(delegated.share("B").lost())
                .isEqualTo(parts == 7 ? List.of() : List.of(new Lost("B", "C", big(1), Reason.OVERFLOW)));
    }

    @Test
    void whoLeavesADelegateMakesRoomForOthers() {
        var delegated = delegated(limited(Fraction.of(1, 10), Overflow.LATEST), "A 3, B 3, C 34");
        delegated.delegate(1, Delegation.of("A", "C"));
        delegated.delegate(2, Delegation.of("B", "C"));
        cast(delegated, "C", "for");
        assertCounted(delegated, "for 38");

        cast(delegated, "A", "against");
        assertCounted(delegated, "against 3, for 37");
    }

    /** Of A's four a fifth of ten is carried, which is too little for a choice of three units, and enough for one of two. */
    @ParameterizedTest
    @CsvSource({"2, 'A 2', 2", "3, '', 0"})
    void whatTheMostLeavesMustBeTakenByTheMethodToo(int units, String expected, long received) {
        powers("A 4, B 6");
        var delegated = new Delegated(new Delegated.Rules(
                limited(Fraction.of(1, 5), Overflow.LATEST),
                new Following("for", "against"),
                big(10),
                (_, power) -> power.intValue() >= units));
        powers.forEach(delegated::enter);
        delegated.delegate(1, Delegation.of("A", "B"));
        cast(delegated, "B", "for");
        settle(delegated);

        var carried = delegated.resolution().carried().stream()
                .filter(one -> !one.isOwn())
                .map(one -> one.principal() + " " + one.power());
        assertThat(String.join(", ", carried.toList())).isEqualTo(expected);
        assertThat(delegated.share("B").received()).isEqualTo(big((int) received));
        var overflow = new Lost("A", "B", big(2), Reason.OVERFLOW);
        assertThat(delegated.share("A").lost())
                .isEqualTo(
                        received == 2
                                ? List.of(overflow)
                                : List.of(overflow, new Lost("A", "B", big(2), Reason.UNFIT)));
    }

    @Test
    void whatTheMethodDoesNotTakeIsLost() {
        powers("A 1, B 2");
        var delegated = new Delegated(new Delegated.Rules(
                proxy(Overriding.ALL), new Following("for", "against"), big(3), (_, power) -> power.intValue() > 1));
        powers.forEach(delegated::enter);
        delegated.delegate(1, Delegation.of("A", "B"));
        cast(delegated, "B", "for");

        assertCounted(delegated, "for 2");
        assertThat(delegated.share("A").lost()).containsExactly(new Lost("A", "B", big(1), Reason.UNFIT));
    }

    @Test
    void followersVoteAsTheMajorityOfThoseWhomTheyFollow() {
        var said = new Delegating(
                Model.FOLLOWING,
                15,
                Optional.empty(),
                Overriding.OWN,
                Counts.CLOSE,
                Optional.empty(),
                Optional.empty(),
                Overflow.SHARED,
                Visible.PUBLIC);
        var delegated = delegated(said, "A 1, B 2, C 4, D 8, E 16");
        delegated.delegate(1, new Delegation("D", Map.of("A", 1L, "B", 1L, "C", 1L), Map.of()));
        delegated.delegate(2, Delegation.of("E", "D"));
        cast(delegated, "A", "for");
        assertCounted(delegated, "for 1");

        cast(delegated, "B", "for");
        assertCounted(delegated, "for 27");

        cast(delegated, "D", "against");
        assertCounted(delegated, "against 24, for 3");
    }

    @RepeatedTest(value = 300, name = "whatComesOneAfterTheOtherIsAsIfItHadComeAtOnce, seed {currentRepetition}")
    void whatComesOneAfterTheOtherIsAsIfItHadComeAtOnce(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        var size = 2 + random.nextInt(9);
        for (var i = 0; i < size; i++) {
            powers.put("v" + i, big(random.nextInt(20)));
        }
        var whole = powers.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        var said = random(random);
        var rules = new Delegated.Rules(said, new Following("for", "against"), whole, ANY);
        var delegated = new Delegated(rules);
        powers.forEach(delegated::enter);
        var delegations = new LinkedHashMap<String, Map.Entry<Long, Delegation>>();
        for (var step = 0L; step < 30; step++) {
            var voter = "v" + random.nextInt(size);
            switch (random.nextInt(4)) {
                case 0 -> {
                    delegations.remove(voter);
                    delegated.end(voter);
                }
                case 1 -> cast(delegated, voter, random.nextBoolean() ? "for" : "against");
                default -> {
                    var delegation = random(random, voter, size, said.delegates());
                    delegations.put(voter, Map.entry(step, delegation));
                    delegated.delegate(step, delegation);
                }
            }
            if (random.nextInt(3) == 0) {
                settle(delegated);
            }
        }
        settle(delegated);

        var atOnce = new Delegated(rules);
        powers.forEach(atOnce::enter);
        own.forEach(atOnce::cast);
        delegations.values().forEach(made -> atOnce.delegate(made.getKey(), made.getValue()));
        atOnce.settle((_, _, _) -> {});
        assertThat(delegated.resolution()).isEqualTo(atOnce.resolution());
        var expected = new HashMap<Object, BigInteger>();
        atOnce.resolution().carried().forEach(one -> expected.merge(one.choice(), one.power(), BigInteger::add));
        counted.values().removeIf(power -> power.signum() == 0);
        expected.values().removeIf(power -> power.signum() == 0);
        assertThat(counted).isEqualTo(expected);
        assertThat(ballots.values()).allMatch(number -> number >= 0);
        assertWhole(delegated);
    }

    private void assertWhole(Delegated delegated) {
        powers.forEach((voter, power) -> {
            var share = delegated.share(voter);
            var carried = share.carried().stream().map(Carried::power).reduce(BigInteger.ZERO, BigInteger::add);
            var lost = share.lost().stream().map(Lost::power).reduce(BigInteger.ZERO, BigInteger::add);
            assertThat(carried.add(lost)).as("power of %s", voter).isEqualTo(power);
        });
    }

    private static Delegating random(Random random) {
        var most =
                random.nextBoolean() ? Optional.of(Fraction.of(1, 2 + random.nextInt(4))) : Optional.<Fraction>empty();
        var depth = random.nextBoolean() ? Optional.of(1 + random.nextInt(3)) : Optional.<Integer>empty();
        var following = random.nextInt(4) == 0;
        return new Delegating(
                following ? Model.FOLLOWING : Model.PROXY,
                1 + random.nextInt(3),
                depth,
                Overriding.values()[random.nextInt(3)],
                Counts.CLOSE,
                Optional.<Duration>empty(),
                following ? Optional.empty() : most,
                Overflow.values()[random.nextInt(2)],
                Visible.PUBLIC);
    }

    private static Delegation random(Random random, String from, int size, int delegates) {
        var to = new LinkedHashMap<String, Long>();
        for (var left = 1 + random.nextInt(delegates); left > 0; left--) {
            to.put("v" + random.nextInt(size), 1L + random.nextInt(3));
        }
        return new Delegation(from, to, Map.of());
    }

    private static Delegating proxy(Overriding override) {
        return new Delegating(
                Model.PROXY,
                1,
                Optional.empty(),
                override,
                Counts.CLOSE,
                Optional.empty(),
                Optional.empty(),
                Overflow.SHARED,
                Visible.PUBLIC);
    }

    private static Delegating limited(Fraction most, Overflow overflow) {
        return new Delegating(
                Model.PROXY,
                1,
                Optional.empty(),
                Overriding.ALL,
                Counts.CLOSE,
                Optional.empty(),
                Optional.of(most),
                overflow,
                Visible.PUBLIC);
    }

    private Delegated delegated(Delegating said, String roll) {
        powers(roll);
        var whole = powers.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        var delegated = new Delegated(new Delegated.Rules(said, new Following("for", "against"), whole, ANY));
        powers.forEach(delegated::enter);
        return delegated;
    }

    private void powers(String roll) {
        for (var entry : roll.split(", ")) {
            var parts = entry.split(" ");
            powers.put(parts[0], new BigInteger(parts[1]));
        }
    }

    /** Counts the ballot as its voter's own, as groups do, before it is told. */
    private void cast(Delegated delegated, String voter, Object choice) {
        var power = powers.getOrDefault(voter, BigInteger.ZERO);
        var before = own.put(voter, choice);
        if (before != null) {
            move(before, -1, power.negate());
        }
        move(choice, 1, power);
        delegated.cast(voter, choice);
    }

    private void move(Object choice, long more, BigInteger power) {
        counted.merge(choice, power, BigInteger::add);
        ballots.merge(choice, more, Long::sum);
    }

    private void settle(Delegated delegated) {
        delegated.settle(this::move);
    }

    private void assertCounted(Delegated delegated, String expected) {
        settle(delegated);
        var lines = new ArrayList<String>();
        counted.forEach((choice, power) -> {
            if (power.signum() != 0) {
                lines.add(choice + " " + power);
            }
        });
        lines.sort(null);
        assertThat(String.join(", ", lines)).isEqualTo(expected);
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
