// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Json;
import org.folkmoot.record.StrictJson;

/** Turns good envelopes into bad ones. */
final class Forgery {
    /** The order of the curve of wallets. */
    static final BigInteger ORDER =
            new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

    private Forgery() {}

    /** Another signature in the same proof. */
    static byte[] signed(Envelope good, UnaryOperator<byte[]> change) {
        return text(good, base64(good.signature()), base64(change.apply(good.signature())));
    }

    /** Another text in the envelope. */
    static byte[] text(Envelope good, String piece, String by) {
        return new String(good.json(), UTF_8).replace(piece, by).getBytes(UTF_8);
    }

    /** A payload that is not written as it must be; it is refused before anybody asks who signed. */
    static byte[] payload(Envelope good, String piece, String by) {
        var changed = new String(good.payload(), UTF_8).replace(piece, by).getBytes(UTF_8);
        return new Envelope(changed, good.suite(), good.signature()).json();
    }

    /** Another part of a passkey's answer. */
    static byte[] answer(Envelope good, String part, UnaryOperator<byte[]> change) {
        var proof = (Json.Obj) StrictJson.parse(good.signature(), 8 * 1024);
        var was = ((Json.Str) proof.get(part).orElseThrow()).value();
        return text(good, was, base64(change.apply(Base64.getDecoder().decode(was))));
    }

    /** A wallet's signature with the other s, which means the same. */
    static byte[] twin(byte[] signature) {
        var other = ORDER.subtract(new BigInteger(1, signature, 32, 32)).toByteArray();
        var twin = signature.clone();
        Arrays.fill(twin, 32, 64, (byte) 0);
        int from = Math.max(0, other.length - 32);
        System.arraycopy(other, from, twin, 64 - (other.length - from), other.length - from);
        twin[64] = (byte) (twin[64] == 27 ? 28 : 27);
        return twin;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
