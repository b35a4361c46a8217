// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sealing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.record.Hash;

/** Trustees of a test, who have made a key together. */
final class Trustees {
    final Random random;
    final List<BigInteger> secrets;
    final Ceremony ceremony;
    final List<Deal> deals;
    final GroupKey key;
    final List<BigInteger> shares;

    Trustees(int quorum, int of, long seed) {
        random = new Random(seed);
        secrets = Stream.generate(() -> Scalars.random(random)).limit(of).toList();
        ceremony = new Ceremony(
                "test " + seed, quorum, secrets.stream().map(Point::base).toList());
        deals = secrets.stream().map(secret -> ceremony.deal(secret, random)).toList();
        key = ceremony.key(deals);
        shares = secrets.stream().map(secret -> ceremony.receive(secret, deals)).toList();
    }

    byte[] certificate() {
        return Certificate.of(
                ceremony,
                deals,
                secrets.stream().map(secret -> ceremony.sign(secret, deals)).toList());
    }

    List<Deal> with(int trustee, Deal deal) {
        var changed = new ArrayList<>(deals);
        changed.set(trustee - 1, deal);
        return changed;
    }

    Shares shares(int trustee, Hash poll, List<Point> heads) {
        return Shares.of(key, trustee, shares.get(trustee - 1), poll, heads, random);
    }

    List<Shares> shares(Hash poll, List<Point> heads, int... trustees) {
        return IntStream.of(trustees).mapToObj(i -> shares(i, poll, heads)).toList();
    }
}
