// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.InvalidQuestion;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.VotingMethod;

/**
 * Counts votes that weigh more the longer the voter ties up what they are cast with.
 *
 * <p>A choice is {@code {"vote": "for", "conviction": 5, "units": 2}}: 2 units of power at the multiplier of conviction
 * 5. Without {@code units} it casts all the power, without {@code conviction} it casts at 0, and {@code "for"} alone
 * means both. A split choice names units instead, such as {@code {"for": 5, "against": 5}}, always at conviction 0.
 *
 * <p>The counts {@code for}, {@code against} and {@code abstain} are weighed, each part of a ballot rounded down;
 * {@code support} is the power of for and abstain as it is.
 */
public final class Conviction implements VotingMethod<Conviction.Settings> {
    /** The names of the votes. */
    static final List<String> VOTES = List.of("for", "against", "abstain");

    private static final List<String> COUNTS = List.of("for", "against", "abstain", "support");
    private static final List<String> OPEN_GOV = List.of("1/10", "1", "2", "3", "4", "5", "6");

    /**
     * What conviction is worth. It may be left out.
     *
     * @param multipliers the multiplier of each conviction, from 0; else {@code [1/10, 1, 2, 3, 4, 5, 6]}
     */
    public record Settings(Optional<List<String>> multipliers) {
        public Settings {
            multipliers = multipliers.map(List::copyOf);
            var written = multipliers.orElse(OPEN_GOV);
            if (written.isEmpty() || written.size() > 100) {
                throw new IllegalArgumentException("multipliers has from 1 to 100 fractions");
            }
            written.forEach(Fraction::parse);
        }

        /** Leaves everything out. */
        public static Settings defaults() {
            return new Settings(Optional.empty());
        }

        List<Fraction> table() {
            return multipliers.orElse(OPEN_GOV).stream().map(Fraction::parse).toList();
        }
    }

    @Override
    public String id() {
        return "conviction";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public List<String> counts(Settings settings) {
        return COUNTS;
    }

    @Override
    public boolean mergesPowers(Settings settings) {
        return false;
    }

    @Override
    public void checkQuestion(Question question, Settings settings) {
        if (!question.options().isEmpty()) {
            throw new InvalidQuestion("A question answered with for, against or abstain has no options.");
        }
    }

    @Override
    public void check(Object choice, Question question, Settings settings) {
        ConvictionBallot.of(choice, settings.table().size());
    }

    @Override
    public void checkPower(Object choice, BigInteger power, Question question, Settings settings) {
        var cast =
                Weights.sum(ConvictionBallot.of(choice, settings.table().size()).units(power));
        if (cast.compareTo(power) > 0) {
            throw new InvalidChoice("The choice casts " + cast + " of a power of " + power + ".");
        }
    }

    @Override
    public Result tally(Iterable<Counted> ballots, Question question, Settings settings) {
        var table = settings.table();
        var counts = new LinkedHashMap<String, BigInteger>();
        COUNTS.forEach(count -> counts.put(count, BigInteger.ZERO));
        var cast = 0L;
        for (var group : ballots) {
            cast = Math.addExact(cast, group.ballots());
            var ballot = ConvictionBallot.of(group.choice(), table.size());
            var units = ballot.units(group.each());
            // More than the power: it should have been refused, and counts for nothing.
            if (Weights.sum(units).compareTo(group.each()) > 0) {
                continue;
            }
            var multiplier = table.get(ballot.conviction());
            for (var vote = 0; vote < VOTES.size(); vote++) {
                var weighed = units.get(vote).multiply(multiplier.numerator()).divide(multiplier.denominator());
                add(counts, VOTES.get(vote), weighed, group);
            }
            add(counts, "support", units.get(0).add(units.get(2)), group);
        }
        var words = "For %s, against %s, abstain %s; support %s."
                .formatted(counts.get("for"), counts.get("against"), counts.get("abstain"), counts.get("support"));
        return new Result(cast, List.of(), counts, List.of(), words);
    }

    private static void add(LinkedHashMap<String, BigInteger> counts, String name, BigInteger each, Counted group) {
        counts.merge(name, each.multiply(BigInteger.valueOf(group.ballots())), BigInteger::add);
    }
}
