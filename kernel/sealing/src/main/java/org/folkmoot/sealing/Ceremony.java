// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.folkmoot.record.Hash;

/**
 * Where trustees make a key together: COCKTAIL-DKG with the suite {@code COCKTAIL(P-256, SHA-256)}. Whoever carries the
 * messages between them learns nothing and can change nothing.
 *
 * @param session what this key is for, which no other key of the same trustees is called
 * @param quorum how many trustees can use the key
 * @param trustees their own keys, by which they are counted from 1
 */
public record Ceremony(String session, int quorum, List<Point> trustees) {
    /** The most trustees that a key can have. */
    public static final int MOST = 100;

    private static final String SUITE = "COCKTAIL(P-256, SHA-256)";

    public Ceremony {
        trustees = List.copyOf(trustees);
        if (trustees.isEmpty() || trustees.size() > MOST) throw new SealingRefused("There are 1 to 100 trustees.");
        if (quorum < 1 || quorum > trustees.size())
            throw new SealingRefused("A quorum is between 1 and " + trustees.size() + ".");
        if (new HashSet<>(trustees).size() < trustees.size()) throw new SealingRefused("A trustee is named twice.");
    }

    /** What every message is bound to. */
    public byte[] context() {
        byte[] name = session.getBytes(UTF_8);
        return Hash.of(new Bytes()
                        .put("COCKTAIL-DKG-CONTEXT")
                        .high8(name.length)
                        .put(name)
                        .high8(SUITE.length())
                        .put(SUITE)
                        .low4(trustees.size())
                        .put(trustees)
                        .all())
                .bytes();
    }

    /** The place of a trustee's key, counted from 1; nothing if it is not there. */
    public Optional<Integer> place(Point key) {
        return Optional.of(trustees.indexOf(key) + 1).filter(place -> place > 0);
    }

    /** A trustee's part in the key: a secret polynomial, of which every trustee gets one value. */
    public Deal deal(BigInteger secret, RandomGenerator random) {
        var from = own(secret);
        var coefficients =
                IntStream.range(0, quorum).mapToObj(_ -> Scalars.random(random)).toList();
        var commitments = coefficients.stream().map(Point::base).toList();
        var once = Scalars.random(random);
        var ephemeral = Point.base(once);
        byte[] context = context();
        byte[] proof = Schnorr.sign(coefficients.getFirst(), Deal.signed(context, commitments, ephemeral));
        var shares = new ArrayList<byte[]>();
        for (int to = 1; to <= trustees.size(); to++) {
            var key = trustees.get(to - 1);
            var lock = Lock.of(key.times(once), key.times(secret), List.of(ephemeral, from, key), context);
            shares.add(lock.seal(Scalars.encode(Polynomial.at(to, coefficients))));
        }
        return new Deal(commitments, proof, ephemeral, shares);
    }

    /** A trustee's share of the key, of what all trustees gave; throws {@link SealingRefused}, and names who is to blame. */
    public BigInteger receive(BigInteger secret, List<Deal> deals) {
        check(deals);
        var to = own(secret);
        int place = place(to).orElseThrow();
        byte[] context = context();
        var sum = BigInteger.ZERO;
        for (int from = 1; from <= deals.size(); from++) {
            var deal = deals.get(from - 1);
            var sender = trustees.get(from - 1);
            var keys = List.of(deal.ephemeral(), sender, to);
            var lock = Lock.of(deal.ephemeral().times(secret), sender.times(secret), keys, context);
            var share = lock.open(deal.shares().get(place - 1))
                    .map(Scalars::decode)
                    .orElseThrow(blame(from, "its share for trustee " + place + " does not open"));
            if (share.signum() == 0 || !Point.base(share).equals(Polynomial.publicAt(place, deal.commitments())))
                throw blame(from, "its share for trustee " + place + " is not what it committed to")
                        .get();
            sum = sum.add(share).mod(Scalars.ORDER);
        }
        if (!Point.base(sum).equals(sum(deals).share(place)))
            throw new SealingRefused("The shares do not add up to the key.");
        return sum;
    }

    /** The key that comes of what all trustees gave. */
    public GroupKey key(List<Deal> deals) {
        check(deals);
        return sum(deals);
    }

    private GroupKey sum(List<Deal> deals) {
        var commitments = IntStream.range(0, quorum)
                .mapToObj(i -> Point.sum(
                        deals.stream().map(deal -> deal.commitments().get(i)).toList()))
                .toList();
        return new GroupKey(trustees.size(), commitments);
    }

    /** What every trustee signs: that all of them saw the same. */
    public byte[] transcript(List<Deal> deals) {
        byte[] context = context();
        var bytes =
                new Bytes().low8(SUITE.length()).put(SUITE).low8(context.length).put(context);
        bytes.low4(trustees.size()).low4(quorum).put(trustees);
        for (var deal : deals) bytes.put(deal.commitments());
        for (var deal : deals) bytes.put(deal.proof());
        for (var deal : deals) bytes.put(deal.ephemeral());
        return bytes.low8(0).all();
    }

    /** Signs that a trustee received its share, and saw these deals. */
    public byte[] sign(BigInteger secret, List<Deal> deals) {
        own(secret);
        return Schnorr.sign(secret, transcript(deals));
    }

    private Point own(BigInteger secret) {
        var key = Point.base(secret);
        if (place(key).isEmpty()) throw new SealingRefused("This key is not a trustee's.");
        return key;
    }

    /** Refuses deals that anybody can see are wrong. */
    void check(List<Deal> deals) {
        if (deals.size() != trustees.size())
            throw new SealingRefused("There are " + trustees.size() + " trustees, and " + deals.size() + " deals.");
        byte[] context = context();
        for (int from = 1; from <= deals.size(); from++) {
            var deal = deals.get(from - 1);
            if (deal.commitments().size() != quorum)
                throw blame(from, "it commits to another quorum").get();
            var signed = Deal.signed(context, deal.commitments(), deal.ephemeral());
            if (!Schnorr.verify(deal.commitments().getFirst(), signed, deal.proof()))
                throw blame(from, "it does not prove that it knows its part").get();
        }
    }

    static Supplier<SealingRefused> blame(int trustee, String reason) {
        return () -> new SealingRefused("Trustee " + trustee + " is to blame: " + reason + ".");
    }
}
