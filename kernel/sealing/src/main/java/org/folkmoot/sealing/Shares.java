// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sealing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.bouncycastle.math.ec.ECPoint;
import org.folkmoot.record.Hash;
import org.folkmoot.sealing.EqualLogs.Statement;

/**
 * One trustee's part in opening the ballots of a poll: a point for each of them, and one proof for all that they were made
 * with the trustee's share of the key, as RFC 9497 proves many at once.
 *
 * @param trustee who made them, counted from 1
 * @param points a point for the head of each ballot, in the order of the ballots
 * @param proof that all of them are right
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, never compared
public record Shares(int trustee, List<Point> points, byte[] proof) {
    /** How many bytes a proof has. */
    public static final int PROOF = EqualLogs.SIZE;

    private static final int WEIGHT = 16;

    public Shares {
        points = List.copyOf(points);
        proof = proof.clone();
    }

    @Override
    public byte[] proof() {
        return proof.clone();
    }

    /** Makes a trustee's shares for the heads of ballots of a poll. */
    public static Shares of(
            GroupKey key, int trustee, BigInteger secret, Hash poll, List<Point> heads, RandomGenerator random) {
        var own = key.share(trustee);
        if (!Point.base(secret).equals(own))
            throw new SealingRefused("This is not the share of trustee " + trustee + ".");
        var points = heads.stream().map(head -> head.times(secret)).toList();
        var seed = seed(own, trustee, poll, heads, points);
        var base = Point.of(sum(heads, seed));
        var statement = Statement.of(own, base, base.times(secret));
        return new Shares(trustee, points, EqualLogs.prove(statement, secret, tag(seed), random));
    }

    /** Throws {@link SealingRefused} unless these are the trustee's shares for all of these heads. */
    public void check(GroupKey key, Hash poll, List<Point> heads) {
        var own = key.share(trustee);
        if (points.size() != heads.size())
            throw new SealingRefused(
                    "There are " + heads.size() + " ballots to open, and " + points.size() + " shares.");
        if (heads.isEmpty()) throw new SealingRefused("There are no ballots to open.");
        var seed = seed(own, trustee, poll, heads, points);
        var statement = Statement.of(own, Point.of(sum(heads, seed)), Point.of(sum(points, seed)));
        if (!EqualLogs.verify(statement, proof, tag(seed)))
            throw new SealingRefused("The shares are not those of trustee " + trustee + " for these ballots.");
    }

    /** What opens each ballot, from the shares of a quorum of trustees, all of them checked before. */
    public static List<Point> combine(GroupKey key, List<Shares> quorum) {
        var byTrustee = new TreeMap<Integer, Shares>();
        for (var shares : quorum) byTrustee.put(shares.trustee, shares);
        if (byTrustee.size() < key.quorum())
            throw new SealingRefused(key.quorum() + " trustees open together, not " + byTrustee.size() + ".");
        var used = byTrustee.values().stream().limit(key.quorum()).toList();
        var places = used.stream().map(Shares::trustee).toList();
        var weights =
                places.stream().map(place -> Polynomial.lagrange(place, places)).toList();
        return IntStream.range(0, used.getFirst().points.size())
                .mapToObj(i -> {
                    ECPoint sum = Point.CURVE.getCurve().getInfinity();
                    for (int j = 0; j < used.size(); j++)
                        sum = sum.add(used.get(j).points.get(i).ec().multiply(weights.get(j)));
                    return Point.of(sum);
                })
                .toList();
    }

    private static Hash seed(Point own, int trustee, Hash poll, List<Point> heads, List<Point> points) {
        return Hash.of(new Bytes()
                .put("folkmoot-V01-opening")
                .put(own)
                .high4(trustee)
                .put(poll.bytes())
                .high8(heads.size())
                .put(heads)
                .put(points)
                .all());
    }

    private static String tag(Hash seed) {
        return EqualLogs.tag("folkmoot-V01-opening-" + seed.hex());
    }

    /** The sum of the points, each as often as a number of 16 bytes that the seed gives it. */
    private static ECPoint sum(List<Point> points, Hash seed) {
        var weights = new ArrayList<byte[]>(points.size());
        for (int i = 0; i < points.size(); i++)
            weights.add(Arrays.copyOf(
                    Hash.of(seed.bytes(), new Bytes().high4(i).all()).bytes(), WEIGHT));
        ECPoint sum = Point.CURVE.getCurve().getInfinity();
        for (int digit = 0; digit < WEIGHT; digit++)
            sum = sum.timesPow2(Byte.SIZE).add(digit(points, weights, digit));
        return sum;
    }

    /** One digit of all weights: points of the same digit are added first, so that each costs one addition. */
    private static ECPoint digit(List<Point> points, List<byte[]> weights, int digit) {
        var infinity = Point.CURVE.getCurve().getInfinity();
        var buckets = new ECPoint[1 << Byte.SIZE];
        Arrays.fill(buckets, infinity);
        for (int i = 0; i < points.size(); i++) {
            int value = weights.get(i)[digit] & 0xff;
            buckets[value] = buckets[value].add(points.get(i).ec());
        }
        ECPoint running = infinity;
        ECPoint sum = infinity;
        for (int value = buckets.length - 1; value > 0; value--) {
            running = running.add(buckets[value]);
            sum = sum.add(running);
        }
        return sum;
    }
}
