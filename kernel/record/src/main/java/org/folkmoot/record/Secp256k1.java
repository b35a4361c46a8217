// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;

/** Finds out which wallet made a signature. */
final class Secp256k1 {
    /** How many bytes a wallet's signature has: r, s and v. */
    static final int SIGNATURE_SIZE = 65;

    /** How many bytes the address of a wallet has. */
    static final int ADDRESS_SIZE = 20;

    static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
    static final BigInteger ORDER = CURVE.getN();
    static final BigInteger HALF = ORDER.shiftRight(1);
    private static final int SCALAR = 32;
    private static final int FIRST_V = 27;

    private Secp256k1() {}

    /** Says whether s is in the upper half of its range, where every signature has a twin that means the same. */
    static boolean highS(byte[] signature) {
        return scalar(signature, SCALAR).compareTo(HALF) > 0;
    }

    /**
     * Recovers the address of the wallet that signed a digest. Nothing is recovered from r or s outside 1 … n−1, from
     * the twin with a high s, from a v other than 27 or 28, or where the curve has no such point.
     */
    static Optional<byte[]> recover(byte[] digest, byte[] signature) {
        if (signature.length != SIGNATURE_SIZE) return Optional.empty();
        var r = scalar(signature, 0);
        var s = scalar(signature, SCALAR);
        int odd = signature[SIGNATURE_SIZE - 1] - FIRST_V;
        if (!inRange(r) || !inRange(s) || s.compareTo(HALF) > 0 || (odd != 0 && odd != 1)) return Optional.empty();
        return point(r, odd).flatMap(nonce -> {
            var inverse = r.modInverse(ORDER);
            var e = new BigInteger(1, digest);
            var key = ECAlgorithms.sumOfTwoMultiplies(
                            CURVE.getG(),
                            e.negate().multiply(inverse).mod(ORDER),
                            nonce,
                            s.multiply(inverse).mod(ORDER))
                    .normalize();
            return key.isInfinity() ? Optional.empty() : Optional.of(address(key));
        });
    }

    /** The address of a public key: the end of the hash of its two coordinates. */
    static byte[] address(ECPoint key) {
        byte[] coordinates = key.getEncoded(false);
        byte[] hash = Keccak.of(Arrays.copyOfRange(coordinates, 1, coordinates.length));
        return Arrays.copyOfRange(hash, hash.length - ADDRESS_SIZE, hash.length);
    }

    /** The public key of a secret scalar. */
    static ECPoint publicKey(BigInteger secret) {
        return CURVE.getG().multiply(secret).normalize();
    }

    private static Optional<ECPoint> point(BigInteger x, int odd) {
        var encoded = new byte[1 + SCALAR];
        encoded[0] = (byte) (2 + odd);
        byte[] digits = x.toByteArray();
        int from = Math.max(0, digits.length - SCALAR);
        System.arraycopy(digits, from, encoded, encoded.length - (digits.length - from), digits.length - from);
        try {
            return Optional.of(CURVE.getCurve().decodePoint(encoded));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // no point of the curve has this x
        }
    }

    static boolean inRange(BigInteger scalar) {
        return scalar.signum() > 0 && scalar.compareTo(ORDER) < 0;
    }

    private static BigInteger scalar(byte[] signature, int from) {
        return new BigInteger(1, signature, from, SCALAR);
    }
}
