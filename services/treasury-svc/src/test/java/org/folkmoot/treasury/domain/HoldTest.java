// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.record.Hash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of holds, reversals, states and transactions alone, at its boundary. */
class HoldTest {
    private static final Instant DEADLINE = Book.NOW.plusSeconds(60);

    private final Book book = new Book(Places.accounts());
    private int asked;

    @BeforeEach
    void fund() {
        move("OPENING", leg("issuance/HOURS", "treasury", "100"));
    }

    @Test
    void whatIsHeldCannotBeSpentAndHasNotMoved() {
        hold("70");

        assertThat(move("DECIDED", leg("treasury", "school", "31"))).isEqualTo("insufficient-funds");
        assertThat(move("DECIDED", leg("treasury", "school", "30"))).isEqualTo("posted");
        assertThat(balance("treasury")).isEqualTo(70);
    }

    @ParameterizedTest
    @CsvSource({"-1, posted", "0, hold-expired", "1, hold-expired"})
    void aHoldIsSettledBeforeItsDeadlineOnly(long millis, String answer) {
        var hold = hold("70");

        assertThat(ask(settle(hold, "70", true), DEADLINE.plusMillis(millis))).isEqualTo(answer);
        assertThat(ask(settle(hold, "70", true), DEADLINE.minusSeconds(3_600)))
                .isEqualTo(answer.equals("posted") ? "hold-ended" : "hold-expired");
    }

    @ParameterizedTest
    @CsvSource({"-1, insufficient-funds", "0, posted", "1, posted"})
    void whatExpiredCanBeSpentAgain(long millis, String answer) {
        hold("70");

        var spend =
                new Order.Move(id(), Transfer.Code.DECIDED, List.of(leg("treasury", "school", "100")), Hash.ZERO, "");

        assertThat(ask(spend, DEADLINE.plusMillis(millis))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"-1, deadline-passed", "0, deadline-passed", "1, posted"})
    void aDeadlineIsAhead(long millis, String answer) {
        var hold = new Order.SetAside(id(), leg("treasury", "school", "1"), Book.NOW.plusMillis(millis), Hash.ZERO, "");

        assertThat(ask(hold, Book.NOW)).isEqualTo(answer);
    }

    @Test
    void aPartIsSettledAndTheRestIsFreed() {
        var hold = hold("70");

        assertThat(ask(settle(hold, "60", true), Book.NOW)).isEqualTo("posted");

        assertThat(List.of(balance("treasury"), balance("school"))).isEqualTo(List.of(40L, 60L));
        assertThat(move("DECIDED", leg("treasury", "school", "40"))).isEqualTo("posted");
        assertThat(ask(settle(hold, "10", true), Book.NOW)).isEqualTo("hold-ended");
    }

    @Test
    void partsAreSettledUntilNothingIsLeft() {
        var hold = hold("70");

        assertThat(ask(settle(hold, "30", false), Book.NOW)).isEqualTo("posted");
        assertThat(ask(settle(hold, "41", false), Book.NOW)).isEqualTo("hold-exceeded");
        assertThat(ask(settle(hold, "40", false), Book.NOW)).isEqualTo("posted");
        assertThat(ask(new Order.Void(id(), hold, Hash.ZERO), Book.NOW)).isEqualTo("hold-ended");
        assertThat(balance("school")).isEqualTo(70);
    }

    @Test
    void whatAHoldPromisesCountsForTheCeiling() {
        move("OPENING", leg("issuance/HOURS", "jar", "9000"));
        ask(new Order.SetAside(id(), leg("treasury", "jar", "100"), DEADLINE, Hash.ZERO, ""), Book.NOW);

        assertThat(move("OPENING", leg("issuance/HOURS", "jar", "901"))).isEqualTo("ceiling-exceeded");
        assertThat(move("OPENING", leg("issuance/HOURS", "jar", "900"))).isEqualTo("posted");
    }

    @Test
    void aReversalRestoresEveryBalanceOnce() {
        var before = book.accounts().values().stream().map(Account::balance).toList();
        var id = id();
        ask(
                new Order.Move(
                        id,
                        Transfer.Code.DECIDED,
                        List.of(leg("treasury", "school", "40"), leg("school", "harbour", "15")),
                        Hash.ZERO,
                        ""),
                Book.NOW);

        var reversal = new Order.Reverse(id(), id, Hash.ZERO, "");
        assertThat(ask(reversal, Book.NOW)).isEqualTo("posted");

        assertThat(book.accounts().values().stream().map(Account::balance).toList())
                .isEqualTo(before);
        assertThat(ask(new Order.Reverse(id(), id, Hash.ZERO, ""), Book.NOW)).isEqualTo("already-reversed");
        assertThat(ask(new Order.Reverse(id(), reversal.id(), Hash.ZERO, ""), Book.NOW))
                .isEqualTo("not-reversible");
    }

    @ParameterizedTest
    @CsvSource({"24, posted", "25, posted", "26, reversal-exceeded", "0, amount-invalid", "x, amount-invalid"})
    void partsOfAReversalAreNoMoreThanTheWhole(String second, String outcome) {
        var id = id();
        ask(
                new Order.Move(id, Transfer.Code.DECIDED, List.of(leg("treasury", "school", "40")), Hash.ZERO, ""),
                Book.NOW);
        assertThat(part(id, "15")).isEqualTo("posted");

        assertThat(part(id, second)).isEqualTo(outcome);

        var back = outcome.equals("posted") ? Long.parseLong(second) : 0;
        assertThat(balance("school")).isEqualTo(25 - back);
        assertThat(ask(new Order.Reverse(id(), id, Hash.ZERO, ""), Book.NOW))
                .isEqualTo(back == 25 ? "already-reversed" : "posted");
        assertThat(balance("school")).isZero();
        assertThat(part(id, "1")).isEqualTo("already-reversed");
    }

    @Test
    void aTransactionOfSeveralLegsIsReversedWhole() {
        var id = id();
        ask(
                new Order.Move(
                        id,
                        Transfer.Code.DECIDED,
                        List.of(leg("treasury", "school", "40"), leg("school", "harbour", "15")),
                        Hash.ZERO,
                        ""),
                Book.NOW);

        assertThat(part(id, "1")).isEqualTo("not-divisible");
        assertThat(balance("school")).isEqualTo(25L);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', posted",
        "40, 40, posted",
        "'', 40, other amount",
        "40, '', other amount",
        "40, 39, other amount"
    })
    void aReversalIsTheSameOnlyIfBothSayTheSameAmountOrNone(String first, String second, String answer) {
        var paid = id();
        ask(
                new Order.Move(paid, Transfer.Code.DECIDED, List.of(leg("treasury", "school", "40")), Hash.ZERO, ""),
                Book.NOW);
        var id = id();
        assertThat(ask(new Order.Reverse(id, paid, said(first), Hash.ZERO, ""), Book.NOW))
                .isEqualTo("posted");

        assertThat(ask(new Order.Reverse(id, paid, said(second), Hash.ZERO, ""), Book.NOW))
                .isEqualTo(answer);
    }

    private static Optional<String> said(String amount) {
        return Optional.of(amount).filter(text -> !text.isEmpty());
    }

    private String part(Hash transfer, String amount) {
        return ask(new Order.Reverse(id(), transfer, Optional.of(amount), Hash.ZERO, ""), Book.NOW);
    }

    @Test
    void whatIsPassedOnWithinATransactionNeedNotBeThereBefore() {
        assertThat(move("DECIDED", leg("school", "harbour", "100"), leg("treasury", "school", "100")))
                .isEqualTo("posted");
        assertThat(List.of(balance("treasury"), balance("school"), balance("harbour")))
                .isEqualTo(List.of(0L, 0L, 100L));
    }

    @Test
    void aTransactionThatFailsInItsLastLegMovesNothing() {
        var before = book.accounts();

        assertThat(move("DECIDED", leg("treasury", "school", "100"), leg("harbour", "school", "1")))
                .isEqualTo("insufficient-funds");

        assertThat(book.accounts()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"0, legs-invalid", "1, posted", "63, posted", "64, posted", "65, legs-invalid"})
    void aTransactionHasOneToSixtyFourLegs(int count, String answer) {
        var legs = new ArrayList<Leg>();
        for (int i = 0; i < count; i++) legs.add(leg("treasury", "school", "1"));

        assertThat(move("DECIDED", legs.toArray(Leg[]::new))).isEqualTo(answer);
    }

    @Test
    void aFrozenAccountMovesOnlyByWhatFreesItsHolds() {
        var hold = hold("70");
        turn("treasury", Account.State.FROZEN);

        assertThat(move("DECIDED", leg("treasury", "school", "1"))).isEqualTo("account-not-open");
        assertThat(move("OPENING", leg("issuance/HOURS", "treasury", "1"))).isEqualTo("account-not-open");
        assertThat(ask(settle(hold, "1", false), Book.NOW)).isEqualTo("account-not-open");
        assertThat(ask(new Order.Void(id(), hold, Hash.ZERO), Book.NOW)).isEqualTo("posted");
        assertThat(turn("treasury", Account.State.OPEN)).isEqualTo("turned");
        assertThat(move("DECIDED", leg("treasury", "school", "100"))).isEqualTo("posted");
    }

    @Test
    void onlyAnEmptyAccountIsClosedAndForGood() {
        assertThat(turn("treasury", Account.State.CLOSED)).isEqualTo("account-not-empty");
        move("DECIDED", leg("treasury", "school", "100"));

        assertThat(turn("treasury", Account.State.CLOSED)).isEqualTo("turned");
        assertThat(turn("treasury", Account.State.OPEN)).isEqualTo("account-not-open");
        assertThat(move("DECIDED", leg("school", "treasury", "1"))).isEqualTo("account-not-open");
    }

    @ParameterizedTest
    @CsvSource({"29, posted", "30, posted", "31, insufficient-funds"})
    void aMemberOwesUpToTheLine(String amount, String answer) {
        var one = "member/" + "1".repeat(64);
        var leg = new Leg(one, "member/" + "2".repeat(64), "LETS", amount);

        assertThat(move("PAID", leg)).isEqualTo(answer);
    }

    @Test
    void whatAProposalHasSetAsideForItselfOnlyItFrees() {
        var id = id();
        ask(new Order.SetAside(id, leg("treasury", "school", "70"), Commitment.UNTIL, Hash.ZERO, ""), Book.NOW);

        assertThat(ask(settle(id, "1", true), Book.NOW)).isEqualTo("hold-reserved");
        assertThat(ask(new Order.Void(id(), id, Hash.ZERO), Book.NOW)).isEqualTo("hold-reserved");
        assertThat(move("DECIDED", leg("treasury", "school", "31"))).isEqualTo("insufficient-funds");
        assertThat(ask(new Order.Void(id(), id, Hash.ZERO, true), Book.NOW)).isEqualTo("posted");
        assertThat(ask(settle(id, "1", true), Book.NOW)).isEqualTo("hold-reserved");
        assertThat(move("DECIDED", leg("treasury", "school", "100"))).isEqualTo("posted");
    }

    private Hash hold(String amount) {
        var id = id();
        assertThat(ask(new Order.SetAside(id, leg("treasury", "school", amount), DEADLINE, Hash.ZERO, ""), Book.NOW))
                .isEqualTo("posted");
        return id;
    }

    private Order settle(Hash hold, String amount, boolean free) {
        return new Order.Settle(id(), hold, Optional.of(amount), free, Hash.ZERO);
    }

    private String turn(String account, Account.State to) {
        return ask(new Order.Turn(id(), account, "HOURS", to, Hash.ZERO), Book.NOW);
    }

    private String move(String code, Leg... legs) {
        return ask(new Order.Move(id(), Transfer.Code.valueOf(code), List.of(legs), Hash.ZERO, ""), Book.NOW);
    }

    private String ask(Order order, Instant now) {
        return book.ask(order, now);
    }

    private static Leg leg(String from, String to, String amount) {
        return new Leg(from, to, "HOURS", amount);
    }

    private long balance(String name) {
        return book.find(name, "HOURS")
                .map(Account::balance)
                .map(BigInteger::longValueExact)
                .orElseThrow();
    }

    private Hash id() {
        return Hash.of(("hold test " + asked++).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
