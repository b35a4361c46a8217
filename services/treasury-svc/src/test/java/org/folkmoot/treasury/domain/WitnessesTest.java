// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.folkmoot.constitution.Asset;
import org.folkmoot.record.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happened outside is what enough members say who hold the role when the last of them says it. */
class WitnessesTest {
    private static final Asset EUR = new Asset("EUR", 2, Optional.empty());
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");
    private static final Hash ANN = hash("Ann");
    private static final Hash BEA = hash("Bea");
    private static final Hash CYD = hash("Cyd");
    private static final Attested DEPOSIT = moved("treasury", "250.00", AT);

    private static Attested moved(String account, String amount, Instant at) {
        return new Attested.Moved(
                Attested.Kind.DEPOSIT, EUR, account, EUR.minor(amount).orElseThrow(), "2026-11-20/17", at);
    }

    @Test
    void oneFewerThanEnoughWaitsAndEnoughIsEnough() {
        var first = nobody().hear(DEPOSIT.parts(), ANN, Set.of(ANN, BEA, CYD), 2);
        var second = after(first).hear(DEPOSIT.parts(), BEA, Set.of(ANN, BEA, CYD), 2);

        assertThat(first)
                .isInstanceOfSatisfying(
                        Witnesses.Ruling.Waiting.class,
                        waiting -> assertThat(waiting.counted()).isEqualTo(1));
        assertThat(second).isInstanceOf(Witnesses.Ruling.Enough.class);
    }

    @Test
    void theSameMemberCountsOnce() {
        var twice = after(nobody().hear(DEPOSIT.parts(), ANN, Set.of(ANN, BEA), 2))
                .hear(DEPOSIT.parts(), ANN, Set.of(ANN, BEA), 2);

        assertThat(twice).isInstanceOf(Witnesses.Ruling.Waiting.class);
    }

    @Test
    void whoLostTheRoleDoesNotCountUntilItIsBack() {
        var first = after(nobody().hear(DEPOSIT.parts(), ANN, Set.of(ANN, BEA), 2));

        assertThat(first.hear(DEPOSIT.parts(), BEA, Set.of(BEA, CYD), 2)).isInstanceOf(Witnesses.Ruling.Waiting.class);
        assertThat(first.hear(DEPOSIT.parts(), BEA, Set.of(ANN, BEA), 2)).isInstanceOf(Witnesses.Ruling.Enough.class);
    }

    @Test
    void theFirstPartThatDiffersIsNamed() {
        assertThat(difference(moved("school", "1.00", AT.plusMillis(1)))).isEqualTo("account");
        assertThat(difference(moved("treasury", "250.01", AT.plusMillis(1)))).isEqualTo("amount");
        assertThat(difference(moved("treasury", "250.00", AT.plusMillis(1)))).isEqualTo("at");
    }

    private static String difference(Attested other) {
        return Attested.firstDifference(other.parts(), DEPOSIT.parts()).orElse("");
    }

    @Test
    void whatDiffersIsCountedByItself() {
        var other = moved("treasury", "250.01", AT);
        var all = Set.of(ANN, BEA, CYD);
        var wrong = after(nobody().hear(other.parts(), ANN, all, 2));

        var right = wrong.hear(DEPOSIT.parts(), BEA, all, 2);

        assertThat(counted(right)).isEqualTo(1);
        assertThat(after(right).hear(DEPOSIT.parts(), CYD, all, 2)).isInstanceOf(Witnesses.Ruling.Enough.class);
        assertThat(after(right).hear(other.parts(), CYD, all, 2)).isInstanceOf(Witnesses.Ruling.Enough.class);
    }

    @Test
    void whoCorrectsItDoesNotSayTheOtherAnyMore() {
        var other = moved("treasury", "250.01", AT);
        var all = Set.of(ANN, BEA, CYD);
        var corrected = after(after(nobody().hear(other.parts(), ANN, all, 2)).hear(DEPOSIT.parts(), ANN, all, 2));

        assertThat(counted(corrected.hear(other.parts(), BEA, all, 2))).isEqualTo(1);
        assertThat(corrected.hear(DEPOSIT.parts(), BEA, all, 2)).isInstanceOf(Witnesses.Ruling.Enough.class);
    }

    private static int counted(Witnesses.Ruling ruling) {
        return ruling instanceof Witnesses.Ruling.Waiting(var _, var counted) ? counted : -1;
    }

    @Test
    void anAmountIsTheSameHoweverItIsWritten() {
        assertThat(moved("treasury", "250", AT).parts()).isEqualTo(DEPOSIT.parts());
    }

    @Test
    void aNameIsThatOfACommunityAnAssetAKindAndAReference() {
        var paid = new Attested.Paid(ANN, "EUR", DEPOSIT.reference(), true);
        var names = Set.of(DEPOSIT.id(ANN), DEPOSIT.id(BEA), paid.id(ANN));

        assertThat(names).hasSize(3);
        assertThat(moved("school", "1.00", AT).id(ANN)).isEqualTo(DEPOSIT.id(ANN));
        assertThat(new Attested.Paid(BEA, "EUR", DEPOSIT.reference(), false).id(ANN))
                .isEqualTo(paid.id(ANN));
    }

    @Test
    void aDepositComesOutOfTheIssuanceAndAWithdrawalGoesThere() {
        var out =
                new Attested.Moved(Attested.Kind.WITHDRAWAL, EUR, "treasury", BigInteger.ONE, "x", AT).order(ANN, BEA);

        assertThat(((Attested.Moved) DEPOSIT).order(ANN, BEA).legs())
                .containsExactly(new Leg("issuance/EUR", "treasury", "EUR", "250.00"));
        assertThat(out.legs()).containsExactly(new Leg("treasury", "issuance/EUR", "EUR", "0.01"));
        assertThat(out.code()).isEqualTo(Transfer.Code.SENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " a", "a ", "a  b", "a\tb", "a\nb", "a\u0000", "a\u00a0b", "a\u200bb", "\u202ea"})
    void whatCannotBeSeenIsInNoReference(String reference) {
        assertThat(Attested.isReference(reference)).isFalse();
        assertThatThrownBy(() -> new Attested.Paid(ANN, "EUR", reference, true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReferenceHasUpToTwoHundredCharacters() {
        assertThat(Attested.isReference("\uD83D\uDE00".repeat(200))).isTrue();
        assertThat(Attested.isReference("x".repeat(201))).isFalse();
        assertThat(Attested.isReference("RF18 5390 0754 7034/é")).isTrue();
    }

    /** A plain model: a list of all words, of which each member's last one counts if the member holds the role. */
    @Test
    void aThousandCoursesWithSeed20261126() {
        var random = new Random(20_261_126);
        var versions = List.of(DEPOSIT, moved("treasury", "250.01", AT), moved("school", "250.00", AT));
        for (int course = 0; course < 1_000; course++) {
            int atLeast = 1 + random.nextInt(4);
            var heard = new ArrayList<Map.Entry<Hash, Attested>>();
            var witnesses = nobody();
            for (int step = 0; step < 15; step++) {
                var holders = new HashSet<Hash>();
                for (int i = 0; i < 6; i++) if (random.nextInt(3) > 0) holders.add(hash("member " + i));
                var member = hash("member " + random.nextInt(6));
                var said = versions.get(random.nextInt(3));
                holders.add(member);
                heard.add(Map.entry(member, said));

                var ruling = witnesses.hear(said.parts(), member, holders, atLeast);

                assertThat(ruling instanceof Witnesses.Ruling.Enough)
                        .as("course %s, step %s", course, step)
                        .isEqualTo(lastWords(heard, said, holders) >= atLeast);
                if (ruling instanceof Witnesses.Ruling.Enough) break;
                witnesses = after(ruling);
            }
        }
    }

    private static long lastWords(List<Map.Entry<Hash, Attested>> heard, Attested said, Set<Hash> holders) {
        return holders.stream()
                .filter(holder -> heard.reversed().stream()
                        .filter(word -> word.getKey().equals(holder))
                        .findFirst()
                        .filter(word -> word.getValue().equals(said))
                        .isPresent())
                .count();
    }

    private static Witnesses nobody() {
        return new Witnesses(Map.of());
    }

    private static Witnesses after(Witnesses.Ruling ruling) {
        return ruling.all();
    }

    private static Hash hash(String text) {
        return Hash.of(text.getBytes(UTF_8));
    }
}
