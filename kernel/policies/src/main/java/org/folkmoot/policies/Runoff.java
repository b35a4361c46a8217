// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.Round;

/** One instant-runoff count: round after round, who is elected and who goes out. */
final class Runoff {
    static final List<String> COUNTS = List.of("ballots", "blank", "continuing", "exhausted", "winner");

    private final List<String> options;
    private final InstantRunoff.Settings settings;
    private final boolean untilTwo;
    private final boolean waits;
    private final BitSet neverWins = new BitSet();
    private final RunoffPiles piles;
    private final RunoffTies ties;
    private final List<Round> rounds = new ArrayList<>();
    private OptionalInt winner = OptionalInt.empty();
    private final CastRankings cast;

    Runoff(Question question, InstantRunoff.Settings settings) {
        this.options = question.options();
        this.settings = settings;
        this.untilTwo = settings.continueUntilTwoCandidatesRemain().orElse(false);
        this.waits = settings.waitsForBallots().orElse(false);
        this.piles = new RunoffPiles(options);
        this.cast = new CastRankings(settings.reading(), piles::place);
        this.ties = new RunoffTies(question, settings, rounds);
        settings.neverWins().orElse(List.of()).stream()
                .mapToInt(options::indexOf)
                .filter(option -> option >= 0)
                .forEach(neverWins::set);
    }

    void add(Counted group) {
        cast.add(group);
    }

    Result run() {
        do {
            rounds.add(round());
        } while (goesOn());
        var total = piles.power(piles.continuing());
        var exhausted = piles.inactive().values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        var counts = new LinkedHashMap<String, BigInteger>();
        counts.put("ballots", cast.blank().add(total).add(exhausted));
        counts.put("blank", cast.blank());
        counts.put("continuing", total);
        counts.put("exhausted", exhausted);
        if (winner.isEmpty()) {
            counts.put("winner", BigInteger.ZERO);
            var words = "Nobody is elected: no ballot ranks an option that could be.";
            return new Result(cast.ballots(), List.of(), counts, rounds, words);
        }
        var name = options.get(winner.getAsInt());
        var held = piles.tally(winner.getAsInt());
        counts.put("winner", held);
        var words = "%s is elected with %s of %s in round %d.".formatted(name, held, total, rounds.size());
        return new Result(cast.ballots(), List.of(name), counts, rounds, words);
    }

    private boolean goesOn() {
        var continuing = piles.continuing();
        if (winner.isEmpty()) {
            return piles.power(continuing).signum() > 0;
        }
        // After the last elimination one more round shows where its ballots went.
        return untilTwo
                && (continuing.cardinality() > 2
                        || !rounds.getLast().eliminated().isEmpty());
    }

    /** Who is in the race and, where others wait for ballots, has some. */
    private BitSet racing() {
        var racing = new BitSet();
        piles.continuing().stream()
                .filter(option -> !waits || piles.tally(option).signum() > 0)
                .forEach(racing::set);
        return racing;
    }

    private Round round() {
        var continuing = racing();
        var total = piles.power(continuing);
        // Once somebody has won, what it took is not computed again.
        var threshold = winner.isPresent()
                ? rounds.getLast().threshold()
                : total.shiftRight(1).add(BigInteger.ONE);
        var tallies = piles.tallies(continuing);
        var inactive = piles.inactive();

        var words = new ArrayList<String>();
        var elected =
                total.signum() == 0 || winner.isPresent() ? OptionalInt.empty() : elected(continuing, threshold, words);
        var out = total.signum() == 0 || elected.isPresent() ? new BitSet() : eliminated(continuing, words);
        if (elected.isPresent()) {
            winner = elected;
        }
        return new Round(
                rounds.size() + 1,
                tallies,
                threshold,
                inactive,
                elected.stream().mapToObj(options::get).toList(),
                out.stream().mapToObj(options::get).toList(),
                piles.transfer(out),
                String.join(" ", words));
    }

    private OptionalInt elected(BitSet continuing, BigInteger threshold, List<String> words) {
        if (!writeIns(continuing).isEmpty()) {
            return OptionalInt.empty();
        }
        var reached = continuing.stream()
                .filter(option -> piles.tally(option).compareTo(threshold) >= 0)
                .findFirst();
        // Two left and neither above half: they are level. Eliminating one would leave a race of one.
        return reached.isPresent() || continuing.cardinality() > 2
                ? reached
                : OptionalInt.of(ties.winner(continuing, piles, words));
    }

    private BitSet eliminated(BitSet continuing, List<String> words) {
        if (winner.isPresent() && continuing.cardinality() <= 2) {
            return new BitSet();
        }
        var writeIns = writeIns(continuing);
        if (!writeIns.isEmpty()) {
            return writeIns;
        }
        var batch = batch(continuing);
        return batch.cardinality() > 1 ? batch : last(continuing, words);
    }

    /** Those that can never win and that somebody's ballot still counts for. */
    private BitSet writeIns(BitSet continuing) {
        var held = new BitSet();
        continuing.stream()
                .filter(option -> neverWins.get(option) && piles.tally(option).signum() > 0)
                .forEach(held::set);
        return held;
    }

    /** Finds the largest group at the bottom that together has fewer than the next option above it. */
    private BitSet batch(BitSet continuing) {
        var batch = new BitSet();
        if (!settings.batchElimination().orElse(false)) {
            return batch;
        }
        var keep = untilTwo ? 2 : 1;
        var upwards = continuing.stream()
                .boxed()
                .sorted(Comparator.comparing(piles::tally))
                .toList();
        var below = BigInteger.ZERO;
        for (var seen = 0; seen <= upwards.size() - keep; seen++) {
            var next = piles.tally(upwards.get(seen));
            if (below.compareTo(next) < 0) {
                upwards.subList(0, seen).forEach(batch::set);
            }
            below = below.add(next);
        }
        return batch;
    }

    private BitSet last(BitSet continuing, List<String> words) {
        var fewest = continuing.stream()
                .mapToObj(piles::tally)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var last = new BitSet();
        continuing.stream().filter(option -> piles.tally(option).equals(fewest)).forEach(last::set);
        if (last.intersects(neverWins)) {
            last.and(neverWins);
        }
        var out = new BitSet();
        out.set(last.cardinality() == 1 ? last.nextSetBit(0) : ties.loser(last, piles, words));
        return out;
    }
}
