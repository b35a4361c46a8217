// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ballots of a count whose votes may have parts: a pile for each option in the race, what those elected kept, and
 * what no longer counts; all in units of 10^−decimals.
 */
final class RankedPiles {
    /** What {@code transfers} calls what is lost by rounding when a surplus moves on. */
    static final String RESIDUAL = "residual surplus";

    /** What {@code inactive} calls the surplus of those who took the last seats. */
    static final String FINAL_SURPLUS = "finalRoundSurplus";

    /** Ballots that go the same way, and what each unit of their power is still worth. */
    private record Papers(Ranking ranking, BigInteger value) {
        BigInteger votes() {
            return ranking.power().multiply(value);
        }
    }

    private final List<String> options;
    private final BigInteger unit;
    private final BitSet continuing;
    private final List<List<Papers>> piles = new ArrayList<>();
    private final BigInteger[] tally;
    private final Map<String, BigInteger> inactive = new LinkedHashMap<>();

    RankedPiles(List<String> options, BitSet continuing, int decimals) {
        this.options = options;
        this.unit = BigInteger.TEN.pow(decimals);
        this.continuing = (BitSet) continuing.clone();
        tally = new BigInteger[options.size()];
        Arrays.fill(tally, BigInteger.ZERO);
        options.forEach(_ -> piles.add(new ArrayList<>()));
        for (var reason : Ranking.Inactive.values()) {
            inactive.put(reason.words, BigInteger.ZERO);
        }
    }

    void add(Ranking ranking) {
        place(new Papers(ranking, unit), new LinkedHashMap<>());
    }

    BitSet continuing() {
        return (BitSet) continuing.clone();
    }

    /** What an option holds: in the race all its votes, and once elected what it kept. */
    BigInteger tally(int option) {
        return tally[option];
    }

    BigInteger unit() {
        return unit;
    }

    /** What still counts for somebody in the race. */
    BigInteger active() {
        return continuing.stream().mapToObj(this::tally).reduce(BigInteger.ZERO, BigInteger::add);
    }

    Map<String, BigInteger> inactive() {
        return new LinkedHashMap<>(inactive);
    }

    /** Notes that there can be a surplus that nobody needs any more. */
    void showFinalSurplus() {
        inactive.putIfAbsent(FINAL_SURPLUS, BigInteger.ZERO);
    }

    /** Takes options out of the race; their ballots stay with them until they are moved. */
    void close(BitSet leaving) {
        continuing.andNot(leaving);
    }

    /** Moves all ballots of an option on, and says where they went. */
    Map<String, BigInteger> eliminate(int option) {
        var moved = new LinkedHashMap<String, BigInteger>();
        var papers = piles.set(option, List.of());
        tally[option] = BigInteger.ZERO;
        papers.forEach(paper -> place(paper, moved));
        return inOrder(moved);
    }

    /**
     * Moves on what a winner has above the threshold: of each unit of power the part surplus / votes of its value, both
     * rounded down; what that leaves above the threshold is lost.
     *
     * @param needed whether there are seats left for it to decide; else it only stops counting
     */
    Map<String, BigInteger> elect(int option, BigInteger threshold, boolean needed) {
        var moved = new LinkedHashMap<String, BigInteger>();
        var surplus = tally[option].subtract(threshold).max(BigInteger.ZERO);
        var part = surplus.signum() == 0 ? surplus : surplus.multiply(unit).divide(tally[option]);
        var kept = BigInteger.ZERO;
        for (var papers : piles.set(option, List.of())) {
            var goes = papers.value().multiply(part).divide(unit);
            kept = kept.add(papers.ranking().power().multiply(papers.value().subtract(goes)));
            if (needed) {
                place(new Papers(papers.ranking(), goes), moved);
            } else {
                var votes = papers.ranking().power().multiply(goes);
                inactive.merge(FINAL_SURPLUS, votes, BigInteger::add);
                note(moved, InstantRunoff.EXHAUSTED, votes);
            }
        }
        var residual = kept.subtract(threshold).max(BigInteger.ZERO);
        note(moved, RESIDUAL, residual);
        tally[option] = kept.subtract(residual);
        return inOrder(moved);
    }

    private void place(Papers papers, Map<String, BigInteger> moved) {
        var to = papers.ranking().advance(continuing);
        if (to == Ranking.NOWHERE) {
            inactive.merge(papers.ranking().end().words, papers.votes(), BigInteger::add);
            note(moved, InstantRunoff.EXHAUSTED, papers.votes());
        } else {
            piles.get(to).add(papers);
            tally[to] = tally[to].add(papers.votes());
            note(moved, options.get(to), papers.votes());
        }
    }

    private static void note(Map<String, BigInteger> moved, String to, BigInteger votes) {
        if (votes.signum() > 0) {
            moved.merge(to, votes, BigInteger::add);
        }
    }

    private Map<String, BigInteger> inOrder(Map<String, BigInteger> moved) {
        var ordered = new LinkedHashMap<String, BigInteger>();
        var names = new ArrayList<>(options);
        names.add(InstantRunoff.EXHAUSTED);
        names.add(RESIDUAL);
        names.stream().filter(moved::containsKey).forEach(name -> ordered.put(name, moved.getOrDefault(name, unit)));
        return ordered;
    }
}
