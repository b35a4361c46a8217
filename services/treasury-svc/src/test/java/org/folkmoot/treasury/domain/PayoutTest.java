// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.folkmoot.record.ChainAddress;
import org.folkmoot.record.Hash;
import org.folkmoot.record.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A payment to the outside ends once, and at its deadline it is over. */
class PayoutTest {
    private static final Instant DEADLINE = Instant.parse("2026-12-04T10:00:00Z");
    private static final Hash ID = Hash.of("payout".getBytes(UTF_8));
    private static final Hash ACT = Hash.of("act".getBytes(UTF_8));
    private static final Payout ORDERED =
            new Payout(ID, Hash.ZERO, "treasury", "EUR", "80.00", DEADLINE, Payout.State.ORDERED, 0);
    private static final ChainAddress SAFE = ChainAddress.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
    private static final ChainAddress BEA = ChainAddress.parse("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359");
    private static final ChainAddress TOKEN = ChainAddress.parse("0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB");

    @ParameterizedTest
    @CsvSource({"-1, true", "0, false", "1, false"})
    void waitsUntilItsDeadline(long millis, boolean waits) {
        var now = DEADLINE.plusMillis(millis);

        assertThat(ORDERED.waits(now)).isEqualTo(waits);
        assertThat(ORDERED.expires(now)).isEqualTo(!waits);
    }

    @ParameterizedTest
    @EnumSource(names = {"DONE", "FAILED", "EXPIRED"})
    void endsOnce(Payout.State end) {
        var ended = ORDERED.ended(end);

        assertThat(ended.waits(DEADLINE.minusMillis(1))).isFalse();
        assertThat(ended.expires(DEADLINE)).isFalse();
        for (var next : Payout.State.values())
            assertThatThrownBy(() -> ended.ended(next)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsPaidLeavesTheWorldAndEverythingElseGoesBack() {
        var escrow = "escrow/" + ID;

        assertThat(ORDERED.ended(Payout.State.DONE).emptying(ACT).legs())
                .containsExactly(new Leg(escrow, "issuance/EUR", "EUR", "80.00"));
        for (var end : new Payout.State[] {Payout.State.FAILED, Payout.State.EXPIRED}) {
            var back = ORDERED.ended(end).emptying(ACT);
            assertThat(back.legs()).containsExactly(new Leg(escrow, "treasury", "EUR", "80.00"));
            assertThat(back.code()).isEqualTo(Transfer.Code.RETURNED);
        }
        assertThatThrownBy(() -> ORDERED.emptying(ACT)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherTryHasAnotherName() {
        var failed = ORDERED.ended(Payout.State.FAILED);

        assertThat(failed.emptying(ACT).id())
                .isEqualTo(ORDERED.ended(Payout.State.EXPIRED).emptying(ACT).id());
        assertThat(failed.triedAgain().emptying(ACT).id())
                .isNotEqualTo(failed.emptying(ACT).id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"iban\":\"DE89370400440532013000\",\"name\":\"Bea\"}",
                "{\"bic\":\"DEUTDEFF\",\"iban\":\"DE89370400440532013000\",\"name\":\"Bea\"}",
                "{\"address\":\"0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359\",\"chain\":100,"
                        + "\"safe\":\"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed\"}",
                "{\"address\":\"0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359\",\"chain\":1,\"decimals\":6,"
                        + "\"safe\":\"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed\","
                        + "\"token\":\"0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB\"}"
            })
    void aReceiverIsWrittenAsItWasRead(String json) {
        assertThat(Receiver.read(StrictJson.parse(json.getBytes(UTF_8))).json().canonicalText())
                .isEqualTo(json);
    }

    @Test
    void aTokenIsMovedByItsContract() {
        var order = safe(Optional.of(new Receiver.Token(TOKEN, 6)), "123456", 2);

        // transfer(address,uint256): the address and 1,234.560000 in 32 bytes each
        assertThat(order.data())
                .isEqualTo("0xa9059cbb"
                        + "000000000000000000000000fb6916095ca1df60bb79ce92ce3ea74c37c5d359"
                        + "%064x".formatted(1_234_560_000L));
        assertThat(order.json().canonicalText())
                .contains("\"to\":\"" + TOKEN + "\"", "\"value\":\"0\"", "\"chainId\":\"100\"", "\"version\":\"1.0\"")
                .contains("\"createdFromSafeAddress\":\"" + SAFE + "\"")
                .doesNotContain("nonce");
    }

    @Test
    void aCoinIsMovedByTheSafeItself() {
        var order = safe(Optional.empty(), "123456", 2);

        assertThat(order.data()).isEqualTo("0x");
        assertThat(order.json().canonicalText())
                .contains("\"to\":\"" + BEA + "\"", "\"value\":\"1234560000000000000000\"")
                // as another program of the same rule computes it
                .contains("\"checksum\":\"0x3301a7d35d4d7faa460a86cbca48def9ecc2794b0416b1ade7246a92fd57d0bd\"");
    }

    @Test
    void noDigitIsLost() {
        assertThatThrownBy(() -> safe(Optional.of(new Receiver.Token(TOKEN, 1)), "123456", 2)
                        .units())
                .isInstanceOf(IllegalStateException.class);
        assertThat(safe(Optional.of(new Receiver.Token(TOKEN, 2)), "123456", 2).units())
                .isEqualTo(123_456);
    }

    private static SafeOrder safe(Optional<Receiver.Token> token, String minor, int scale) {
        return new SafeOrder(
                ID, new Receiver.Chain(SAFE, BEA, 100, token), new BigInteger(minor), scale, "Nails", DEADLINE);
    }
}
