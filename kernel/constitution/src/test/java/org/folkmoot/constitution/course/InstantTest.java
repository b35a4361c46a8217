// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.policy.Result;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What several chambers count at one instant is looked at when all of it is counted. */
class InstantTest {
    private static final Instant OPENS = Instant.parse("2026-01-01T00:00:00Z");
    private static final Map<String, Electorate> ROLLS = Map.of("all", roll(100), "council", roll(5));

    private final Judge reached = judge("early: [ { passes: reached } ]", "");
    private final Judge late = judge("", "late: { on: changes, extend: PT50S, upTo: PT90S }");

    private static Electorate roll(long members) {
        return new Electorate(BigInteger.valueOf(members), members, Map.of());
    }

    private static Judge judge(String early, String timing) {
        var text = """
                folkmoot: 1
                name: Trial
                admission: { model: open }
                bodies: { all: { who: "true", power: equal }, council: { who: "true", power: equal } }
                policies:
                  - name: trial
                    applies: "true"
                    body: all
                    ballot: { method: for-against-abstain, revote: last }
                    quorum: { count: [for], of: roll, atLeast: 1/2 }
                    approval: { count: [for], of: [for, against], moreThan: 1/2 }
                    chambers:
                      - { body: council, stance: vetoes, ballot: { method: for-against-abstain, revote: last },
                          quorum: { count: [against], of: roll, atLeast: 0 },
                          approval: { count: [against], of: roll, moreThan: 1/2 } }
                    %s
                    timing: { delay: PT0S, period: PT100S, timelock: PT20S, expires: PT30S, %s }
                """.formatted(early, timing);
        return Judge.of(Constitution.read(text.getBytes(UTF_8)).policies().getFirst(), Plugins.installed());
    }

    private static Cast cast(long second, String chamber, long inFavor, long against) {
        var counts = Map.of(
                "for", BigInteger.valueOf(inFavor), "against", BigInteger.valueOf(against), "abstain", BigInteger.ZERO);
        return new Cast(
                OPENS.plusSeconds(second), chamber, new Result(inFavor + against, List.of(), counts, List.of(), ""));
    }

    private static Follow follow(Judge judge) {
        return Follow.of(judge, "trial", OPENS, ROLLS, Map.of());
    }

    /** All approve with 50 of 100, and three of five of the council veto it: at once, a second before, a second after. */
    @ParameterizedTest
    @CsvSource({"9, false", "10, false", "11, true"})
    void aVetoOfTheSameInstantComesInTime(long vetoed, boolean passes) {
        var casts = List.of(cast(10, "all", 50, 0), cast(vetoed, "council", 0, 3));

        var standing = Course.at(reached, new History(OPENS, ROLLS, Map.of(), casts), OPENS.plusSeconds(20));

        assertThat(standing.decidedAt().isPresent()).isEqualTo(passes);
    }

    @Test
    void itDecidesNothingByAPartOfAnInstant() {
        var follow = follow(reached);

        follow.take(List.of(cast(10, "all", 50, 0), cast(10, "council", 0, 3)));

        assertThat(follow.verdict()).isEmpty();
    }

    /** What one chamber turns and another turns back at once has not changed, so it moves no close. */
    @ParameterizedTest
    @CsvSource({"59, 100", "60, 100", "61, 111"})
    void whatIsTurnedBackAtOnceMovesNoClose(long vetoed, long closes) {
        var follow = follow(late);
        var all = cast(60, "all", 50, 0);
        var council = cast(vetoed, "council", 0, 3);

        if (vetoed == 60) {
            follow.take(List.of(all, council));
        } else {
            follow.take(vetoed < 60 ? council : all);
            follow.take(vetoed < 60 ? all : council);
        }

        assertThat(follow.closesAt()).isEqualTo(OPENS.plusSeconds(closes));
    }

    /** Who decides a stage at its deadline, when all chambers are counted, says what its course says. */
    @ParameterizedTest
    @CsvSource({"49, 0, REJECTED", "50, 0, PASSED", "50, 2, PASSED", "50, 3, REJECTED", "50, , PASSED"})
    void whatIsCountedAtTheDeadlineIsDecidedAlike(long inFavor, @Nullable Long against, Outcome expected) {
        var judge = judge("", "");
        var casts = new ArrayList<>(List.of(cast(10, "all", inFavor, 0)));
        if (against != null) casts.add(cast(20, "council", 0, against));
        var results = new HashMap<String, Result>();
        casts.forEach(cast -> results.put(cast.chamber(), cast.result()));

        var decision = judge.decide(judge.policy().first(), results, ROLLS);

        var course = Course.at(judge, new History(OPENS, ROLLS, Map.of(), casts), OPENS.plusSeconds(100));
        assertThat(decision.outcome()).isEqualTo(expected);
        assertThat(decision).isEqualTo(course.decision());
    }

    @Test
    void whatIsNotOfOneInstantIsNotTakenAtOnce() {
        var casts = List.of(cast(10, "all", 50, 0), cast(11, "council", 0, 3));

        assertThatThrownBy(() -> follow(reached).take(casts)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The order in which chambers are told of makes no difference, and whoever follows comes to what the course does. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOrderOfChambersMakesNoDifference(long seed) {
        var random = new Random(seed);
        for (var judge : List.of(reached, late)) {
            var one = follow(judge);
            var other = follow(judge);
            var casts = new ArrayList<Cast>();
            for (var second = 1L; second < 190; second += 1 + random.nextLong(30)) {
                var all = cast(second, "all", random.nextLong(100), random.nextLong(100));
                var council = cast(second, "council", 0, random.nextLong(6));
                one.take(List.of(all, council));
                other.take(List.of(council, all));
                casts.addAll(random.nextBoolean() ? List.of(all, council) : List.of(council, all));
            }

            var standing = Course.at(judge, new History(OPENS, ROLLS, Map.of(), casts), OPENS.plusSeconds(190));
            one.advance(OPENS.plusSeconds(190));
            other.advance(OPENS.plusSeconds(190));
            assertThat(one.log()).isEqualTo(other.log());
            assertThat(one.verdict().map(Follow.Verdict::at)).isEqualTo(standing.decidedAt());
            assertThat(one.verdict().map(Follow.Verdict::decision)).isEqualTo(Optional.of(standing.decision()));
        }
    }
}
