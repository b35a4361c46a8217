// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.constitution.ElectorateRule.Seat;
import org.folkmoot.policy.Voter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A roll holds exactly those who belong on it. */
class ElectorateRuleTest {
    private static final Body CITIZENS = Samples.constitution().body("citizens").orElseThrow();
    private static final Duration MONTH = Duration.ofDays(30);

    @Test
    void theMomentOfJoiningDecidesToTheMillisecond() {
        var rule = ElectorateRule.of(CITIZENS, Duration.ZERO, Samples.NOON, Samples.PLUGINS);
        var onTheLine = Samples.NOON.minus(MONTH);

        var seats = rule.roll(() -> Stream.of(
                member("early", onTheLine.minusMillis(1)),
                member("exact", onTheLine),
                member("late", onTheLine.plusMillis(1))));

        assertThat(seats).containsExactly(new Seat("early", BigInteger.ONE), new Seat("exact", BigInteger.ONE));
    }

    @Test
    void aFounderIsWhoHasTheRole() {
        var rule = rule("member.founder");

        assertThat(rule.seat(Samples.member("a", Samples.NOON, "founder"))).contains(new Seat("a", BigInteger.ONE));
        assertThat(rule.seat(Samples.member("b", Samples.NOON, "member"))).isEmpty();
    }

    @Test
    void aConditionWithoutAnAnswerStopsTheRoll() {
        var rule = rule("member.roles[0] == 'steward'");

        assertThat(rule.seat(Samples.member("a", Samples.NOON, "steward"))).isPresent();
        assertThatThrownBy(() -> rule.seat(Samples.member("b", Samples.NOON))).isInstanceOf(ExpressionFailed.class);
    }

    @Test
    void aPowerThatIsNotInstalledStopsTheRoll() {
        var body = new Body("b", Who.compile("true"), new PluginCall("sqrt", Map.of(), "/p", "/p"));

        assertThatThrownBy(() -> ElectorateRule.of(body, Duration.ZERO, Samples.NOON, Samples.PLUGINS))
                .isInstanceOf(ConstitutionRefused.class)
                .hasMessageContaining("There is no voting power 'sqrt'");
    }

    @Test
    void whoMayProposeIsAskedOfThePolicy() {
        var everything = Samples.constitution().policy("everything").orElseThrow();
        var small = Samples.constitution().policy("small-spend").orElseThrow();

        assertThat(everything.mayPropose(Samples.member("a", Samples.NOON, "steward"), Samples.NOON))
                .isTrue();
        assertThat(everything.mayPropose(Samples.member("b", Samples.NOON), Samples.NOON))
                .isFalse();
        assertThat(small.mayPropose(Samples.member("b", Samples.NOON), Samples.NOON))
                .isTrue();
    }

    // A roll of a city must be frozen in a moment: here is room for a slow machine, not for a slow method.
    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void aCityFitsOnARoll() {
        var rule = rule("'resident' in member.roles && member.since <= roll.at - duration('720h')");
        var since = Samples.NOON.minus(MONTH).minusSeconds(40_000);

        var seats = rule.roll(() -> IntStream.range(0, 80_000)
                        .mapToObj(i -> Samples.member("m" + i, since.plusSeconds(i), "resident")))
                .toList();

        assertThat(seats).hasSize(40_001).last().isEqualTo(new Seat("m40000", BigInteger.ONE));
    }

    private static ElectorateRule rule(String who) {
        return ElectorateRule.of(
                new Body("b", Who.compile(who), CITIZENS.power()), Duration.ZERO, Samples.NOON, Samples.PLUGINS);
    }

    private static Voter member(String id, Instant since) {
        return Samples.member(id, since);
    }

    @Test
    void aNewMemberVotesWhenTheWaitIsOver() {
        var wait = Duration.ofDays(7);
        var rule = ElectorateRule.of(
                new Body("b", Who.compile("true"), CITIZENS.power()), wait, Samples.NOON, Samples.PLUGINS);

        assertThat(rule.seat(since(Samples.NOON.minus(wait).plusMillis(1)))).isEmpty();
        assertThat(rule.seat(since(Samples.NOON.minus(wait)))).isPresent();
        assertThat(rule.seat(since(Samples.NOON.minus(wait).minusMillis(1)))).isPresent();
        assertThat(rule.seat(new Voter("ab".repeat(32), Samples.NOON, List.of(Who.FOUNDER), Map.of())))
                .as("a founder does not wait")
                .isPresent();
    }

    private static Voter since(Instant since) {
        return new Voter("ab".repeat(32), since, List.of(), Map.of());
    }
}
