// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.bouncycastle.crypto.hash2curve.HashToCurveProfile;
import org.bouncycastle.crypto.hash2curve.HashToEllipticCurve;

/** A second base, of which nobody knows how often the first one goes into it: it is the hash of a name, by RFC 9380. */
final class SecondBase {
    static final Point POINT = hash("folkmoot-V01-sealed-ballots-with-P256_XMD:SHA-256_SSWU_RO_", "second base");

    private SecondBase() {}

    static Point hash(String domain, String name) {
        return Point.of(HashToEllipticCurve.getInstance(HashToCurveProfile.P256_XMD_SHA_256, domain)
                .hashToCurve(name.getBytes(UTF_8)));
    }
}
