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
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.Round;

/**
 * One instant-runoff count from its ballots to its result.
 *
 * <p>Each option has a pile of rankings. Only the piles of options that go out are taken up again, so a ballot is looked
 * at once for each rank that it uses and not once for each round.
 */
final class Runoff {
    static final List<String> COUNTS = List.of("ballots", "blank", "continuing", "exhausted", "winner");

    private final List<String> options;
    private final InstantRunoff.Settings settings;
    private final RunoffTies ties;
    private final BitSet continuing = new BitSet();
    private final BitSet neverWins = new BitSet();
    private final List<List<Ranking>> piles = new ArrayList<>();
    private final BigInteger[] tally;
    private final Map<Ranking.Inactive, BigInteger> inactive = new EnumMap<>(Ranking.Inactive.class);
    private final List<Round> rounds = new ArrayList<>();
    private OptionalInt winner = OptionalInt.empty();
    private long cast = 0;
    private BigInteger blank = BigInteger.ZERO;

    Runoff(Question question, InstantRunoff.Settings settings) {
        this.options = question.options();
        this.settings = settings;
        this.ties = new RunoffTies(question, settings, rounds);
        this.tally = new BigInteger[options.size()];
        Arrays.fill(tally, BigInteger.ZERO);
        var last = settings.neverWins().orElse(List.of());
        for (var option = 0; option < options.size(); option++) {
            continuing.set(option);
            neverWins.set(option, last.contains(options.get(option)));
            piles.add(new ArrayList<>());
        }
        for (var reason : Ranking.Inactive.values()) {
            inactive.put(reason, BigInteger.ZERO);
        }
    }

    void add(Counted group) {
        cast = Math.addExact(cast, group.ballots());
        var choice = (List<?>) group.choice();
        if (Ranking.isBlank(choice)) {
            blank = blank.add(group.power());
        } else {
            place(Ranking.of(choice, group.power(), settings));
        }
    }

    Result run() {
        while (goesOn()) {
            rounds.add(round());
        }
        var total = power(continuing);
        var inactiveTotal = inactive.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        var counts = new LinkedHashMap<String, BigInteger>();
        counts.put("ballots", blank.add(total).add(inactiveTotal));
        counts.put("blank", blank);
        counts.put("continuing", total);
        counts.put("exhausted", inactiveTotal);
        counts.put("winner", winner.isPresent() ? tally[winner.getAsInt()] : BigInteger.ZERO);
        if (winner.isEmpty()) {
            return new Result(
                    cast, List.of(), counts, rounds, "Nobody is elected: no ballot ranks an option that could be.");
        }
        var name = options.get(winner.getAsInt());
        var words =
                "%s is elected with %s of %s in round %d.".formatted(name, counts.get("winner"), total, rounds.size());
        return new Result(cast, List.of(name), counts, rounds, words);
    }

    private boolean goesOn() {
        if (rounds.isEmpty()) {
            return true;
        }
        if (winner.isEmpty()) {
            return power(continuing).signum() > 0;
        }
        // After the last elimination one more round shows where its ballots went.
        return settings.continueUntilTwoCandidatesRemain().orElse(false)
                && (continuing.cardinality() > 2
                        || !rounds.getLast().eliminated().isEmpty());
    }

    private Round round() {
        var total = power(continuing);
        var threshold = total.shiftRight(1).add(BigInteger.ONE);
        var tallies = named(continuing);
        var reasons = new LinkedHashMap<String, BigInteger>();
        inactive.forEach((reason, power) -> reasons.put(reason.words, power));

        var words = new ArrayList<String>();
        var elected = elected(total, threshold, words);
        var out = elected.isEmpty() && total.signum() > 0 ? eliminated(words) : new BitSet();
        if (elected.isPresent()) {
            winner = elected;
        }
        return new Round(
                rounds.size() + 1,
                tallies,
                threshold,
                reasons,
                elected.stream().mapToObj(options::get).toList(),
                out.stream().mapToObj(options::get).toList(),
                transfer(out),
                String.join(" ", words));
    }

    private OptionalInt elected(BigInteger total, BigInteger threshold, List<String> words) {
        var writeIns = and(continuing, neverWins);
        if (winner.isPresent() || total.signum() == 0 || power(writeIns).signum() > 0) {
            return OptionalInt.empty();
        }
        var reached = continuing.stream()
                .filter(option -> continuing.cardinality() == 1 || tally[option].compareTo(threshold) >= 0)
                .findFirst();
        // Two left and neither above half: they are level. Eliminating one would leave a race of one.
        return reached.isPresent() || continuing.cardinality() > 2
                ? reached
                : OptionalInt.of(ties.winner(continuing, tally, words));
    }

    private BitSet eliminated(List<String> words) {
        if (winner.isPresent() && continuing.cardinality() <= 2) {
            return new BitSet();
        }
        var writeIns = and(continuing, neverWins);
        writeIns.stream().filter(option -> tally[option].signum() == 0).forEach(writeIns::clear);
        if (!writeIns.isEmpty()) {
            return writeIns;
        }
        var batch = batch();
        if (batch.cardinality() > 1) {
            return batch;
        }
        var fewest = continuing.stream()
                .mapToObj(option -> tally[option])
                .min(BigInteger::compareTo)
                .orElseThrow();
        var last = new BitSet();
        continuing.stream().filter(option -> tally[option].equals(fewest)).forEach(last::set);
        if (last.intersects(neverWins)) {
            last.and(neverWins);
        }
        var out = new BitSet();
        out.set(last.cardinality() == 1 ? last.nextSetBit(0) : ties.loser(last, tally, words));
        return out;
    }

    /** Finds the largest group at the bottom that together has fewer than the next option above it. */
    private BitSet batch() {
        var batch = new BitSet();
        if (!settings.batchElimination().orElse(false)) {
            return batch;
        }
        var keep = settings.continueUntilTwoCandidatesRemain().orElse(false) ? 2 : 1;
        var upwards = continuing.stream()
                .boxed()
                .sorted((one, other) -> tally[one].compareTo(tally[other]))
                .toList();
        var below = BigInteger.ZERO;
        for (var seen = 0; seen <= upwards.size() - keep; seen++) {
            if (below.compareTo(tally[upwards.get(seen)]) < 0) {
                upwards.subList(0, seen).forEach(batch::set);
            }
            below = below.add(tally[upwards.get(seen)]);
        }
        return batch;
    }

    private Map<String, Map<String, BigInteger>> transfer(BitSet out) {
        continuing.andNot(out);
        var transfers = new LinkedHashMap<String, Map<String, BigInteger>>();
        out.stream().forEach(option -> {
            var moved = new BigInteger[options.size() + 1];
            Arrays.fill(moved, BigInteger.ZERO);
            for (var ranking : piles.get(option)) {
                var to = place(ranking);
                var slot = to == Ranking.NOWHERE ? options.size() : to;
                moved[slot] = moved[slot].add(ranking.power());
            }
            piles.set(option, List.of());
            tally[option] = BigInteger.ZERO;
            var where = new LinkedHashMap<String, BigInteger>();
            IntStream.rangeClosed(0, options.size())
                    .filter(to -> moved[to].signum() > 0)
                    .forEach(to ->
                            where.put(to == options.size() ? InstantRunoff.EXHAUSTED : options.get(to), moved[to]));
            transfers.put(options.get(option), where);
        });
        return transfers;
    }

    private int place(Ranking ranking) {
        var to = ranking.advance(continuing);
        if (to == Ranking.NOWHERE) {
            inactive.merge(ranking.end(), ranking.power(), BigInteger::add);
        } else {
            piles.get(to).add(ranking);
            tally[to] = tally[to].add(ranking.power());
        }
        return to;
    }

    private Map<String, BigInteger> named(BitSet which) {
        var named = new LinkedHashMap<String, BigInteger>();
        which.stream().forEach(option -> named.put(options.get(option), tally[option]));
        return named;
    }

    private BigInteger power(BitSet which) {
        return which.stream().mapToObj(option -> tally[option]).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BitSet and(BitSet one, BitSet other) {
        var both = (BitSet) one.clone();
        both.and(other);
        return both;
    }
}
