// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.folkmoot.policies.RankedChoice.Mode;
import org.folkmoot.policies.RankedChoice.Settings;

/** A plain count of rankings by RCTab's rules, in decimal numbers: each ballot is read from its top in each round. */
final class BallotByBallot {
    /** What a round shows. */
    record Shown(Map<String, BigDecimal> tally, BigDecimal threshold, List<String> elected, List<String> out) {}

    private final Settings rules;
    private final PlainPapers papers;
    private final List<String> names;
    private final int seats;
    private final boolean untilTwo;
    private final Random random;
    private final List<String> order;
    private BigDecimal threshold = BigDecimal.ZERO;
    boolean ranOut = false;
    final List<Shown> rounds = new ArrayList<>();

    BallotByBallot(List<String> all, Settings rules, List<List<List<String>>> ballots) {
        this.rules = rules;
        this.papers = new PlainPapers(all, rules, ballots);
        this.names = papers.names;
        this.seats = papers.seats;
        this.untilTwo = rules.continueUntilTwoCandidatesRemain().orElse(false);
        this.random = new Random(rules.seed().orElse(0L));
        this.order = new ArrayList<>(all.stream().filter(papers::may).toList());
        if (rules.tieBreak().orElseThrow() == RankedTieBreak.GENERATE_PERMUTATION) {
            Collections.sort(order);
            Collections.shuffle(order, random);
        }
    }

    /** Counts, up to where nobody holds a vote any more before the seats are filled: RCTab lets lots go on from there. */
    void run() {
        while (goesOn()) {
            papers.place();
            var tally = papers.tally();
            var active = tally.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (active.signum() == 0 && papers.won.size() < seats) {
                ranOut = true;
                return;
            }
            if (rounds.isEmpty() || (seats == 1 && papers.won.isEmpty() && !firstRound())) {
                threshold = threshold(active);
            }
            var now = winners(tally);
            var out = now.isEmpty() && eliminates() ? losers(tally) : List.<String>of();
            var shown = new TreeMap<>(tally);
            papers.won.forEach(name -> shown.put(name, papers.held(name, threshold, tally)));
            now.forEach(name -> papers.elect(name, of(tally, name), threshold));
            papers.gone.addAll(out);
            rounds.add(new Shown(
                    shown,
                    threshold,
                    now.stream().sorted().toList(),
                    out.stream().sorted().toList()));
        }
    }

    private boolean firstRound() {
        return rules.firstRoundDeterminesThreshold().orElse(false);
    }

    private boolean goesOn() {
        var won = papers.won.size();
        var all = names.stream().filter(papers::may).count();
        if (rounds.size() >= rules.stopTabulationEarlyAfterRound().orElse(1_000L) || (won == all && won < seats)) {
            return false;
        }
        if (untilTwo) {
            return papers.gone.size() + won + 1 < names.size()
                    || (!rounds.isEmpty() && !rounds.getLast().out().isEmpty());
        }
        return won < seats || (papers.surpluses() && !rounds.getLast().elected().isEmpty());
    }

    private boolean eliminates() {
        return papers.won.size() < seats || (untilTwo && papers.gone.size() < names.size() - 2);
    }

    private BigDecimal threshold(BigDecimal active) {
        var hare = rules.hareQuota().orElse(false);
        var places = rules.nonIntegerWinningThreshold().orElse(false) ? papers.decimals : 0;
        var divisor = BigDecimal.valueOf(hare ? seats : seats + 1L);
        var quota = hare
                ? active.divide(divisor, places, RoundingMode.UP)
                : active.divide(divisor, places, RoundingMode.DOWN).add(BigDecimal.ONE.movePointLeft(places));
        return quota.max(BigDecimal.valueOf(rules.minimumVoteThreshold().orElse(0L)));
    }

    private List<String> winners(Map<String, BigDecimal> tally) {
        var open = seats - papers.won.size();
        if (tally.keySet().stream()
                        .anyMatch(name -> !papers.may(name) && of(tally, name).signum() > 0)
                || open <= 0) {
            return List.of();
        }
        var mode = rules.winnerElectionMode().orElseThrow();
        Predicate<String> reaches = name -> of(tally, name).compareTo(threshold) >= 0;
        var found = tally.size() <= open
                ? tally.keySet().stream().filter(papers::may).toList()
                : firstRound() && tally.size() - 1 == seats
                        ? most(tally, true)
                        : tally.keySet().stream()
                                .filter(name -> mode != Mode.BOTTOMS_UP && papers.may(name) && reaches.test(name))
                                .toList();
        var only = found.size() > 1 && (firstRound() || mode == Mode.MULTI_WINNER_ALLOW_ONLY_ONE_WINNER_PER_ROUND);
        var least = BigDecimal.valueOf(rules.minimumVoteThreshold().orElse(0L));
        var level = seats == 1
                && found.isEmpty()
                && tally.size() == 2
                && tally.values().stream().allMatch(held -> held.compareTo(least) >= 0);
        return only || level ? List.of(one(true, most(tally, true))) : found;
    }

    private static BigDecimal of(Map<String, BigDecimal> tally, String name) {
        return tally.getOrDefault(name, BigDecimal.ZERO);
    }

    private static List<String> most(Map<String, BigDecimal> tally, boolean high) {
        var best = high ? Collections.max(tally.values()) : Collections.min(tally.values());
        return tally.keySet().stream()
                .filter(name -> of(tally, name).compareTo(best) == 0)
                .toList();
    }

    private List<String> losers(Map<String, BigDecimal> tally) {
        var writeIns = tally.keySet().stream()
                .filter(name -> !papers.may(name) && of(tally, name).signum() > 0)
                .toList();
        var least = BigDecimal.valueOf(rules.minimumVoteThreshold().orElse(0L));
        var below = tally.keySet().stream()
                .filter(name -> of(tally, name).compareTo(least) < 0)
                .toList();
        if (!writeIns.isEmpty() || !below.isEmpty()) {
            return writeIns.isEmpty() ? below : writeIns;
        }
        var batch = rules.batchElimination().orElse(false) ? batch(tally) : List.<String>of();
        return batch.size() > 1 ? batch : List.of(one(false, most(tally, false)));
    }

    /** The most that together hold less than the weakest of the others; where two have to stay, all but two at most. */
    private List<String> batch(Map<String, BigDecimal> tally) {
        var found = List.<String>of();
        for (var level : new TreeMap<>(levels(tally)).keySet()) {
            var under = tally.keySet().stream()
                    .filter(name -> of(tally, name).compareTo(level) < 0)
                    .toList();
            var together = under.stream().map(name -> of(tally, name)).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (together.compareTo(level) < 0 && !(untilTwo && under.size() + papers.gone.size() == names.size() - 1)) {
                found = under;
            }
        }
        return found;
    }

    private static Map<BigDecimal, Boolean> levels(Map<String, BigDecimal> tally) {
        var levels = new TreeMap<BigDecimal, Boolean>();
        tally.values().forEach(held -> levels.put(held, true));
        return levels;
    }

    private String one(boolean winner, List<String> tied) {
        if (tied.size() == 1) {
            return tied.getFirst();
        }
        var sorted = tied.stream().sorted().toList();
        return switch (rules.tieBreak().orElseThrow()) {
            case USE_CANDIDATE_ORDER, GENERATE_PERMUTATION ->
                (winner ? order : order.reversed())
                        .stream().filter(sorted::contains).findFirst().orElseThrow();
            case RANDOM -> sorted.get((int) Math.floor(random.nextDouble() * sorted.size()));
            case PREVIOUS_ROUND_COUNTS, PREVIOUS_ROUND_COUNTS_THEN_RANDOM -> throw new IllegalArgumentException();
        };
    }
}
