// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sealing;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;

/** Values of polynomials over the order of the curve, and of their public sides. */
final class Polynomial {
    private Polynomial() {}

    /** The value at a place, of the coefficients from the constant on. */
    static BigInteger at(int place, List<BigInteger> coefficients) {
        var value = BigInteger.ZERO;
        for (var coefficient : coefficients.reversed())
            value = value.multiply(BigInteger.valueOf(place)).add(coefficient).mod(Scalars.ORDER);
        return value;
    }

    /** The public side of the value at a place, of the public sides of the coefficients. */
    static Point publicAt(int place, List<Point> coefficients) {
        ECPoint value = Point.CURVE.getCurve().getInfinity();
        for (var coefficient : coefficients.reversed())
            value = value.multiply(BigInteger.valueOf(place)).add(coefficient.ec());
        return Point.of(value);
    }

    /** How often the value at a place counts when the value at 0 is computed from those at all these places. */
    static BigInteger lagrange(int place, Collection<Integer> places) {
        var above = BigInteger.ONE;
        var below = BigInteger.ONE;
        for (int other : places) {
            if (other == place) continue;
            above = above.multiply(BigInteger.valueOf(other)).mod(Scalars.ORDER);
            below = below.multiply(BigInteger.valueOf((long) other - place)).mod(Scalars.ORDER);
        }
        return above.multiply(below.modInverse(Scalars.ORDER)).mod(Scalars.ORDER);
    }
}
