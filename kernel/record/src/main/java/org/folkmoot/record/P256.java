// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECPoint;

/** Verifies the ECDSA signatures of passkeys: P-256 with SHA-256, in strict DER. A high s is normal there. */
final class P256 {
    /** How many bytes a compressed key has. */
    static final int KEY_SIZE = 33;

    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256r1");
    static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 72;
    private static final int LONGEST_INTEGER = 33;

    private P256() {}

    /** Reads a compressed key; empty if its bytes are not the one spelling of a point of the curve. */
    static Optional<ECPoint> point(byte[] key) {
        if (key.length != KEY_SIZE) return Optional.empty();
        try {
            return Optional.of(CURVE.getCurve().decodePoint(key));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Says whether the signature is the key's signature over the message. */
    static boolean verify(byte[] key, byte[] message, byte[] signature) {
        if (!strictDer(signature)) return false;
        int sizeOfR = signature[3];
        var r = new BigInteger(signature, 4, sizeOfR);
        var s = new BigInteger(signature, 6 + sizeOfR, signature[5 + sizeOfR]);
        return point(key).map(point -> verify(point, message, r, s)).orElse(false);
    }

    private static boolean verify(ECPoint point, byte[] message, BigInteger r, BigInteger s) {
        var verification = new ECDSASigner();
        verification.init(false, new ECPublicKeyParameters(point, DOMAIN));
        return verification.verifySignature(Hash.of(message).bytes(), r, s);
    }

    /** Says whether these are two integers above 0 in the shortest DER, and not a byte more. */
    static boolean strictDer(byte[] signature) {
        return signature.length >= SHORTEST
                && signature.length <= LONGEST
                && signature[0] == SEQUENCE
                && signature[1] == signature.length - 2
                && isInteger(signature, 2)
                && 4 + signature[3] < signature.length - 2
                && isInteger(signature, 4 + signature[3])
                && 6 + signature[3] + signature[5 + signature[3]] == signature.length;
    }

    /** Says whether a positive integer in its shortest spelling starts here. */
    private static boolean isInteger(byte[] der, int at) {
        int size = der[at + 1];
        if (der[at] != INTEGER || size < 1 || size > LONGEST_INTEGER || at + 2 + size > der.length) return false;
        byte first = der[at + 2];
        // Negative, or a zero in front that is not there to keep the number positive; zero itself is no scalar.
        return first >= 0 && (first != 0 || (size > 1 && der[at + 3] < 0));
    }
}
