// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.forecasting;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds up what is promised: what may leave in each part of the time ahead, and what remains then. It only grows, by what one
 * promise after the other adds, and never keeps them.
 */
public final class Forecast {
    private final Horizon horizon;
    private final Map<String, BigInteger[]> out = new TreeMap<>();
    private final Map<String, BigInteger[]> in = new TreeMap<>();
    private BigInteger own = BigInteger.ZERO;
    private BigInteger kept = BigInteger.ZERO;
    private BigInteger later = BigInteger.ZERO;

    /** Nothing is there and nothing is promised. */
    public Forecast(Horizon horizon) {
        this.horizon = horizon;
    }

    /**
     * A part of the time ahead.
     *
     * @param out what may leave in it for the first time, by kind; what is none is left out
     * @param in what comes in, by kind
     * @param leaving all that may have left by its end
     * @param remains what is there then, if all of it has left
     */
    public record Part(
            Instant from,
            Instant to,
            Map<String, BigInteger> out,
            Map<String, BigInteger> in,
            BigInteger leaving,
            BigInteger remains) {}

    /** The time that it is about. */
    public Horizon horizon() {
        return horizon;
    }

    /** Adds what accounts hold. */
    public void own(BigInteger amount) {
        own = own.add(amount);
    }

    /** Adds what is kept for somebody already. */
    public void kept(BigInteger amount) {
        kept = kept.add(amount);
    }

    /** Adds something that leaves. */
    public void out(String kind, Promise promise) {
        add(out, kind, promise);
        later = later.add(promise.from(horizon.until()));
    }

    /** Adds something that comes in. */
    public void in(String kind, Promise promise) {
        add(in, kind, promise);
    }

    private void add(Map<String, BigInteger[]> sums, String kind, Promise promise) {
        var parts = sums.computeIfAbsent(kind, _ -> nothing());
        var before = BigInteger.ZERO;
        for (int i = 0; i < parts.length; i++) {
            var until = promise.before(horizon.ends().get(i));
            parts[i] = parts[i].add(until.subtract(before));
            before = until;
        }
    }

    private BigInteger[] nothing() {
        var parts = new BigInteger[horizon.ends().size()];
        Arrays.fill(parts, BigInteger.ZERO);
        return parts;
    }

    /** What accounts hold now. */
    public BigInteger own() {
        return own;
    }

    /** What is kept for somebody now. */
    public BigInteger kept() {
        return kept;
    }

    /** What may leave when the time that was asked about is over, or nobody knows when. */
    public BigInteger later() {
        return later;
    }

    /** One part after the other. */
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        var from = horizon.begins();
        var leaving = BigInteger.ZERO;
        var remains = own.add(kept);
        for (int i = 0; i < horizon.ends().size(); i++) {
            var to = horizon.ends().get(i);
            var leaves = at(out, i);
            var comes = at(in, i);
            leaving = leaving.add(sum(leaves));
            remains = remains.subtract(sum(leaves)).add(sum(comes));
            parts.add(new Part(from, to, leaves, comes, leaving, remains));
            from = to;
        }
        return parts;
    }

    private static Map<String, BigInteger> at(Map<String, BigInteger[]> sums, int part) {
        var there = new TreeMap<String, BigInteger>();
        sums.forEach((kind, amounts) -> {
            if (amounts[part].signum() != 0) there.put(kind, amounts[part]);
        });
        return there;
    }

    private static BigInteger sum(Map<String, BigInteger> amounts) {
        return amounts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
