// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.record.Hash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What proposals set aside nobody else spends, and no more is set aside than there is. */
class CommitmentTest {
    private static final Hash TOWN = Hash.of("town".getBytes(UTF_8));

    private final Book book = new Book(Places.accounts());
    private int asked;

    @BeforeEach
    void fund() {
        book.ask(
                new Order.Move(
                        id(),
                        Transfer.Code.OPENING,
                        List.of(new Leg("issuance/HOURS", "treasury", "HOURS", "100")),
                        Hash.ZERO,
                        ""),
                Book.NOW);
    }

    @ParameterizedTest
    @CsvSource({"59, posted", "60, posted", "61, insufficient-funds"})
    void twoProposalsCommitWhatThereIsAndNoMore(String amount, String second) {
        assertThat(commit("one", pay("treasury", "school", "40"))).containsExactly("posted");
        assertThat(commit("two", pay("treasury", "harbour", amount))).containsExactly(second);
    }

    @ParameterizedTest
    @CsvSource({"59, posted", "60, posted", "61, insufficient-funds"})
    void whatIsCommittedNobodyElseSpends(String amount, String answer) {
        commit("one", pay("treasury", "school", "40"));

        assertThat(book.ask(pay("treasury", "harbour", amount), Book.NOW)).isEqualTo(answer);
    }

    @Test
    void enactingTakesWhatWasSetAside() {
        var commit = commitment("one");
        var order = pay("treasury", "school", "40");
        var hold = commit.holds(0, order).getFirst();
        book.ask(hold, Book.NOW);
        book.ask(pay("treasury", "harbour", "60"), Book.NOW);

        var answers = book.together(commit.instead(List.of(hold.id()), id(), List.of(order)), Book.NOW);

        assertThat(answers).containsExactly("posted", "posted");
        assertThat(book.balance("treasury", "HOURS")).isZero();
        assertThat(book.balance("school", "HOURS")).isEqualTo(40);
        assertThat(book.find("treasury", "HOURS").orElseThrow().debitsPending()).isZero();
    }

    @Test
    void anEnactmentThatIsRefusedLeavesItSetAside() {
        var commit = commitment("one");
        var order = pay("treasury", "school", "40");
        var hold = commit.holds(0, order).getFirst();
        book.ask(hold, Book.NOW);
        book.ask(new Order.Turn(id(), "school", "HOURS", Account.State.FROZEN, Hash.ZERO), Book.NOW);

        var answers = book.together(commit.instead(List.of(hold.id()), id(), List.of(order)), Book.NOW);

        assertThat(answers).containsExactly("together-failed", "account-not-open");
        assertThat(book.find("treasury", "HOURS").orElseThrow().debitsPending()).isEqualTo(40);
    }

    @Test
    void whatIsReleasedIsFreeToTheLastUnit() {
        var commit = commitment("one");
        var hold = commit.holds(0, pay("treasury", "school", "40")).getFirst();
        book.ask(hold, Book.NOW);

        assertThat(book.ask(commit.free(hold.id(), TOWN), Book.NOW)).isEqualTo("posted");
        assertThat(book.ask(commit.free(hold.id(), TOWN), Book.NOW)).isEqualTo("posted");
        assertThat(book.ask(pay("treasury", "harbour", "100"), Book.NOW)).isEqualTo("posted");
    }

    @Test
    void whatComesBackWithinAnActionNeedNotBeSetAside() {
        var order = new Order.Move(
                id(),
                Transfer.Code.DECIDED,
                List.of(
                        new Leg("treasury", "school", "HOURS", "40"),
                        new Leg("school", "harbour", "HOURS", "40"),
                        new Leg("harbour", "treasury", "HOURS", "15")),
                Hash.ZERO,
                "");

        assertThat(commitment("one").holds(0, order))
                .extracting(hold -> ((Order.SetAside) hold).leg())
                .containsExactly(new Leg("treasury", "school", "HOURS", "25"));
    }

    @Test
    void everyActionHasItsOwnName() {
        var order = pay("treasury", "school", "40");
        var one = commitment("one");

        assertThat(List.of(
                        one.holds(0, order).getFirst().id(),
                        one.holds(1, order).getFirst().id(),
                        commitment("two").holds(0, order).getFirst().id()))
                .doesNotHaveDuplicates();
        assertThat(one.holds(0, pay("treasury", "school", "40")).getFirst().id())
                .isEqualTo(one.holds(0, order).getFirst().id());
    }

    @Test
    void whatMembersHaveAndWhatIsIssuedIsNotSetAside() {
        var member = "member/" + "a".repeat(64);
        var issue = new Order.Move(
                id(),
                Transfer.Code.ISSUED,
                List.of(new Leg("issuance/HOURS", "treasury", "HOURS", "1")),
                Hash.ZERO,
                "");

        assertThat(commitment("one").holds(0, pay(member, "treasury", "1"))).isEmpty();
        assertThat(commitment("one").holds(0, issue)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"59, posted", "60, posted", "61, insufficient-funds"})
    void whatIsPutIntoAnEscrowIsSetAsideAndSpentOnce(String amount, String answer) {
        var commit = commitment("one");
        var grant = endow(Optional.of("school"), "15", "25");
        var hold = (Order.SetAside) commit.holds(0, grant).getFirst();
        assertThat(hold.leg()).isEqualTo(new Leg("treasury", "school", "HOURS", "40"));
        assertThat(book.ask(hold, Book.NOW)).isEqualTo("posted");
        assertThat(book.ask(pay("treasury", "harbour", amount), Book.NOW)).isEqualTo(answer);

        var answers = book.together(commit.instead(List.of(hold.id()), id(), List.of(grant)), Book.NOW);

        assertThat(answers).containsExactly("posted", "posted");
        assertThat(book.balance(grant.legs().getFirst().credit(), "HOURS")).isEqualTo(40);
        assertThat(book.find("treasury", "HOURS").orElseThrow().debitsPending()).isZero();
    }

    @Test
    void whatIsForNobodyYetIsSetAsideForItsEscrow() {
        var bounty = endow(Optional.empty(), "40");
        var commit = commitment("one");
        var hold = (Order.SetAside) commit.holds(0, bounty).getFirst();

        assertThat(hold.leg().credit()).isEqualTo(bounty.legs().getFirst().credit());
        assertThat(book.ask(hold, Book.NOW)).isEqualTo("posted");
        assertThat(book.ask(commit.free(hold.id(), TOWN), Book.NOW)).isEqualTo("posted");
        assertThat(book.ask(pay("treasury", "harbour", "100"), Book.NOW)).isEqualTo("posted");
    }

    @Test
    void nothingIsSettledIntoAnEscrow() {
        var committed = (Order.SetAside)
                commitment("one").holds(0, endow(Optional.empty(), "40")).getFirst();
        var hold = new Order.SetAside(id(), committed.leg(), Book.NOW.plusSeconds(60), TOWN, "");
        assertThat(book.ask(hold, Book.NOW)).isEqualTo("posted");

        assertThat(book.ask(new Order.Settle(id(), hold.id(), Optional.empty(), true, TOWN), Book.NOW))
                .isEqualTo("account-reserved");
    }

    private Order.Move endow(Optional<String> payee, String... amounts) {
        var id = id();
        var legs = Stream.of(amounts)
                .map(amount -> new Leg("treasury", Account.escrowName(id), "HOURS", amount, payee))
                .toList();
        return new Order.Move(id, Transfer.Code.ENDOWED, legs, Hash.ZERO, "");
    }

    private List<String> commit(String proposal, Order order) {
        return book.together(commitment(proposal).holds(0, order), Book.NOW);
    }

    private static Commitment commitment(String proposal) {
        return new Commitment(TOWN, Hash.of(proposal.getBytes(UTF_8)), Places.ASSETS);
    }

    private Order pay(String from, String to, String amount) {
        return new Order.Move(id(), Transfer.Code.DECIDED, List.of(new Leg(from, to, "HOURS", amount)), Hash.ZERO, "");
    }

    private Hash id() {
        return Hash.of(("commitment/" + asked++).getBytes(UTF_8));
    }
}
