// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The ballots on the table: a pile for each option that is still in the race, and what no longer counts.
 *
 * <p>Only the piles of options that go out are taken up again, so a ballot is looked at once for each rank that it uses
 * and not once for each round.
 */
final class RunoffPiles {
    private final List<String> options;
    private final BitSet continuing = new BitSet();
    private final List<List<Ranking>> piles = new ArrayList<>();
    private final BigInteger[] tally;
    private final Map<Ranking.Inactive, BigInteger> inactive = new EnumMap<>(Ranking.Inactive.class);

    RunoffPiles(List<String> options) {
        this.options = options;
        this.tally = new BigInteger[options.size()];
        Arrays.fill(tally, BigInteger.ZERO);
        continuing.set(0, options.size());
        options.forEach(option -> piles.add(new ArrayList<>()));
        for (var reason : Ranking.Inactive.values()) {
            inactive.put(reason, BigInteger.ZERO);
        }
    }

    /** Which options are still in the race. */
    BitSet continuing() {
        return (BitSet) continuing.clone();
    }

    BigInteger tally(int option) {
        return tally[option];
    }

    /** The power that still counts for one of these options. */
    BigInteger power(BitSet which) {
        return which.stream().mapToObj(this::tally).reduce(BigInteger.ZERO, BigInteger::add);
    }

    Map<String, BigInteger> tallies(BitSet which) {
        var tallies = new LinkedHashMap<String, BigInteger>();
        which.stream().forEach(option -> tallies.put(options.get(option), tally[option]));
        return tallies;
    }

    Map<String, BigInteger> inactive() {
        var named = new LinkedHashMap<String, BigInteger>();
        inactive.forEach((reason, power) -> named.put(reason.words, power));
        return named;
    }

    /** Puts a ranking where it counts next, and says where that is. */
    int place(Ranking ranking) {
        var to = ranking.advance(continuing);
        if (to == Ranking.NOWHERE) {
            inactive.merge(ranking.end(), ranking.power(), BigInteger::add);
        } else {
            piles.get(to).add(ranking);
            tally[to] = tally[to].add(ranking.power());
        }
        return to;
    }

    /** Takes options out of the race and says where the ballots of each went. */
    Map<String, Map<String, BigInteger>> transfer(BitSet out) {
        // All leave first: no ballot moves to an option that goes out in the same round.
        continuing.andNot(out);
        var transfers = new LinkedHashMap<String, Map<String, BigInteger>>();
        out.stream().forEach(option -> transfers.put(options.get(option), clear(option)));
        return transfers;
    }

    private Map<String, BigInteger> clear(int option) {
        var nowhere = options.size();
        var moved = new BigInteger[nowhere + 1];
        Arrays.fill(moved, BigInteger.ZERO);
        for (var ranking : piles.get(option)) {
            var to = place(ranking);
            var slot = to == Ranking.NOWHERE ? nowhere : to;
            moved[slot] = moved[slot].add(ranking.power());
        }
        piles.set(option, List.of());
        tally[option] = BigInteger.ZERO;
        var named = new LinkedHashMap<String, BigInteger>();
        IntStream.rangeClosed(0, nowhere)
                .filter(to -> moved[to].signum() > 0)
                .forEach(to -> named.put(to == nowhere ? InstantRunoff.EXHAUSTED : options.get(to), moved[to]));
        return named;
    }
}
