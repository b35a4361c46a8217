// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.Round;

/** One count of rankings, round by round. */
final class RankedPass {
    private final List<String> options;
    private final RankedChoice.Settings settings;
    private final RankedRules rules;
    private final RankedPiles piles;
    private final RankedWinners winners;
    private final RankedLosers losers;
    private final int inRace;
    private final boolean untilTwo;
    private final List<Map<String, BigInteger>> tallies = new ArrayList<>();
    private final List<Round> rounds = new ArrayList<>();
    private final Set<Integer> elected = new LinkedHashSet<>();
    private final BitSet gone = new BitSet();
    private RankedThreshold threshold;
    private BigInteger marked = BigInteger.ZERO;

    RankedPass(List<String> options, RankedChoice.Settings settings, BitSet inRace) {
        this.options = options;
        this.settings = settings;
        this.rules = settings.rules();
        this.inRace = inRace.cardinality();
        this.untilTwo = settings.continueUntilTwoCandidatesRemain().orElse(false);
        this.piles = new RankedPiles(options, inRace, settings.decimals());
        var ties = new RankedTies(options, settings, tallies);
        var neverWins = new BitSet();
        settings.neverWins().orElse(List.of()).stream()
                .mapToInt(options::indexOf)
                .forEach(neverWins::set);
        this.winners = new RankedWinners(settings, piles, ties, neverWins);
        this.losers = new RankedLosers(settings, piles, ties, winners, this.inRace);
        this.threshold = RankedThreshold.NONE;
    }

    void add(Ranking ranking) {
        marked = marked.add(ranking.power());
        piles.add(ranking);
    }

    Result run(long cast, BigInteger blank) {
        boolean goesOn;
        do {
            goesOn = round();
        } while (goesOn);
        return result(cast, blank);
    }

    /** Plays one round and says whether another one follows. */
    private boolean round() {
        var racing = racing();
        if (tallies.isEmpty() || recomputes()) {
            threshold = RankedThreshold.of(settings, piles.active(), piles.unit());
        }
        var tally = tally();
        var words = new ArrayList<String>();
        var now = winners.found(racing, threshold, elected.size(), words);
        var out = now.isEmpty() && eliminates(racing) ? losers.next(racing, threshold, gone, words) : new BitSet();
        tallies.add(tally);
        elected.addAll(now);
        gone.or(out);
        var goesOn = goesOn(!now.isEmpty(), !out.isEmpty());
        if (!goesOn && rules.movesSurpluses()) {
            piles.showFinalSurplus();
        }
        var inactive = piles.inactive();
        rounds.add(new Round(
                rounds.size() + 1,
                tally,
                threshold.units(),
                inactive,
                now.stream().map(options::get).toList(),
                out.stream().mapToObj(options::get).toList(),
                goesOn ? moved(now, out) : Map.of(),
                String.join(" ", words)));
        return goesOn;
    }

    /** What everybody holds who is in the race or elected. */
    private Map<String, BigInteger> tally() {
        var tally = new LinkedHashMap<String, BigInteger>();
        var held = piles.continuing();
        elected.forEach(held::set);
        held.stream().forEach(option -> tally.put(options.get(option), piles.tally(option)));
        return tally;
    }

    private boolean recomputes() {
        // Once the only seat is filled, what it took to win is not computed again.
        return rules.winners() <= 1
                && elected.isEmpty()
                && !settings.firstRoundDeterminesThreshold().orElse(false);
    }

    /**
     * Who is in the race; where it goes on until two remain, the winner is. Without a vote for anybody nobody is the
     * strongest, and the race is over.
     */
    private List<Integer> racing() {
        var over = piles.active().signum() == 0 && (tallies.isEmpty() || (rules.winners() <= 1 && elected.isEmpty()));
        return over ? List.of() : piles.continuing().stream().boxed().toList();
    }

    private boolean eliminates(List<Integer> racing) {
        var open = elected.size() < rules.winners() || rules.byPercentage();
        return !racing.isEmpty() && (open || (untilTwo && gone.cardinality() < inRace - 2));
    }

    private boolean goesOn(boolean won, boolean lost) {
        var stop = settings.stopTabulationEarlyAfterRound().orElse(Long.MAX_VALUE);
        var declared = racing().stream()
                .filter(option -> !gone.get(option) && !elected.contains(option) && winners.mayWin(option))
                .toList();
        if (rounds.size() + 1 >= stop || (!won && !lost)) {
            return false;
        }
        if (untilTwo) {
            return gone.cardinality() + elected.size() + 1 < inRace || lost;
        }
        if (rules.byPercentage()) {
            return elected.isEmpty() && !declared.isEmpty();
        }
        if (elected.size() < rules.winners()) {
            return !declared.isEmpty();
        }
        return rules.movesSurpluses() && won;
    }

    private Map<String, Map<String, BigInteger>> moved(List<Integer> now, BitSet out) {
        var moved = new LinkedHashMap<String, Map<String, BigInteger>>();
        var leaving = (BitSet) out.clone();
        if (!untilTwo) {
            now.forEach(leaving::set);
        }
        piles.close(leaving);
        out.stream().forEach(option -> moved.put(options.get(option), piles.eliminate(option)));
        if (rules.movesSurpluses()) {
            var needed = elected.size() < rules.winners();
            now.forEach(option -> moved.put(options.get(option), piles.elect(option, threshold.units(), needed)));
        }
        return moved;
    }

    private Result result(long cast, BigInteger blank) {
        var last = rounds.getLast();
        var active = last.tally().values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        var inactive = last.inactive().values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        var names = elected.stream().map(options::get).toList();
        var held = elected.stream().map(this::heldWhenElected).min(Comparator.naturalOrder());
        var counts = new LinkedHashMap<String, BigInteger>();
        // These two are compared with the roll, so they are power and not parts of votes.
        counts.put("ballots", blank.add(marked));
        counts.put("blank", blank);
        counts.put("continuing", active);
        counts.put("exhausted", inactive);
        counts.put("winner", held.orElse(BigInteger.ZERO));
        var decimals = settings.decimals();
        var words = names.isEmpty()
                ? "Nobody is elected in " + rounds.size() + " rounds."
                : String.join(", ", names) + (names.size() == 1 ? " is elected" : " are elected") + " in "
                        + rounds.size() + " rounds; the threshold is "
                        + Scoreboard.shown(last.threshold(), decimals) + ".";
        return new Result(cast, names, counts, rounds, words);
    }

    private BigInteger heldWhenElected(int option) {
        return Optional.of(rounds)
                .flatMap(all -> all.stream()
                        .filter(round -> round.elected().contains(options.get(option)))
                        .findFirst())
                .map(round -> round.tally().getOrDefault(options.get(option), BigInteger.ZERO))
                .orElse(BigInteger.ZERO);
    }
}
