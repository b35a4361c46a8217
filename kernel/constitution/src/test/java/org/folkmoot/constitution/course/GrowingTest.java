// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Growth;
import org.folkmoot.policy.Result;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Support that lasts becomes conviction, tick by tick, and a proposal passes at the tick at which there is enough. */
class GrowingTest {
    private static final Instant OPENS = Instant.parse("2026-01-01T00:00:00Z");
    private static final String EARLY = "early: [ { passes: reached } ]";
    private static final String PLAIN = "delay: PT0S, period: PT1000S, tick: PT10S, timelock: PT0S, expires: P1D";

    private final List<Cast> casts = new ArrayList<>();

    /** More than half of 100 must be left of a support that halves its distance with every tick: weight = 1/2 at a room of 1. */
    private static Judge judge(String early, String timing) {
        var text = """
                folkmoot: 1
                name: Trial
                admission: { model: open }
                bodies: { all: { who: "true", power: equal } }
                policies:
                  - name: trial
                    applies: "true"
                    body: all
                    ballot: { method: for-against-abstain, revote: last }
                    rules: [ { rule: growing-conviction, count: [for], keeps: 1/2, weight: 1/2, most: 1 } ]
                    %s
                    timing: { %s }
                """.formatted(early, timing);
        return Judge.of(Constitution.read(text.getBytes(UTF_8)).policies().getFirst(), Plugins.installed());
    }

    private static Cast cast(Instant at, long votes) {
        var counts = new LinkedHashMap<String, BigInteger>();
        counts.put("for", BigInteger.valueOf(votes));
        counts.put("against", BigInteger.ZERO);
        counts.put("abstain", BigInteger.ZERO);
        return new Cast(at, "all", new Result(votes, List.of(), counts, List.of(), ""));
    }

    private void cast(long millis, long votes) {
        casts.add(cast(OPENS.plusMillis(millis), votes));
    }

    private Standing at(String early, String timing, long millis) {
        return Course.at(judge(early, timing), history(), OPENS.plusMillis(millis));
    }

    private Standing at(long millis) {
        return at(EARLY, PLAIN, millis);
    }

    private History history() {
        var roll = new Electorate(BigInteger.valueOf(100), 100, Map.of());
        return new History(OPENS, Map.of("all", roll), Map.of(), casts);
    }

    /** The conviction in power, which these tests choose so that it has few decimals. */
    private static String conviction(Standing standing) {
        var facts = Objects.requireNonNull(standing.facts().get("all"));
        return Objects.requireNonNull(facts.rates().get(Facts.CONVICTION))
                .times(Fraction.of(100, 1))
                .toString();
    }

    @ParameterizedTest
    @CsvSource({
        // Cast during the first tick, it is there at the second one and has brought something at the third.
        "0, 0",
        "10000, 0",
        "19999, 0",
        "20000, 40",
        "29999, 40",
        "30000, 60",
        "40000, 70",
        "50000, 75"
    })
    void growsFromTickToTick(long millis, String conviction) {
        cast(5_000, 80);

        assertThat(conviction(at("", PLAIN, millis))).isEqualTo(conviction);
    }

    @Test
    void whatIsTakenBackFades() {
        cast(5_000, 80);
        cast(25_000, 0);

        assertThat(conviction(at("", PLAIN, 30_000))).isEqualTo("60");
        assertThat(conviction(at("", PLAIN, 40_000))).isEqualTo("30");
        assertThat(conviction(at("", PLAIN, 50_000))).isEqualTo("15");
    }

    /** It is there for a tick if it is there when the clock ticks; what comes and goes in between never was. */
    @Test
    void whatIsNotThereWhenTheClockTicksNeverWas() {
        cast(1_000, 80);
        cast(9_999, 0);
        cast(10_000, 80);
        cast(19_999, 0);

        assertThat(conviction(at("", PLAIN, 40_000))).isEqualTo("0");
    }

    @Test
    void whatIsCastWhenTheClockTicksWaitsForTheNextTick() {
        cast(10_000, 80);

        assertThat(conviction(at("", PLAIN, 20_000))).isEqualTo("0");
        assertThat(conviction(at("", PLAIN, 30_000))).isEqualTo("40");
    }

    @Test
    void passesAtTheTickAtWhichThereIsEnough() {
        cast(5_000, 80);

        assertThat(at(29_999).decidedAt()).isEmpty();
        assertThat(at(30_000).decidedAt()).contains(OPENS.plusSeconds(30));
        assertThat(at(900_000).decidedAt()).contains(OPENS.plusSeconds(30));
        assertThat(at(30_000).decision().outcome()).isEqualTo(Outcome.PASSED);
    }

    /** 50 come ever nearer to 50 and never are more; 51 are at the sixth tick: 51 − 51/64. */
    @Test
    void needsMoreThanTheBoundaryEver() {
        cast(5_000, 50);
        assertThat(at(1_000_000).decision().outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(at(1_000_000).decidedAt()).contains(OPENS.plusSeconds(1_000));

        casts.clear();
        cast(5_000, 51);
        assertThat(at(1_000_000).decidedAt()).contains(OPENS.plusSeconds(70));
    }

    @Test
    void withoutAnEarlyDecisionTheDeadlineDecides() {
        cast(5_000, 80);
        assertThat(at("", PLAIN, 1_000_000).decidedAt()).contains(OPENS.plusSeconds(1_000));
        assertThat(at("", PLAIN, 1_000_000).decision().outcome()).isEqualTo(Outcome.PASSED);

        cast(970_000, 0);
        assertThat(at("", PLAIN, 1_000_000).decision().outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void mayHaveToBeHeldForAWhile() {
        var timing = PLAIN + ", confirm: PT35S";
        cast(5_000, 80);

        assertThat(at("", timing, 69_999).phase()).isEqualTo(Phase.CONFIRMING);
        assertThat(at("", timing, 70_000).decidedAt()).contains(OPENS.plusSeconds(70));

        // At 40 s there are 70; without support 35 are left at 60 s.
        cast(45_000, 0);
        assertThat(at("", timing, 60_000).phase()).isEqualTo(Phase.VOTING);
    }

    @Test
    void beginsWithThePeriod() {
        var timing = PLAIN + ", prepare: PT25S";
        cast(5_000, 80);

        assertThat(conviction(at("", timing, 25_000))).isEqualTo("0");
        assertThat(conviction(at("", timing, 34_999))).isEqualTo("0");
        assertThat(conviction(at("", timing, 35_000))).isEqualTo("40");
    }

    /** Counted again from the very beginning, by hand, at every tick; followed; and looked at at chance instants. */
    @RepeatedTest(value = 60, name = "isWhatComesOutByHand, seed {currentRepetition}")
    void isWhatComesOutByHand(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        var judge = judge(EARLY, PLAIN);
        var follow = Follow.of(judge, "trial", OPENS, history().electorates(), Map.of());
        var growth = new Growth(List.of("for"), Fraction.of(1, 2), Optional.empty());
        for (var at = 0L; at < 1_000_000; at += 1 + random.nextInt(30_000)) {
            cast(random.nextInt(4) == 0 ? at / 10_000 * 10_000 + 10_000 : at, random.nextInt(90));
        }
        casts.sort(Comparator.comparing(Cast::at));
        var passed = byHand(growth);

        for (var cast : casts) {
            if (random.nextBoolean()) {
                follow.advance(cast.at().minusMillis(random.nextInt(2)));
            }
            follow.take(cast);
        }
        follow.advance(OPENS.plusSeconds(2_000));

        assertThat(follow.verdict()).hasValueSatisfying(found -> {
            assertThat(found.at()).isEqualTo(passed);
            assertThat(found.decision().outcome())
                    .isEqualTo(
                            passed.equals(OPENS.plusSeconds(1_000))
                                    ? found.decision().outcome()
                                    : Outcome.PASSED);
        });
        assertThat(at(2_000_000).decidedAt()).contains(passed);
        assertThat(at(2_000_000).decision())
                .isEqualTo(follow.verdict().orElseThrow().decision());
    }

    /** When more than 50 are reached first, or the deadline. */
    private Instant byHand(Growth growth) {
        var conviction = BigInteger.ZERO;
        for (var tick = 1; tick < 100; tick++) {
            conviction = growth.next(conviction, before(OPENS.plusSeconds(10L * (tick - 1))));
            if (conviction.compareTo(Growth.UNIT.multiply(BigInteger.valueOf(50))) > 0) {
                return OPENS.plusSeconds(10L * tick);
            }
        }
        return OPENS.plusSeconds(1_000);
    }

    private BigInteger before(Instant tick) {
        return casts.stream()
                .filter(cast -> cast.at().isBefore(tick))
                .reduce((_, later) -> later)
                .map(cast -> cast.result().counts().getOrDefault("for", BigInteger.ZERO))
                .orElse(BigInteger.ZERO);
    }
}
