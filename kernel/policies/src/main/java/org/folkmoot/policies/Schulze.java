// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.InvalidQuestion;
import org.folkmoot.policy.Question;

/**
 * Compares options by their strongest paths of duels won, where a path is as strong as its weakest duel.
 *
 * <p>With a default option, such as doing nothing, it counts as Debian does: an option that does not beat the default,
 * with the majority and the quorum that the settings ask for, is dropped before the count.
 */
public final class Schulze extends DuelMethod<Schulze.Settings> {
    /**
     * How to read rankings and compare. Everything may be left out.
     *
     * @param strength how strong a duel is; else {@code winning-votes}
     * @param unranked what a ranking says about options that it leaves out; else {@code last}
     * @param completeRankings whether a ballot must rank every option at a rank of its own; else it need not
     * @param defaultOption the option that every other one has to beat; else there is none
     * @param majority how many times the power for the default an option must have (≥); always more (>); else 1
     * @param quorum the power that must at least prefer an option to the default (≥); else 0
     * @param tie who wins a tie; else {@code order}
     * @param seed the text that {@code lot} draws from, given with it and only then
     */
    public record Settings(
            Optional<Strength> strength,
            Optional<Unranked> unranked,
            Optional<Boolean> completeRankings,
            Optional<String> defaultOption,
            Optional<Fraction> majority,
            Optional<Long> quorum,
            Optional<TieRule> tie,
            Optional<String> seed) {
        public Settings {
            Ties.of(tie, seed);
            if (defaultOption.isEmpty() && (majority.isPresent() || quorum.isPresent())) {
                throw new IllegalArgumentException("majority and quorum compare with a defaultOption");
            }
            if (quorum.orElse(0L) < 0) {
                throw new IllegalArgumentException("quorum is 0 or more");
            }
        }
    }

    @Override
    public String id() {
        return "schulze";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public void checkQuestion(Question question, Settings settings) {
        super.checkQuestion(question, settings);
        if (settings.defaultOption()
                .filter(name -> !question.options().contains(name))
                .isPresent()) {
            throw new InvalidQuestion("'" + settings.defaultOption().get() + "' must be one of the options.");
        }
    }

    @Override
    Common common(Settings settings) {
        return new Common(
                settings.unranked().orElse(Unranked.LAST),
                settings.completeRankings().orElse(false),
                Ties.of(settings.tie(), settings.seed()));
    }

    /** How many others each option beats by its paths. */
    @Override
    List<BigInteger> scores(Duels duels, BigInteger power, Settings settings) {
        var paths = paths(duels, measure(settings));
        return IntStream.range(0, duels.options())
                .mapToObj(one -> BigInteger.valueOf(IntStream.range(0, duels.options())
                        .filter(other -> paths[one][other].compareTo(paths[other][one]) > 0)
                        .count()))
                .toList();
    }

    @Override
    public List<List<Integer>> ranking(Duels duels, BigInteger power, Question question, Settings settings) {
        var kept = IntStream.range(0, duels.options())
                .filter(option -> survives(option, duels, question, settings))
                .boxed()
                .toList();
        var paths = paths(duels.among(kept), measure(settings));
        var tiers = Tiers.byRelation(kept.size(), (one, other) -> paths[one][other].compareTo(paths[other][one]) > 0);
        var named = new ArrayList<List<Integer>>();
        tiers.forEach(tier -> named.add(tier.stream().map(kept::get).toList()));
        return named;
    }

    private static boolean survives(int option, Duels duels, Question question, Settings settings) {
        if (settings.defaultOption().isEmpty()) {
            return true;
        }
        var status = question.options().indexOf(settings.defaultOption().get());
        var inFavor = duels.prefer(option, status);
        return option == status
                || (defeats(duels, option, status, settings.majority().orElse(Fraction.of(1, 1)))
                        && inFavor.compareTo(
                                        BigInteger.valueOf(settings.quorum().orElse(0L)))
                                >= 0);
    }

    /** Whether an option defeats the default by a majority: so many times the power for that at least, and more. */
    public static boolean defeats(Duels duels, int option, int status, Fraction majority) {
        return duels.beats(option, status)
                && majority.reachedBy(duels.prefer(option, status), duels.prefer(status, option));
    }

    private interface Measure {
        BigInteger of(Duels duels, int one, int other);
    }

    // By Debian's constitution (A.6), of two defeats by equal votes the one with more opposition is the weaker.
    private static Measure measure(Settings settings) {
        var strength = settings.strength().orElse(Strength.WINNING_VOTES);
        return settings.defaultOption().isPresent() && strength == Strength.WINNING_VOTES
                ? Schulze::votesThenOpposition
                : strength::of;
    }

    private static BigInteger votesThenOpposition(Duels duels, int one, int other) {
        return duels.beats(one, other)
                ? duels.prefer(one, other)
                        .multiply(duels.largest().add(BigInteger.ONE))
                        .add(duels.largest())
                        .subtract(duels.prefer(other, one))
                : BigInteger.ZERO;
    }

    /** The strength of the strongest path from each option to each other one. */
    public static BigInteger[][] paths(Duels duels, Strength strength) {
        return paths(duels, (Measure) strength::of);
    }

    private static BigInteger[][] paths(Duels duels, Measure strength) {
        var options = duels.options();
        var paths = new BigInteger[options][options];
        for (var one = 0; one < options; one++) {
            for (var other = 0; other < options; other++) {
                paths[one][other] = strength.of(duels, one, other);
            }
        }
        for (var through = 0; through < options; through++) {
            for (var one = 0; one < options; one++) {
                for (var other = 0; other < options; other++) {
                    paths[one][other] = paths[one][other].max(paths[one][through].min(paths[through][other]));
                }
            }
        }
        return paths;
    }
}
