// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sealing;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.math.ec.ECAlgorithms;

/**
 * Proves that the same secret number leads from bases to points, without showing it: the relations of one number and one
 * base each, such as {@code dleq}, of the CFRG's sigma protocols over P-256 with SHAKE128, in their compact form.
 */
final class EqualLogs {
    static final int SIZE = 2 * Scalars.SIZE;
    private static final String SUITE = "-CMPT-with-sigma-proofs_Shake128_P256";
    private static final String SESSION = "irtf-cfrg-fiat-shamir/session-id";
    private static final byte[] ONE = Scalars.encode(BigInteger.ONE);
    private static final int RATE = 168;
    private static final int WIDE = 48;

    /** That a point is another one so many times. */
    record Equation(Point image, Point base) {}

    /** What is proved: that one number fulfils all equations. */
    record Statement(List<Equation> equations) {
        /** That {@code one} is the base, and {@code other} is {@code base}, so many times. */
        static Statement of(Point one, Point base, Point other) {
            return new Statement(List.of(new Equation(one, Point.BASE), new Equation(other, base)));
        }

        private byte[] serialized() {
            var head = new Bytes().low4(equations.size());
            var points = new ArrayList<Point>();
            points.add(Point.BASE);
            for (var equation : equations) {
                int base = index(points, equation.base());
                head.low4(1).low4(index(points, equation.image())).put(ONE);
                head.low4(1).low4(0).low4(base).put(ONE);
            }
            return head.put(points.subList(1, points.size())).all();
        }

        private static int index(List<Point> points, Point point) {
            if (point.equals(Point.BASE)) return 0;
            points.add(point);
            return points.size() - 1;
        }
    }

    private EqualLogs() {}

    /** The tag of a session, which no other use has. */
    static String tag(String use) {
        return use + SUITE;
    }

    static byte[] prove(Statement statement, BigInteger secret, String tag, RandomGenerator random) {
        var nonce = Scalars.random(random);
        var commitments = statement.equations().stream()
                .map(equation -> equation.base().times(nonce))
                .toList();
        var challenge = challenge(statement, tag, commitments);
        var response = nonce.add(challenge.multiply(secret)).mod(Scalars.ORDER);
        return new Bytes()
                .put(Scalars.encode(challenge))
                .put(Scalars.encode(response))
                .all();
    }

    static boolean verify(Statement statement, byte[] proof, String tag) {
        if (proof.length != SIZE) return false;
        try {
            var challenge = Scalars.decode(Arrays.copyOf(proof, Scalars.SIZE));
            var response = Scalars.decode(Arrays.copyOfRange(proof, Scalars.SIZE, SIZE));
            var commitments = statement.equations().stream()
                    .map(equation -> commitment(equation, response, challenge))
                    .toList();
            return challenge.equals(challenge(statement, tag, commitments));
        } catch (SealingRefused _) {
            return false;
        }
    }

    private static Point commitment(Equation equation, BigInteger response, BigInteger challenge) {
        var negated = challenge.negate().mod(Scalars.ORDER);
        return Point.of(ECAlgorithms.sumOfTwoMultiplies(
                equation.base().ec(), response, equation.image().ec(), negated));
    }

    private static BigInteger challenge(Statement statement, String tag, List<Point> commitments) {
        byte[] session = squeeze(
                SESSION.getBytes(StandardCharsets.US_ASCII), tag.getBytes(StandardCharsets.UTF_8), Scalars.SIZE);
        byte[] input = new Bytes().put(statement.serialized()).put(commitments).all();
        return new BigInteger(1, reversed(squeeze(session, input, WIDE))).mod(Scalars.ORDER);
    }

    private static byte[] squeeze(byte[] domain, byte[] input, int size) {
        var shake = new SHAKEDigest(128);
        // The domain has a block of the sponge for itself.
        shake.update(Arrays.copyOf(domain, RATE), 0, RATE);
        shake.update(input, 0, input.length);
        var output = new byte[size];
        shake.doFinal(output, 0, size);
        return output;
    }

    private static byte[] reversed(byte[] bytes) {
        var reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) reversed[i] = bytes[bytes.length - 1 - i];
        return reversed;
    }
}
