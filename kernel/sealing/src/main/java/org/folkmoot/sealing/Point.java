// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sealing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** A point of P-256 other than the point at infinity, of which there is one spelling: 33 bytes, compressed. */
public final class Point {
    /** How many bytes a point has. */
    public static final int SIZE = 33;

    static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256r1");

    /** The point that numbers are multiplied with to become public. */
    public static final Point BASE = new Point(CURVE.getG());

    private static final FixedPointCombMultiplier COMB = new FixedPointCombMultiplier();

    private final ECPoint point;
    private final byte[] bytes;

    private Point(ECPoint point) {
        if (point.isInfinity()) throw new SealingRefused("A point is the point at infinity.");
        this.point = point.normalize();
        this.bytes = this.point.getEncoded(true);
    }

    static Point of(ECPoint point) {
        return new Point(point);
    }

    /** Reads the one spelling of a point of the curve, or throws {@link SealingRefused}. */
    public static Point decode(byte[] bytes) {
        if (bytes.length != SIZE) throw new SealingRefused("A point has 33 bytes, not " + bytes.length + ".");
        if (bytes[0] != 2 && bytes[0] != 3) throw new SealingRefused("A point is not compressed.");
        try {
            // Refuses coordinates from the field's size on, and those that no point has; every point has prime order.
            return new Point(CURVE.getCurve().decodePoint(bytes));
        } catch (IllegalArgumentException _) {
            throw new SealingRefused("A point is not on the curve.");
        }
    }

    /** Reads points that lie one behind the other, or throws {@link SealingRefused}. */
    public static List<Point> split(byte[] bytes) {
        var points = new ArrayList<Point>(bytes.length / SIZE);
        for (int at = 0; at < bytes.length; at += SIZE)
            points.add(decode(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + SIZE))));
        return points;
    }

    /** The spellings of points, one behind the other. */
    public static byte[] join(List<Point> points) {
        return new Bytes().put(points).all();
    }

    /** The base so many times: the public side of a secret number. */
    public static Point base(BigInteger times) {
        return new Point(COMB.multiply(CURVE.getG(), times));
    }

    /** The sum of some points. */
    static Point sum(Collection<Point> points) {
        return new Point(points.stream().map(Point::ec).reduce(CURVE.getCurve().getInfinity(), ECPoint::add));
    }

    /** This point so many times. */
    public Point times(BigInteger times) {
        return new Point(point.multiply(times));
    }

    ECPoint ec() {
        return point;
    }

    /** The spelling. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Point that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
