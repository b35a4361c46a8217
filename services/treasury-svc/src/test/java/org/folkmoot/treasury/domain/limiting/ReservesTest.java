// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.limiting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.Reserve;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.Books;
import org.folkmoot.treasury.domain.Commitment;
import org.folkmoot.treasury.domain.Gate;
import org.folkmoot.treasury.domain.Leg;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Outcome;
import org.folkmoot.treasury.domain.Source;
import org.folkmoot.treasury.domain.Transfer.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is decided or spent leaves in an account what is to be left in it. */
class ReservesTest {
    private static final Asset SKR = new Asset("SKR", 2, Optional.empty());
    private static final Hash EMERGENCY = Hash.of("emergency".getBytes(UTF_8));
    private static final Hash OTHER = Hash.of("other".getBytes(UTF_8));
    private static final Instant NOW = Instant.EPOCH;
    private static final String ESCROW = "escrow/" + "ab".repeat(32);
    private static final Set<Code> TAKES =
            EnumSet.of(Code.DECIDED, Code.RETIRED, Code.ENDOWED, Code.SPENT, Code.HELD, Code.REVERSED);

    private final Books books = books(1_000);
    private int asked;

    private static Books books(long balance) {
        var books = new Books(List.of(SKR));
        var zero = BigInteger.ZERO;
        books.know(new Account(
                "treasury",
                "SKR",
                Account.Kind.DECLARED,
                Account.State.OPEN,
                zero,
                BigInteger.valueOf(balance),
                zero,
                zero,
                Optional.of(zero),
                Optional.empty()));
        books.know(Account.declared("other", "SKR"));
        books.know(new Account(
                "issuance/SKR",
                "SKR",
                Account.Kind.ISSUANCE,
                Account.State.OPEN,
                BigInteger.valueOf(balance),
                zero,
                zero,
                zero,
                Optional.empty(),
                Optional.of(zero)));
        var reserve = new Reserve("treasury", "SKR", BigInteger.valueOf(600), Optional.of("emergency"));
        books.guard(Gate.NONE.and(
                new Reserves(List.of(reserve), Map.of("SKR", SKR), Map.of(EMERGENCY, "emergency", OTHER, "other"))));
        return books;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "3.99; posted",
                "4.00; posted",
                "4.01; treasury keeps 6.00 SKR in reserve, 4.00 can be taken out, not 4.01.",
                "10.01; treasury keeps 6.00 SKR in reserve, 4.00 can be taken out, not 10.01."
            })
    void whatIsAboveTheReserveCanBeTakenOut(String amount, String answer) {
        assertThat(ask(move(Code.DECIDED, Hash.ZERO, leg("treasury", "other", amount)))
                        .replace(';', ','))
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"9.99, posted", "10.00, posted", "10.01, insufficient-funds"})
    void underThePolicyAllOfItCanBeTakenOut(String amount, String answer) {
        assertThat(reason(move(Code.DECIDED, EMERGENCY, leg("treasury", "other", amount))))
                .isEqualTo(answer);
        assertThat(reason(move(Code.DECIDED, OTHER, leg("treasury", "other", "4.01"))))
                .isEqualTo("reserve-needed");
    }

    @Test
    void wasMoreTakenOutThenNothingElseIsButWhatComesInIsWelcome() {
        ask(move(Code.DECIDED, EMERGENCY, leg("treasury", "other", "9.00")));

        assertThat(ask(move(Code.DECIDED, OTHER, leg("treasury", "other", "0.01"))))
                .isEqualTo("treasury keeps 6.00 SKR in reserve; 0.00 can be taken out, not 0.01.");
        assertThat(reason(move(Code.DECIDED, OTHER, leg("other", "treasury", "5.01"))))
                .isEqualTo("posted");
        assertThat(reason(move(Code.DECIDED, OTHER, leg("treasury", "other", "0.01"))))
                .isEqualTo("posted");
        assertThat(reason(move(Code.DECIDED, OTHER, leg("treasury", "other", "0.01"))))
                .isEqualTo("reserve-needed");
    }

    @Test
    void whatComesBackWithinATransactionIsNotTaken() {
        var back = move(Code.DECIDED, OTHER, leg("treasury", "other", "9.00"), leg("other", "treasury", "5.00"));
        var tooLittle = move(Code.DECIDED, OTHER, leg("treasury", "other", "9.00"), leg("other", "treasury", "4.99"));

        assertThat(reason(tooLittle)).isEqualTo("reserve-needed");
        assertThat(reason(back)).isEqualTo("posted");
    }

    @Test
    void whatIsSetAsideHasLeft() {
        assertThat(reason(aside("4.01", NOW.plusSeconds(1)))).isEqualTo("reserve-needed");
        assertThat(reason(aside("3.00", NOW.plusSeconds(1)))).isEqualTo("posted");
        assertThat(reason(move(Code.DECIDED, OTHER, leg("treasury", "other", "1.01"))))
                .isEqualTo("reserve-needed");
        assertThat(reason(aside("1.01", Commitment.UNTIL))).isEqualTo("reserve-needed");
        assertThat(reason(aside("1.00", Commitment.UNTIL))).isEqualTo("posted");
    }

    @Test
    void whatIsGatheredStopsAtNoReserveByItself() {
        var all = new Order.Gather(
                next(), List.of(source("treasury", Optional.empty())), "other", "SKR", "4.01", OTHER, "");
        var kept = new Order.Gather(
                next(), List.of(source("treasury", Optional.of("6.00"))), "other", "SKR", "4.00", OTHER, "");

        assertThat(reason(all)).isEqualTo("reserve-needed");
        assertThat(reason(kept)).isEqualTo("posted");
    }

    @Test
    void ofSeveralThatAreDoneTogetherEachLeavesIt() {
        var first = move(Code.DECIDED, OTHER, leg("treasury", "other", "3.00"));
        var second = move(Code.DECIDED, OTHER, leg("treasury", "other", "1.01"));

        var answers = books.together(List.of(first, second), NOW);

        assertThat(answers).extracting(ReservesTest::reason).containsExactly("together-failed", "reserve-needed");
    }

    /** Of what the constitution itself moves, and of what is said to have happened outside, nothing is kept back. */
    @ParameterizedTest
    @EnumSource(
            value = Code.class,
            names = {"DECIDED", "RETIRED", "ENDOWED", "SPENT", "REVERSED", "SENT", "ALLOTTED", "SHARED"})
    void whatIsNeitherDecidedNorSpentGoesBelow(Code code) {
        var to = code == Code.RETIRED || code == Code.SENT || code == Code.REVERSED
                ? "issuance/SKR"
                : code == Code.ENDOWED ? ESCROW : code == Code.SHARED ? "member/" + "ab".repeat(32) : "other";
        if (code == Code.REVERSED) {
            var issued = move(Code.ISSUED, OTHER, leg("issuance/SKR", "treasury", "4.01"));
            ask(issued);
            ask(move(Code.DECIDED, OTHER, leg("treasury", "other", "4.01")));
            assertThat(reason(new Order.Reverse(next(), issued.id(), OTHER, "")))
                    .isEqualTo("reserve-needed");
        } else
            assertThat(reason(move(code, OTHER, leg("treasury", to, "4.01"))))
                    .isEqualTo(TAKES.contains(code) ? "reserve-needed" : "posted");
    }

    @Test
    void whoLeavesGetsAShareOfAllAndWhatMembersPayIsTheirOwn() {
        var exit = new Order.Exit(next(), "member/x", "UNITS", "1", Optional.empty(), List.of(), OTHER);

        assertThat(Reserves.mayTake(exit)).isFalse();
        assertThat(Reserves.mayTake(move(Code.PAID, OTHER))).isFalse();
        assertThat(Reserves.mayTake(aside("1.00", NOW))).isTrue();
    }

    /** However orders follow one another, no more is gone than may be, and what may go does. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void atRandom(long seed) {
        var random = new Random(seed);
        long treasury = 1_000;
        long other = 0;
        for (int i = 0; i < 500; i++) {
            boolean out = random.nextBoolean();
            long amount = 1 + random.nextInt(300);
            boolean emergency = random.nextInt(10) == 0;
            var leg = out
                    ? leg("treasury", "other", SKR.decimal(BigInteger.valueOf(amount)))
                    : leg("other", "treasury", SKR.decimal(BigInteger.valueOf(amount)));

            var answer = reason(move(Code.DECIDED, emergency ? EMERGENCY : OTHER, leg));

            long least = emergency ? 0 : 600;
            if (out && treasury - amount < least)
                assertThat(answer).isEqualTo(emergency ? "insufficient-funds" : "reserve-needed");
            else if (!out && other < amount) assertThat(answer).isEqualTo("insufficient-funds");
            else {
                assertThat(answer).isEqualTo("posted");
                treasury += out ? -amount : amount;
                other += out ? amount : -amount;
            }
        }
    }

    private Order aside(String amount, Instant until) {
        return new Order.SetAside(next(), leg("treasury", "other", amount), until, OTHER, "");
    }

    private static Source source(String account, Optional<String> keep) {
        return new Source(account, Optional.empty(), keep);
    }

    private Order move(Code code, Hash cause, Leg... legs) {
        return new Order.Move(next(), code, List.of(legs), cause, "");
    }

    private static Leg leg(String from, String to, String amount) {
        return new Leg(from, to, "SKR", amount);
    }

    private Hash next() {
        return Hash.of(("order " + asked++).getBytes(UTF_8));
    }

    private String ask(Order order) {
        return ((Answer.First) books.rule(order, NOW)).done().outcome() instanceof Outcome.Refused(var why)
                ? why.detail()
                : "posted";
    }

    private String reason(Order order) {
        return reason(books.rule(order, NOW));
    }

    private static String reason(Answer answer) {
        return ((Answer.First) answer).done().outcome() instanceof Outcome.Refused(var why) ? why.reason() : "posted";
    }
}
