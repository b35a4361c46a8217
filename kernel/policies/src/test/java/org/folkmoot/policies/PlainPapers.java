// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.folkmoot.policies.InstantRunoff.OvervoteRule;
import org.folkmoot.policies.RankedChoice.Mode;
import org.folkmoot.policies.RankedChoice.Settings;

/** The ballots of a plain count of rankings, each by itself, with what it left with each winner. */
final class PlainPapers {
    private static final class Paper {
        private final List<List<String>> ranks;
        private final Map<String, BigDecimal> left = new HashMap<>();
        private Optional<String> holder = Optional.empty();
        private boolean ended = false;

        private Paper(List<List<String>> ranks) {
            this.ranks = ranks;
        }

        private BigDecimal value() {
            return BigDecimal.ONE.subtract(left.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    final List<String> names;
    final int seats;
    final int decimals;
    final List<String> gone = new ArrayList<>();
    final List<String> won = new ArrayList<>();
    private final Settings rules;
    private final boolean untilTwo;
    private final List<Paper> papers;
    private final Set<String> never;

    PlainPapers(List<String> all, Settings rules, List<List<List<String>>> ballots) {
        this.rules = rules;
        var excluded = rules.excludedCandidates().orElse(List.of());
        this.names = all.stream().filter(name -> !excluded.contains(name)).toList();
        this.seats = rules.numberOfWinners().orElse(1L).intValue();
        this.decimals = rules.decimalPlacesForVoteArithmetic().orElse(4L).intValue();
        this.untilTwo = rules.continueUntilTwoCandidatesRemain().orElse(false);
        this.papers = ballots.stream().map(Paper::new).toList();
        this.never = Set.copyOf(rules.neverWins().orElse(List.of()));
    }

    boolean may(String name) {
        return !never.contains(name);
    }

    boolean surpluses() {
        return seats > 1 && rules.winnerElectionMode().orElseThrow() != Mode.BOTTOMS_UP;
    }

    private boolean continuing(String name) {
        return names.contains(name) && !gone.contains(name) && (untilTwo || !won.contains(name));
    }

    void place() {
        papers.forEach(this::place);
    }

    private void place(Paper paper) {
        if (paper.ended || paper.holder.filter(this::continuing).isPresent()) {
            return;
        }
        paper.holder = Optional.empty();
        paper.ended = true;
        var last = 0;
        var seen = new HashSet<String>();
        for (var rank = 1; rank <= paper.ranks.size() && !(surpluses() && won.size() == seats); rank++) {
            var marks = paper.ranks.get(rank - 1);
            if (marks.isEmpty()) {
                continue;
            }
            var skipped = rank - last - 1;
            last = rank;
            var repeats = marks.stream().filter(mark -> !seen.add(mark)).count() > 0;
            var live = marks.stream().filter(this::continuing).toList();
            var over = switch (rules.overvoteRule().orElseThrow()) {
                case EXHAUST_IMMEDIATELY -> marks.size() > 1;
                case EXHAUST_IF_MULTIPLE_CONTINUING -> live.size() > 1;
                case ALWAYS_SKIP_TO_NEXT_RANK -> false;
            };
            if (skipped > rules.maxSkippedRanksAllowed().orElse(100L)
                    || (repeats && rules.exhaustOnDuplicateCandidate().orElse(false))
                    || over) {
                return;
            }
            var passes =
                    marks.size() > 1 && rules.overvoteRule().orElseThrow() == OvervoteRule.ALWAYS_SKIP_TO_NEXT_RANK;
            if (!live.isEmpty() && !passes) {
                paper.holder = Optional.of(live.getFirst());
                paper.ended = false;
                return;
            }
        }
    }

    Map<String, BigDecimal> tally() {
        var tally = new TreeMap<String, BigDecimal>();
        names.stream().filter(this::continuing).forEach(name -> tally.put(name, BigDecimal.ZERO));
        papers.forEach(paper -> paper.holder.ifPresent(name -> tally.merge(name, paper.value(), BigDecimal::add)));
        return tally;
    }

    BigDecimal held(String name, BigDecimal threshold, Map<String, BigDecimal> tally) {
        var kept = papers.stream()
                .map(paper -> paper.left.getOrDefault(name, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return surpluses()
                ? kept.min(kept.compareTo(threshold) > 0 ? threshold : kept)
                : tally.getOrDefault(name, BigDecimal.ZERO);
    }

    void elect(String name, BigDecimal held, BigDecimal threshold) {
        won.add(name);
        var above = held.subtract(threshold).max(BigDecimal.ZERO);
        if (surpluses()) {
            var part = above.signum() == 0 ? above : above.divide(held, decimals, RoundingMode.DOWN);
            papers.stream()
                    .filter(paper -> paper.holder.equals(Optional.of(name)))
                    .forEach(paper -> {
                        var moves = paper.value().multiply(part).setScale(decimals, RoundingMode.DOWN);
                        paper.left.put(name, paper.value().subtract(moves));
                    });
        }
    }
}
