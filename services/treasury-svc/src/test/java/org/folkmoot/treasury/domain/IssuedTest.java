// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.Periods;
import org.folkmoot.record.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No more is issued in a period than may be, and nobody takes what is promised to all. */
class IssuedTest {
    private static final Asset SKR = new Asset(
            "SKR",
            2,
            Optional.of(BigInteger.valueOf(5_000)),
            Asset.Kind.CURRENCY,
            Optional.empty(),
            Optional.of(new Asset.Pace(
                    new Periods(Periods.FIRST, Period.ofMonths(1), ZoneOffset.UTC), BigInteger.valueOf(1_000))));

    private static Books books(long gross, long promised) {
        var books = new Books(List.of(SKR));
        books.know(Account.issuance("SKR", SKR.cap()));
        books.know(Account.declared("treasury", "SKR"));
        books.know(new Issued(SKR, BigInteger.valueOf(gross), BigInteger.valueOf(promised)));
        return books;
    }

    private static String ask(Books books, Transfer.Code code, String from, String to, long... amounts) {
        var legs = java.util.Arrays.stream(amounts)
                .mapToObj(amount -> new Leg(from, to, "SKR", SKR.decimal(BigInteger.valueOf(amount))))
                .toList();
        var id = Hash.of((books.issued() + code.name() + legs).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var answer = (Answer.First) books.rule(new Order.Move(id, code, legs, Hash.ZERO, ""), Instant.EPOCH);
        return answer.done().outcome() instanceof Outcome.Refused(var why) ? why.reason() : "posted";
    }

    @ParameterizedTest
    @CsvSource({"299, posted", "300, posted", "301, period-cap-exceeded", "5001, insufficient-funds"})
    void thePeriodsCapHolds(long amount, String answer) {
        assertThat(ask(books(700, 0), Transfer.Code.ISSUED, "issuance/SKR", "treasury", amount))
                .isEqualTo(answer);
    }

    @Test
    void whatIsBurnedMakesNoRoomInThePeriod() {
        var books = books(0, 0);

        assertThat(ask(books, Transfer.Code.ISSUED, "issuance/SKR", "treasury", 600))
                .isEqualTo("posted");
        assertThat(ask(books, Transfer.Code.RETIRED, "treasury", "issuance/SKR", 600))
                .isEqualTo("posted");
        assertThat(ask(books, Transfer.Code.ISSUED, "issuance/SKR", "treasury", 401))
                .isEqualTo("period-cap-exceeded");
        assertThat(ask(books, Transfer.Code.ISSUED, "issuance/SKR", "treasury", 400))
                .isEqualTo("posted");
        assertThat(books.issued()).extracting(Issued::gross).containsExactly(BigInteger.valueOf(1_000));
    }

    @ParameterizedTest
    @CsvSource({
        "4999, 1, posted",
        "5000, 1, insufficient-funds",
        "5999, 1, insufficient-funds",
        "6000, 1, insufficient-funds",
        "4001, 999, posted",
        "4001, 1000, insufficient-funds"
    })
    void whatIsBurnedMakesNoRoomAboveACapThatWasLowered(long left, long amount, String answer) {
        var before = Account.issuance("SKR", Optional.of(BigInteger.valueOf(9_000)))
                .debited(Transfer.Effect.MOVES, BigInteger.valueOf(6_000));
        var books = books(0, 0);
        books.know(before.capped(SKR.cap()).credited(Transfer.Effect.MOVES, BigInteger.valueOf(6_000 - left)));

        assertThat(ask(books, Transfer.Code.ISSUED, "issuance/SKR", "treasury", amount))
                .isEqualTo(answer);
    }

    /** Of 60.00 that were issued before the cap was lowered to 50.00, 15.00 are burned. */
    @ParameterizedTest
    @CsvSource({
        "OPENING, 500, posted",
        "OPENING, 501, insufficient-funds",
        "REVERSED, 500, posted",
        "REVERSED, 501, insufficient-funds"
    })
    void nothingIsIssuedAboveACapThatWasLoweredWhateverItIsCalled(Transfer.Code code, long amount, String answer) {
        var books = lowered(0);

        assertThat(code == Transfer.Code.REVERSED ? unburn(books, amount) : open(books, amount))
                .isEqualTo(answer);
        assertThat(books.issued()).extracting(Issued::gross).containsExactly(BigInteger.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"200, posted", "201, insufficient-funds"})
    void whatWasBurnedIsNotTakenBackOutOfWhatIsPromisedToAll(long amount, String answer) {
        assertThat(unburn(lowered(300), amount)).isEqualTo(answer);
    }

    private static final Hash BURNED = Hash.of(new byte[] {1});

    private static Books lowered(long promised) {
        var books = books(0, promised);
        var before = Account.issuance("SKR", Optional.of(BigInteger.valueOf(9_000)))
                .debited(Transfer.Effect.MOVES, BigInteger.valueOf(6_000));
        books.know(before.capped(SKR.cap()));
        books.know(Account.declared("treasury", "SKR").credited(Transfer.Effect.MOVES, BigInteger.valueOf(6_000)));
        var legs = List.of(new Leg("treasury", "issuance/SKR", "SKR", "15.00"));
        books.rule(new Order.Move(BURNED, Transfer.Code.RETIRED, legs, Hash.ZERO, ""), Instant.EPOCH);
        return books;
    }

    private static String open(Books books, long amount) {
        return ask(books, Transfer.Code.OPENING, "issuance/SKR", "treasury", amount);
    }

    private static String unburn(Books books, long amount) {
        var part = Optional.of(SKR.decimal(BigInteger.valueOf(amount)));
        var order = new Order.Reverse(Hash.of(new byte[] {2}), BURNED, part, Hash.ZERO, "");
        var answer = (Answer.First) books.rule(order, Instant.EPOCH);
        return answer.done().outcome() instanceof Outcome.Refused(var why) ? why.reason() : "posted";
    }

    @Test
    void theLegsOfATransactionCountTogether() {
        assertThat(ask(books(0, 0), Transfer.Code.ISSUED, "issuance/SKR", "treasury", 500, 501))
                .isEqualTo("period-cap-exceeded");
        assertThat(ask(books(0, 0), Transfer.Code.ISSUED, "issuance/SKR", "treasury", 500, 500))
                .isEqualTo("posted");
    }

    @ParameterizedTest
    @CsvSource({
        "ISSUED, treasury, 99, posted",
        "ISSUED, treasury, 100, posted",
        "ISSUED, treasury, 101, period-cap-exceeded"
    })
    void aDecisionDoesNotTakeWhatIsPromisedToAll(Transfer.Code code, String to, long amount, String answer) {
        assertThat(ask(books(600, 300), code, "issuance/SKR", to, amount)).isEqualTo(answer);
    }

    @Test
    void theIncomeTakesWhatIsPromised() {
        var member = "member/" + "ab".repeat(32);

        assertThat(ask(books(600, 300), Transfer.Code.EMITTED, "issuance/SKR", member, 300))
                .isEqualTo("posted");
        assertThat(ask(books(600, 300), Transfer.Code.EMITTED, "issuance/SKR", member, 401))
                .isEqualTo("period-cap-exceeded");
    }
}
