// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.InvalidQuestion;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.VotingMethod;

/**
 * Counts a choice of {@code "for"}, {@code "against"} or {@code "abstain"}, or of the names that the policy gives
 * instead, such as a {@code "veto"} beside them.
 *
 * <p>It only counts. Whether abstentions help to reach a quorum, and what a majority is a majority of, is what the
 * rules of the policy say.
 */
public final class ForAgainstAbstain implements VotingMethod<ForAgainstAbstain.Settings> {
    private static final List<String> CHOICES = List.of("for", "against", "abstain");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** What {@link Split#UNITS} calls the power that a ballot keeps back. */
    static final String UNCAST = "uncast";

    /** Whether a ballot may divide its power. A name alone always gives all of it. */
    public enum Split {
        /** It may not. */
        NONE,
        /**
         * In proportion: {@code {"for": 2, "abstain": 1}} gives two thirds and one third. The exact shares of all
         * ballots are added, and only the counts are made whole, by largest remainder.
         */
        SHARES,
        /**
         * In units of power: {@code {"for": 2, "abstain": 1}} gives 2 and 1, and what is left stays uncast. A list of
         * these is spent one after the other; a name at its end gets the rest.
         */
        UNITS
    }

    /**
     * What may be chosen. Everything may be left out.
     *
     * @param choices the names to choose from, two or more; else {@code for}, {@code against} and {@code abstain}
     * @param split whether a ballot may divide its power; else {@code none}
     */
    public record Settings(Optional<List<String>> choices, Optional<Split> split) {
        public Settings {
            choices = choices.map(List::copyOf);
            var names = choices.orElse(CHOICES);
            if (names.size() < 2 || names.size() != new HashSet<>(names).size()) {
                throw new IllegalArgumentException("choices are two or more different names");
            }
            if (names.contains(UNCAST)
                    || !names.stream().allMatch(name -> NAME.matcher(name).matches())) {
                throw new IllegalArgumentException("a choice has a name in kebab-case other than uncast");
            }
        }

        /** Leaves everything out. */
        public static Settings defaults() {
            return new Settings(Optional.empty(), Optional.empty());
        }

        List<String> names() {
            return choices.orElse(CHOICES);
        }

        Split splitting() {
            return split.orElse(Split.NONE);
        }
    }

    @Override
    public String id() {
        return "for-against-abstain";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public List<String> counts(Settings settings) {
        var counts = new ArrayList<>(settings.names());
        if (settings.splitting() == Split.UNITS) {
            counts.add(UNCAST);
        }
        return counts;
    }

    @Override
    public boolean mergesPowers(Settings settings) {
        return settings.splitting() != Split.UNITS;
    }

    @Override
    public void checkQuestion(Question question, Settings settings) {
        if (!question.options().isEmpty()) {
            throw new InvalidQuestion(
                    "A question answered with " + String.join(", ", settings.names()) + " has no options.");
        }
    }

    @Override
    public void check(Object choice, Question question, Settings settings) {
        var ballot = SplitBallot.of(choice, settings);
        if (settings.splitting() == Split.SHARES) {
            Shares.check(ballot.parts());
        }
    }

    @Override
    public void checkPower(Object choice, BigInteger power, Question question, Settings settings) {
        // Weights give out all of the power, whatever they add up to.
        if (settings.splitting() != Split.UNITS) {
            return;
        }
        var spent = SplitBallot.of(choice, settings).spent();
        if (spent.compareTo(power) > 0) {
            throw new InvalidChoice("The choice gives out " + spent + " of a power of " + power + ".");
        }
    }

    @Override
    public Result tally(Iterable<Counted> ballots, Question question, Settings settings) {
        var names = settings.names();
        var shares = new Shares(names.size());
        var uncast = BigInteger.ZERO;
        var cast = 0L;
        for (var group : ballots) {
            cast = Math.addExact(cast, group.ballots());
            var ballot = SplitBallot.of(group.choice(), settings);
            switch (settings.splitting()) {
                case NONE, SHARES -> shares.add(ballot.weights(), group.power());
                case UNITS -> {
                    var given = ballot.given(group.each());
                    shares.addAll(given, group.ballots());
                    uncast =
                            uncast.add(group.each().subtract(Weights.sum(given)).multiply(many(group)));
                }
            }
        }
        var counts = new LinkedHashMap<String, BigInteger>();
        var rounded = shares.rounded(0);
        names.forEach(name -> counts.put(name, rounded.get(counts.size())));
        if (settings.splitting() == Split.UNITS) {
            counts.put(UNCAST, uncast);
        }
        return new Result(cast, List.of(), counts, List.of(), words(counts));
    }

    private static BigInteger many(Counted group) {
        return BigInteger.valueOf(group.ballots());
    }

    private static String words(LinkedHashMap<String, BigInteger> counts) {
        var words = counts.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", ", "", "."));
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    @Override
    public boolean countsAreChoices(Settings settings) {
        return true;
    }

    @Override
    public boolean roundsCounts(Settings settings) {
        return settings.splitting() == Split.SHARES;
    }
}
