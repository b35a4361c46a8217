// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sealing;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECAlgorithms;

/** The signatures of COCKTAIL(P-256, SHA-256): deterministic, and of no use in any other scheme. */
final class Schnorr {
    static final int SIZE = Point.SIZE + Scalars.SIZE;
    private static final String NONCE = "COCKTAIL-DKG-P256-SHA256-NONCE";
    private static final String CHALLENGE = "COCKTAIL-DKG-P256-SHA256-H7";

    private Schnorr() {}

    static byte[] sign(BigInteger secret, byte[] message) {
        var nonce = Scalars.hash(
                new Bytes().put(NONCE).put(Scalars.encode(secret)).put(message).all());
        if (nonce.signum() == 0) throw new SealingRefused("There is no signature for this key and message.");
        var commitment = Point.base(nonce);
        var challenge = challenge(commitment, Point.base(secret), message);
        var response = nonce.add(challenge.multiply(secret)).mod(Scalars.ORDER);
        return new Bytes().put(commitment).put(Scalars.encode(response)).all();
    }

    static boolean verify(Point key, byte[] message, byte[] signature) {
        if (signature.length != SIZE) return false;
        try {
            var reader = new Bytes.Reader(signature);
            var commitment = reader.point();
            var response = Scalars.decode(reader.rest());
            var negated = challenge(commitment, key, message).negate().mod(Scalars.ORDER);
            return commitment
                    .ec()
                    .equals(ECAlgorithms.sumOfTwoMultiplies(Point.BASE.ec(), response, key.ec(), negated));
        } catch (SealingRefused _) {
            return false;
        }
    }

    private static BigInteger challenge(Point commitment, Point key, byte[] message) {
        return Scalars.hash(
                new Bytes().put(CHALLENGE).put(commitment).put(key).put(message).all());
    }
}
