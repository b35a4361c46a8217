// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.policy.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stage that is followed comes to what its course comes to, however often it is looked at on the way. */
class FollowTest {
    private static final Instant OPENS = Instant.parse("2026-01-01T00:00:00Z");
    private static final Map<String, Electorate> ROLLS =
            Map.of("all", new Electorate(BigInteger.valueOf(100), 100, Map.of()));
    private static final List<String> TIMINGS = List.of(
            "grace: PT1S",
            "late: { on: reached, rule: quorum, within: PT30S, extend: PT20S, upTo: PT30S }",
            "grace: PT1S, late: { on: changes, quiet: PT20S, upTo: PT60S }",
            "confirm: PT15S",
            "prepare: PT20S, confirm: PT15S",
            "tick: PT7S, confirm: PT15S",
            "prepare: PT5S, tick: PT7S, coolOff: { lasts: PT25S, only: [against] }",
            "coolOff: { lasts: PT25S, only: [against] }",
            "coolOff: { lasts: PT25S, only: [against], turned: PT20S }");
    private static final List<String> RULES = List.of(
            "approval: { count: [for], of: [for, against], moreThan: 1/2 }",
            "approval: { count: [for], of: roll, atLeast: { curve: linear, begin: 1, end: 1/10 } }",
            "approval: { count: [for], of: [for, against], moreThan: 1/2 }\n"
                    + "    early: [ { passes: reached, after: PT40S, when: { count: [for], of: roll, atLeast: 30/100 } } ]",
            "approval: { count: [for], of: [for, against], moreThan: 1/2 }\n"
                    + "    early: [ { passes: reached, when: { count: [for], of: roll, atLeast: { curve: linear, begin: 1, end: 0 } } } ]");

    private static final String FALLS = "{ curve: linear, begin: 1, end: 0 }";
    private static final String RISES = "{ curve: linear, begin: 0, end: 1 }";
    /** What a poll is decided by, what is cast, and when time alone decides it. */
    private static final List<Arguments> BY_TIME = List.of(
            // The other 40 may be against it, and 60 of 100 are enough when 40 of 100 seconds are over.
            Arguments.of("atLeast: " + FALLS, "passes: irreversible", 60, 0, 40_000),
            Arguments.of("moreThan: " + FALLS, "passes: irreversible", 60, 0, 40_001),
            // The other 40 may be for it, and 40 of 100 are too few when more than 40 seconds are over.
            Arguments.of("atLeast: " + RISES, "fails: irreversible", 0, 60, 40_001),
            Arguments.of("moreThan: " + RISES, "fails: irreversible", 0, 60, 40_000),
            Arguments.of(
                    "moreThan: 1/2",
                    "passes: reached, when: { count: [for], of: roll, atLeast: " + FALLS + " }",
                    30,
                    0,
                    70_000),
            Arguments.of("atLeast: " + FALLS, "passes: reached, after: PT50S", 60, 40, 50_000),
            Arguments.of("atLeast: " + FALLS, "passes: reached, after: PT20S", 60, 40, 40_000));

    static Stream<Arguments> byTime() {
        return BY_TIME.stream()
                .flatMap(one -> Stream.of(0L, 1L, 9_999L, 60_000L)
                        .map(later -> Arguments.of(Stream.concat(Arrays.stream(one.get()), Stream.of(later))
                                .toArray())));
    }

    /** Whoever looks later finds it where it was. */
    @ParameterizedTest
    @MethodSource("byTime")
    void whatTimeAloneDecidesIsDecidedAtItsOwnInstant(
            String approval, String early, int inFavor, int against, int millis, long later) {
        var rules =
                "approval: { count: [for], of: [for, against], %s }\n    early: [ { %s } ]".formatted(approval, early);
        var follow = Follow.of(judge("", rules, "first"), "trial", OPENS, ROLLS, Map.of());
        var at = OPENS.plusMillis(millis);
        follow.take(cast(second(1), inFavor, against));

        assertThat(follow.next()).isBeforeOrEqualTo(at);
        follow.advance(at.minusMillis(1));
        assertThat(follow.verdict()).isEmpty();
        assertThat(follow.next()).isEqualTo(at);
        follow.advance(at.plusMillis(later));
        assertThat(follow.verdict())
                .hasValueSatisfying(found -> assertThat(found.at()).isEqualTo(at));
    }

    private static Judge judge(String timing, String rules) {
        return judge(timing, rules, "last");
    }

    private static Judge judge(String timing, String rules, String revote) {
        var text = """
                folkmoot: 1
                name: Trial
                admission: { model: open }
                bodies: { all: { who: "true", power: equal } }
                policies:
                  - name: trial
                    applies: "true"
                    body: all
                    ballot: { method: for-against-abstain, revote: %s }
                    quorum: { count: [for, against, abstain], of: roll, atLeast: 1/10 }
                    %s
                    timing: { delay: PT0S, period: PT100S, timelock: PT20S, expires: PT30S, %s }
                """.formatted(revote, rules, timing);
        return Judge.of(Constitution.read(text.getBytes(UTF_8)).policies().getFirst(), Plugins.installed());
    }

    private static Follow follow(String timing) {
        return Follow.of(judge(timing, RULES.getFirst()), "trial", OPENS, ROLLS, Map.of());
    }

    private static Cast cast(Instant at, long inFavor, long against) {
        var counts = new LinkedHashMap<String, BigInteger>();
        counts.put("for", BigInteger.valueOf(inFavor));
        counts.put("against", BigInteger.valueOf(against));
        counts.put("abstain", BigInteger.ZERO);
        return new Cast(at, "all", new Result(inFavor + against, List.of(), counts, List.of(), ""));
    }

    private static Instant second(long seconds) {
        return OPENS.plusSeconds(seconds);
    }

    private static Cast carried(Instant at, long own, long inFavor) {
        return new Cast(
                at, "all", cast(at, inFavor, 0).result(), cast(at, own, 0).result());
    }

    /** More than half of 100 is 51; 30 are carried for others, who may still vote against. */
    @ParameterizedTest
    @CsvSource({"50, 80, false", "51, 81, true", "52, 82, true", "0, 100, false"})
    void onlyWhatIsNotCarriedIsIrreversible(long own, long inFavor, boolean decided) {
        var rules = "approval: { count: [for], of: roll, moreThan: 1/2 }\n    early: [ { passes: irreversible } ]";
        var follow = Follow.of(judge("", rules, "first"), "trial", OPENS, ROLLS, Map.of());

        follow.take(carried(second(10), own, inFavor));

        assertThat(follow.verdict().isPresent()).isEqualTo(decided);
    }

    /** A decision that is reached as things stand counts what is carried: 50, 51 and 52 of 100. */
    @ParameterizedTest
    @CsvSource({"50, false", "51, true", "52, true"})
    void whatIsCarriedCountsInADecisionThatIsReached(long inFavor, boolean decided) {
        var rules = "approval: { count: [for], of: roll, moreThan: 1/2 }\n    early: [ { passes: reached } ]";
        var follow = Follow.of(judge("", rules, "first"), "trial", OPENS, ROLLS, Map.of());

        follow.take(carried(second(10), 1, inFavor));

        assertThat(follow.verdict().isPresent()).isEqualTo(decided);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void comesToWhatItsCourseComesTo(long seed) {
        var random = new Random(seed);
        for (var timing : TIMINGS) {
            for (var rules : RULES) {
                var judge = judge(timing, rules);
                var follow = Follow.of(judge, "trial", OPENS, ROLLS, Map.of());
                var casts = new ArrayList<Cast>();
                var now = OPENS;
                for (var i = 0; i < 12 && follow.verdict().isEmpty(); i++) {
                    now = now.plusMillis(random.nextLong(1, 25_000));
                    // To look in between changes nothing.
                    follow.advance(now.minusMillis(1));
                    follow.advance(now);
                    if (follow.verdict().isEmpty()) {
                        var cast = cast(now, random.nextLong(50), random.nextLong(50));
                        follow.take(cast);
                        casts.add(cast);
                    }
                }
                var standing = Course.at(judge, new History(OPENS, ROLLS, Map.of(), casts), now);

                assertThat(follow.verdict().map(Follow.Verdict::at)).isEqualTo(standing.decidedAt());
                assertThat(follow.log())
                        .isEqualTo(standing.log().subList(1, 1 + follow.log().size()));
                assertThat(follow.verdict().map(Follow.Verdict::decision).orElse(standing.decision()))
                        .isEqualTo(standing.decision());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingHappensByItselfBeforeTheNextInstant(long seed) {
        var random = new Random(seed);
        for (var timing : TIMINGS) {
            for (var rules : RULES) {
                var follow = Follow.of(judge(timing, rules), "trial", OPENS, ROLLS, Map.of());
                while (follow.verdict().isEmpty()) {
                    var next = follow.next();
                    assertThat(next).isAfter(follow.clock());
                    var before = List.of(follow.log(), follow.phase(), follow.closesAt());
                    follow.advance(next.minusMillis(1));
                    assertThat(List.of(follow.log(), follow.phase(), follow.closesAt()))
                            .isEqualTo(before);
                    follow.advance(next);
                    if (follow.verdict().isEmpty()) {
                        follow.take(cast(next, random.nextLong(50), random.nextLong(50)));
                    }
                }
                assertThat(follow.next()).isEqualTo(follow.verdict().get().at());
                assertThat(follow.verdict().get().at())
                        .isBeforeOrEqualTo(OPENS.plus(
                                judge(timing, rules).policy().first().timing().latest()));
            }
        }
    }

    @Test
    void graceIsPartOfTheTimeInWhichBallotsAreTaken() {
        var follow = follow("grace: PT1S");

        assertThat(follow.closesAt()).isEqualTo(second(101));
        assertThat(follow.next()).isEqualTo(second(101));
    }

    @Test
    void aLateBallotMovesTheClose() {
        var follow = follow(TIMINGS.get(1));
        follow.take(cast(second(95), 17, 0));

        assertThat(follow.closesAt()).isEqualTo(second(115));
    }

    @ParameterizedTest
    @CsvSource({"20, 100", "84, 100", "85, 100", "86, 101"})
    void aConfirmationThatOutlivesTheDeadlineMovesTheClose(long at, long closes) {
        var follow = follow("confirm: PT15S");
        follow.take(cast(second(at), 17, 0));

        assertThat(follow.phase()).isEqualTo(Phase.CONFIRMING);
        assertThat(follow.closesAt()).isEqualTo(second(closes));
        assertThat(follow.next()).isEqualTo(second(Math.min(100, at + 15)));
    }

    @Test
    void onlySomeChoicesAreTakenWhileItCoolsOff() {
        var follow = follow("coolOff: { lasts: PT25S, only: [against] }");
        follow.take(cast(second(20), 17, 0));
        assertThat(follow.only()).isEmpty();

        follow.advance(second(100));

        assertThat(follow.only()).contains(List.of("against"));
        assertThat(follow.closesAt()).isEqualTo(second(125));
    }
}
