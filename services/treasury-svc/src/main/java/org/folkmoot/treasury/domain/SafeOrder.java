// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.record.ChainAddress;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/**
 * A payment as the transaction that a Safe's owners sign, in the form that Safe's Transaction Builder reads. The Safe itself
 * gives it a nonce.
 */
public record SafeOrder(Hash payout, Receiver.Chain to, BigInteger amount, int scale, String memo, Instant orderedAt) {
    /** How many digits a chain's own coin has behind the point, on every chain of this kind. */
    private static final int COIN_DECIMALS = 18;
    // transfer(address,uint256)
    private static final String TRANSFER = "0xa9059cbb";
    private static final int WORD = 64;
    private static final int MOST_BITS = 256;
    private static final String BUILDER = "1.18.2";

    /** What the chain is to move, in the smallest unit that it has. */
    public BigInteger units() {
        int decimals = to.token().map(Receiver.Token::decimals).orElse(COIN_DECIMALS);
        if (decimals < scale) throw new IllegalStateException("a token with fewer decimals than the treasury keeps");
        var units = amount.multiply(BigInteger.TEN.pow(decimals - scale));
        if (units.bitLength() > MOST_BITS) throw new IllegalStateException("more than a chain can count: " + units);
        return units;
    }

    /** The call of the token's contract; nothing for the chain's own coin. */
    String data() {
        return to.token().isEmpty() ? "0x" : TRANSFER + word(to.address().hex()) + word(units().toString(16));
    }

    /** The batch of one transaction, with the checksum by which the Transaction Builder sees that nobody changed it. */
    public Json.Obj json() {
        var meta = new HashMap<>(meta(to.safe()));
        meta.put("checksum", SafeChecksum.of(batch(meta)));
        return batch(meta);
    }

    private Json.Obj batch(Map<String, Object> meta) {
        var target = to.token().map(Receiver.Token::contract).orElse(to.address());
        var value = to.token().isEmpty() ? units() : BigInteger.ZERO;
        var transaction = new HashMap<String, Object>();
        transaction.put("to", target.toString());
        transaction.put("value", value.toString());
        transaction.put("data", data());
        transaction.put("operation", 0); // a call, never a delegated one
        return Json.object(Map.of(
                "version", "1.0",
                "chainId", String.valueOf(to.chain()),
                "createdAt", orderedAt.toEpochMilli(),
                "meta", meta,
                "transactions", List.of(transaction)));
    }

    private Map<String, Object> meta(ChainAddress safe) {
        return Map.of(
                "name",
                "Payout " + payout.hex(),
                "description",
                memo,
                "txBuilderVersion",
                BUILDER,
                "createdFromSafeAddress",
                safe.toString(),
                "createdFromOwnerAddress",
                "");
    }

    private static String word(String hex) {
        return "0".repeat(WORD - hex.length()) + hex;
    }
}
