// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain.drawing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.folkmoot.record.Hash;
import org.folkmoot.sortition.Draw;
import org.folkmoot.sortition.Reveal;
import org.folkmoot.sortition.Seed;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseTest {
    private static final Hash DRAW = Hash.parse("d1".repeat(32));
    private static final String ANN = "a0".repeat(32);
    private static final String BEN = "b0".repeat(32);
    private static final String CAT = "c0".repeat(32);
    private static final String EVE = "e0".repeat(32);
    private static final Instant OPENS = Instant.parse("2026-11-26T10:00:00Z");
    private static final Instant REVEALS = OPENS.plus(Duration.ofDays(2));
    private static final Instant CLOSES = REVEALS.plus(Duration.ofDays(1));

    @Test
    void theSeedIsThatOfAllWhoCommittedAndRevealed() {
        var course = revealed(revealed(committed(committed(course(1), ANN), BEN), BEN), ANN);

        var seed = Seed.of(
                Map.of(ANN, value(ANN, 1).commitment(), BEN, value(BEN, 1).commitment()),
                List.of(value(ANN, 1), value(BEN, 1)));
        assertThat(course.turn(CLOSES)).isEqualTo(new Turn.Seeded(seed));
    }

    @Test
    void whoKeepsAValueBackIsLeftOut() {
        var course = revealed(revealed(committed(committed(committed(course(1), ANN), BEN), CAT), BEN), ANN);

        assertThat(course.turn(CLOSES)).isEqualTo(new Turn.Again(new TreeSet<>(List.of(CAT))));
        assertThat(course.without(new TreeSet<>(List.of(CAT)))).containsExactly(ANN, BEN);
    }

    @Test
    void whoDidNotCommitMayDoSoInTheNextRound() {
        var course = revealed(committed(committed(course(1), ANN), BEN), ANN);

        assertThat(course.turn(CLOSES)).isEqualTo(new Turn.Again(new TreeSet<>(List.of(BEN))));
        assertThat(course.without(new TreeSet<>(List.of(BEN)))).containsExactly(ANN, CAT);
    }

    @Test
    void itFailsWhenTooFewAreLeft() {
        var course = revealed(committed(committed(course(1), ANN), BEN), ANN);
        var two = new Course(DRAW, new TreeSet<>(List.of(ANN, BEN)), 2, course.round(), course.said());

        var fails = (Turn.Fails) two.turn(CLOSES);
        assertThat(fails.reason()).isEqualTo("too-few-committers");
        assertThat(fails.without()).containsExactly(BEN);
    }

    @Test
    void nobodyKeepsAValueBackWhereTooFewCommitted() {
        var course = committed(course(1), ANN);

        assertThat(((Turn.Fails) course.turn(CLOSES)).without()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "1, true"})
    void nobodyHasKeptAValueBackBeforeTheRoundIsOver(long millis, boolean over) {
        var course = revealed(committed(committed(course(1), ANN), BEN), ANN);

        assertThat(course.turn(CLOSES.plusMillis(millis)))
                .isEqualTo(over ? new Turn.Again(new TreeSet<>(List.of(BEN))) : new Turn.Waits(CLOSES));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, false", "3, false"})
    void itFailsWhenFewerCommitThanMust(int committed, boolean fails) {
        var course = course(1);
        for (var member : List.of(ANN, BEN, CAT).subList(0, committed)) course = committed(course, member);

        assertThat(course.turn(REVEALS) instanceof Turn.Fails).isEqualTo(fails);
        assertThat(course.turn(REVEALS.minusMillis(1))).isEqualTo(new Turn.Waits(REVEALS));
    }

    /** The windows are half-open: each moment belongs to what begins with it. */
    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "1, true"})
    void commitmentsAreTakenFromTheOpeningOn(long millis, boolean taken) {
        var at = OPENS.plusMillis(millis);

        assertThat(takes(() -> course(1).commit(ANN, 1, value(ANN, 1).commitment(), at)))
                .isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({"-1, true, false", "0, false, true", "1, false, true"})
    void valuesAreTakenWhenNoCommitmentIsAnyMore(long millis, boolean commits, boolean reveals) {
        var at = REVEALS.plusMillis(millis);
        var course = committed(course(1), ANN);

        assertThat(takes(() -> course.commit(BEN, 1, value(BEN, 1).commitment(), at)))
                .isEqualTo(commits);
        assertThat(takes(() -> course.reveal(ANN, 1, value(ANN, 1).value(), at)))
                .isEqualTo(reveals);
    }

    /** Two replicas take what is said, and the clock of one is behind. */
    @Test
    void whoHasSeenAValueCommitsToNoneAnyMore() {
        var early = REVEALS.minusMillis(1);
        var course = committed(committed(course(1), ANN), BEN);
        assertThat(takes(() -> course.commit(CAT, 1, value(CAT, 1).commitment(), early)))
                .isTrue();

        var seen = revealed(course, ANN);

        assertThat(refusal(() -> seen.commit(CAT, 1, value(CAT, 1).commitment(), early)))
                .isEqualTo(new Refusal.OutOfTime(DRAW, OPENS, REVEALS));
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, false", "1, false"})
    void valuesAreTakenUntilTheClose(long millis, boolean reveals) {
        var at = CLOSES.plusMillis(millis);
        var course = committed(course(1), ANN);

        assertThat(takes(() -> course.reveal(ANN, 1, value(ANN, 1).value(), at)))
                .isEqualTo(reveals);
    }

    @Test
    void everyRefusalSaysWhatIsWrong() {
        var course = committed(course(1), ANN);
        var other = value(ANN, 2).value();

        assertThat(refusal(() -> course.commit(EVE, 1, "00", OPENS))).isInstanceOf(Refusal.NotACommitter.class);
        assertThat(refusal(() -> course.commit(BEN, 2, "00", OPENS))).isEqualTo(new Refusal.OtherRound(DRAW, 2, 1));
        assertThat(refusal(() -> course.commit(ANN, 1, "00", OPENS))).isEqualTo(new Refusal.AlreadyCommitted(DRAW, 1));
        assertThat(refusal(() -> course.reveal(ANN, 1, other, OPENS)))
                .isEqualTo(new Refusal.OutOfTime(DRAW, REVEALS, CLOSES));
        assertThat(refusal(() -> course.reveal(BEN, 1, other, REVEALS))).isEqualTo(new Refusal.NotCommitted(DRAW, 1));
        assertThat(refusal(() -> course.reveal(ANN, 1, other, REVEALS)))
                .isEqualTo(new Refusal.RevealMismatch(DRAW, 1, value(ANN, 1).commitment()));
        assertThat(refusal(() -> revealed(revealed(course, ANN), ANN))).isEqualTo(new Refusal.AlreadyRevealed(DRAW, 1));
    }

    /** What a member committed to for one round fits no other one, and none of another member. */
    @Test
    void aCommitmentIsGoodForOneRoundAndOneMember() {
        var second = course(2);
        var value = value(ANN, 1);
        var copied = second.commit(BEN, 2, value(ANN, 2).commitment(), OPENS);
        var carried = second.commit(ANN, 2, value.commitment(), OPENS);

        assertThat(refusal(() -> carried.reveal(ANN, 2, value.value(), REVEALS)))
                .isInstanceOf(Refusal.RevealMismatch.class);
        assertThat(refusal(() -> copied.reveal(BEN, 2, value(ANN, 2).value(), REVEALS)))
                .isInstanceOf(Refusal.RevealMismatch.class);
    }

    /** Each round leaves somebody out, so a draw ends after at most as many rounds as there are people who make its seed. */
    @Test
    void aDrawEndsHoweverManyKeepTheirValuesBackSeed7() {
        var random = new Random(7);
        for (var trial = 0; trial < 500; trial++) {
            var everybody = new TreeSet<String>();
            for (var i = 2 + random.nextInt(9); i > 0; i--) everybody.add("%064x".formatted(i));
            var left = new TreeSet<>(everybody);
            var rounds = 0;
            for (var ended = false; !ended; ) {
                var course = at(++rounds, left);
                var honest = new TreeSet<String>();
                for (var member : left)
                    if (random.nextInt(5) > 0) {
                        course = committed(course, member);
                        if (random.nextInt(3) > 0) honest.add(member);
                    }
                for (var member : honest) course = revealed(course, member);
                switch (course.turn(CLOSES)) {
                    case Turn.Waits _ -> throw new AssertionError("nothing is waited for any more");
                    case Turn.Seeded _ -> {
                        assertThat(honest)
                                .hasSizeGreaterThanOrEqualTo(2)
                                .hasSameSizeAs(course.said().keySet());
                        ended = true;
                    }
                    case Turn.Fails fails -> {
                        assertThat(fails.reason()).isIn("too-few-commitments", "too-few-committers");
                        ended = true;
                    }
                    case Turn.Again again -> {
                        assertThat(again.without()).isNotEmpty().noneMatch(honest::contains);
                        left = new TreeSet<>(course.without(again.without()));
                    }
                }
            }
            assertThat(rounds).isLessThanOrEqualTo(everybody.size());
        }
    }

    private static Course course(int round) {
        return at(round, new TreeSet<>(List.of(ANN, BEN, CAT)));
    }

    private static Course at(int round, TreeSet<String> committers) {
        return new Course(
                DRAW, committers, 2, Round.open(round, OPENS, Duration.ofDays(2), Duration.ofDays(1)), new TreeMap<>());
    }

    private static Course committed(Course course, String member) {
        var number = course.round().number();
        return course.commit(member, number, value(member, number).commitment(), OPENS);
    }

    private static Course revealed(Course course, String member) {
        var number = course.round().number();
        return course.reveal(member, number, value(member, number).value(), REVEALS);
    }

    private static Reveal value(String member, int round) {
        return new Reveal(
                Draw.round(DRAW.hex(), round),
                member,
                Hash.of((member + round).getBytes(UTF_8)).hex());
    }

    private static boolean takes(Runnable said) {
        try {
            said.run();
            return true;
        } catch (Refused refused) {
            assertThat(refused.refusal()).isInstanceOf(Refusal.OutOfTime.class);
            return false;
        }
    }

    private static Refusal refusal(ThrowingCallable said) {
        return catchThrowableOfType(Refused.class, said).refusal();
    }
}
