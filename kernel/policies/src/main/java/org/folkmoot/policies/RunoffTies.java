// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Round;

/** Decides between options that hold the same, by the rule that the policy states, and says so. */
final class RunoffTies {
    private final Question question;
    private final InstantRunoff.Settings settings;
    private final List<Round> before;

    RunoffTies(Question question, InstantRunoff.Settings settings, List<Round> before) {
        this.question = question;
        this.settings = settings;
        this.before = before;
    }

    int winner(BitSet tied, RunoffPiles piles, List<String> words) {
        var winner = tied.stream().boxed().max(strength()).orElseThrow();
        words.add(words(tied, piles.tally(winner)) + " " + question.options().get(winner) + " is elected.");
        return winner;
    }

    int loser(BitSet tied, RunoffPiles piles, List<String> words) {
        var loser = tied.stream().boxed().min(strength()).orElseThrow();
        words.add(words(tied, piles.tally(loser)) + " " + question.options().get(loser) + " goes out.");
        return loser;
    }

    private String words(BitSet tied, BigInteger level) {
        var names = tied.stream().mapToObj(question.options()::get).collect(Collectors.joining(", "));
        return "Tied at %s: %s. By %s:"
                .formatted(
                        level,
                        names,
                        switch (settings.ties()) {
                            case ORDER -> "the order of the options";
                            case REVERSE_ORDER -> "the order of the options, the last one first";
                            case PREVIOUS_ROUNDS -> "the previous rounds, then the order of the options";
                            case LOT -> "lot, the SHA-256 of seed, title and option";
                        });
    }

    private Comparator<Integer> strength() {
        Comparator<Integer> namedEarlier = Comparator.reverseOrder();
        Comparator<Integer> first = switch (settings.ties()) {
            case ORDER -> namedEarlier;
            case REVERSE_ORDER -> namedEarlier.reversed();
            case PREVIOUS_ROUNDS -> this::comparePreviousRounds;
            case LOT -> Comparator.comparing(this::lot);
        };
        return first.thenComparing(namedEarlier);
    }

    private int comparePreviousRounds(Integer one, Integer other) {
        for (var round : before.reversed()) {
            var tally = round.tally();
            var compared = held(tally, one).compareTo(held(tally, other));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private BigInteger held(Map<String, BigInteger> tally, int option) {
        return tally.getOrDefault(question.options().get(option), BigInteger.ZERO);
    }

    private BigInteger lot(Integer option) {
        return Ties.lot(
                settings.seed().orElseThrow(),
                question.title(),
                question.options().get(option));
    }
}
