// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Optional;
import org.folkmoot.constitution.Asset;
import org.folkmoot.record.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule alone, at its boundary, and which one is told when several are broken. */
class PostTest {
    private static final Asset HOURS = Places.HOURS;
    private static final String LARGEST = "9".repeat(38);

    @ParameterizedTest
    @CsvSource({"99, posted", "100, posted", "101, insufficient-funds"})
    void anAccountPaysDownToItsFloor(String amount, String answer) {
        assertThat(post(amount, holding("a", 100, 0, Optional.of(0L), Optional.empty()), empty("b")))
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"149, posted", "150, posted", "151, insufficient-funds"})
    void aCreditLineIsAFloorBelowZero(String amount, String answer) {
        assertThat(post(amount, holding("a", 100, 0, Optional.of(-50L), Optional.empty()), empty("b")))
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"69, posted", "70, posted", "71, insufficient-funds"})
    void whatIsSetAsideCannotBeSpent(String amount, String answer) {
        assertThat(post(amount, holding("a", 100, 30, Optional.of(0L), Optional.empty()), empty("b")))
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"39, posted", "40, posted", "41, ceiling-exceeded"})
    void anAccountTakesUpToItsCeiling(String amount, String answer) {
        var jar = holding("b", 60, 0, Optional.of(0L), Optional.of(100L));

        assertThat(post(amount, rich("a"), jar)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"999, posted", "1000, posted", "1001, insufficient-funds"})
    void anAssetIsIssuedUpToItsCap(String amount, String answer) {
        var issuance = Account.issuance("HOURS", Optional.of(BigInteger.valueOf(1_000)));

        assertThat(open(amount, issuance, empty("b"))).isEqualTo(answer);
    }

    @Test
    void anAssetWithoutCapIsIssuedUntilTheDigitsEnd() {
        var issuance = Account.issuance("HOURS", Optional.empty());

        assertThat(open(LARGEST, issuance, empty("b"))).isEqualTo("posted");
        assertThat(open(LARGEST, issuance.debited(Transfer.Effect.MOVES, BigInteger.ONE), empty("b")))
                .isEqualTo("amount-too-large");
        assertThat(open("1" + "0".repeat(38), issuance, empty("b"))).isEqualTo("amount-invalid");
    }

    @ParameterizedTest
    @CsvSource({"1, posted", "2, posted", "3, amount-too-large"})
    void aCounterHasThirtyEightDigits(String amount, String answer) {
        var nearlyFull = empty("b").credited(Transfer.Effect.MOVES, Account.LARGEST.subtract(BigInteger.TWO));

        assertThat(post(amount, rich("a"), nearlyFull)).isEqualTo(answer);
    }

    @Test
    void aCapThatIsLoweredBelowWhatIsIssuedStopsFurtherIssuing() {
        var issued = Account.issuance("HOURS", Optional.of(BigInteger.valueOf(1_000)))
                .debited(Transfer.Effect.MOVES, BigInteger.valueOf(600));

        var lowered = issued.capped(Optional.of(BigInteger.valueOf(100)));
        var raised = lowered.capped(Optional.of(BigInteger.valueOf(601)));

        assertThat(open("1", lowered, empty("b"))).isEqualTo("insufficient-funds");
        assertThat(open("1", raised, empty("b"))).isEqualTo("posted");
        assertThat(open("2", raised, empty("b"))).isEqualTo("insufficient-funds");
        assertThat(open("2", raised.capped(Optional.empty()), empty("b"))).isEqualTo("posted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "00",
                "0.0",
                "-1",
                "+1",
                "1.5",
                "1e3",
                "1E3",
                "NaN",
                "Infinity",
                "",
                " 5",
                "5 ",
                "05",
                "1.",
                ".5",
                "1,000",
                "1_000",
                "0x10",
                "٣",
                "５",
                "1\n",
                "10000000000000000000000000000000000000000"
            })
    void onlyPlainPositiveNumbersOfTheAssetAreAmounts(String amount) {
        assertThat(post(amount, rich("a"), empty("b"))).isEqualTo("amount-invalid");
    }

    @Test
    void ofSeveralFaultsTheFirstOneOfTheListIsTold() {
        var unknown = Optional.<Account>empty();
        var asset = Optional.of(HOURS);
        var frozenIssuance = new Account(
                "issuance/HOURS",
                "HOURS",
                Account.Kind.ISSUANCE,
                Account.State.FROZEN,
                BigInteger.ZERO,
                BigInteger.ZERO,
                BigInteger.ZERO,
                BigInteger.ZERO,
                Optional.of(BigInteger.ZERO),
                Optional.empty());
        var poor = empty("a");
        var full = holding("b", 100, 0, Optional.of(0L), Optional.of(100L));

        assertThat(reason("x", "x", "-1", Optional.empty(), unknown, unknown)).isEqualTo("asset-unknown");
        assertThat(reason("x", "x", "-1", asset, unknown, unknown)).isEqualTo("amount-invalid");
        assertThat(reason("x", "x", "1", asset, unknown, unknown)).isEqualTo("same-account");
        assertThat(reason("x", "issuance/HOURS", "1", asset, unknown, Optional.of(frozenIssuance)))
                .isEqualTo("account-unknown");
        assertThat(reason("a", "issuance/HOURS", "1", asset, Optional.of(poor), Optional.of(frozenIssuance)))
                .isEqualTo("account-not-open");
        assertThat(reason(
                        "a",
                        "issuance/HOURS",
                        "1",
                        asset,
                        Optional.of(poor),
                        Optional.of(Account.issuance("HOURS", Optional.empty()))))
                .isEqualTo("account-reserved");
        assertThat(reason("a", "b", LARGEST, asset, Optional.of(poor), Optional.of(full)))
                .isEqualTo("insufficient-funds");
        assertThat(reason("a", "b", LARGEST, asset, Optional.of(rich("a")), Optional.of(full)))
                .isEqualTo("ceiling-exceeded");
    }

    @Test
    void ofTwoAccountsWithTheSameFaultTheDebitedOneIsTold() {
        var transfer = transfer("x", "y", "1", Transfer.Code.DECIDED);

        var outcome = decide(transfer, Optional.of(HOURS), Optional.empty(), Optional.empty());

        assertThat(outcome).isEqualTo(new Outcome.Refused(new Refusal.AccountUnknown("x", "HOURS")));
    }

    @Test
    void aReasonIsToldInWords() {
        var refusal = new Refusal.InsufficientFunds("treasury", "SKR", "5.00", "7.50");

        assertThat(refusal.reason()).isEqualTo("insufficient-funds");
        assertThat(refusal.detail()).isEqualTo("treasury has 5.00 SKR to spend, not 7.50.");
    }

    private static String post(String amount, Account debit, Account credit) {
        return reason(debit.name(), credit.name(), amount, Optional.of(HOURS), Optional.of(debit), Optional.of(credit));
    }

    private static String open(String amount, Account issuance, Account credit) {
        var transfer = transfer(issuance.name(), credit.name(), amount, Transfer.Code.OPENING);
        return answer(decide(transfer, Optional.of(HOURS), Optional.of(issuance), Optional.of(credit)));
    }

    private static String reason(
            String from,
            String to,
            String amount,
            Optional<Asset> asset,
            Optional<Account> debit,
            Optional<Account> credit) {
        return answer(decide(transfer(from, to, amount, Transfer.Code.DECIDED), asset, debit, credit));
    }

    private static Outcome decide(
            Transfer transfer, Optional<Asset> asset, Optional<Account> debit, Optional<Account> credit) {
        var books = new Books(asset.stream().toList());
        debit.ifPresent(books::know);
        credit.ifPresent(books::know);
        return ((Answer.First) books.rule(transfer.order(), Book.NOW)).done().outcome();
    }

    private static String answer(Outcome outcome) {
        return outcome instanceof Outcome.Refused(var refusal) ? refusal.reason() : "posted";
    }

    private static Transfer transfer(String from, String to, String amount, Transfer.Code code) {
        return new Transfer(Hash.ZERO, code, from, to, "HOURS", amount, Hash.ZERO, "");
    }

    private static Account empty(String name) {
        return Account.declared(name, "HOURS");
    }

    private static Account rich(String name) {
        return empty(name).credited(Transfer.Effect.MOVES, Account.LARGEST);
    }

    private static Account holding(
            String name, long balance, long aside, Optional<Long> floor, Optional<Long> ceiling) {
        return Places.account(name, "HOURS", Account.State.OPEN, aside, 0, floor, ceiling)
                .credited(Transfer.Effect.MOVES, BigInteger.valueOf(balance));
    }
}
