// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.InvalidQuestion;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.VotingMethod;

/**
 * Counts a choice of {@code "for"}, {@code "against"} or {@code "abstain"}.
 *
 * <p>It only counts. Whether abstentions help to reach a quorum, and what a majority is a majority of, is what the
 * rules of the policy say.
 */
public final class ForAgainstAbstain implements VotingMethod<ForAgainstAbstain.Settings> {
    private static final List<String> CHOICES = List.of("for", "against", "abstain");

    /** There is nothing to set. */
    public record Settings() {}

    @Override
    public String id() {
        return "for-against-abstain";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public List<String> counts() {
        return CHOICES;
    }

    @Override
    public void checkQuestion(Question question, Settings settings) {
        if (!question.options().isEmpty()) {
            throw new InvalidQuestion("A question answered with for, against or abstain has no options.");
        }
    }

    @Override
    public void check(Object choice, Question question, Settings settings) {
        if (!(choice instanceof String text && CHOICES.contains(text))) {
            throw new InvalidChoice("The choice is one of \"for\", \"against\" and \"abstain\".");
        }
    }

    @Override
    public Result tally(Iterable<Counted> ballots, Question question, Settings settings) {
        var counts = new LinkedHashMap<String, BigInteger>();
        CHOICES.forEach(choice -> counts.put(choice, BigInteger.ZERO));
        var cast = 0L;
        for (var group : ballots) {
            cast = Math.addExact(cast, group.ballots());
            counts.merge((String) group.choice(), group.power(), BigInteger::add);
        }
        var words = "For %s, against %s, abstain %s."
                .formatted(counts.get("for"), counts.get("against"), counts.get("abstain"));
        return new Result(cast, List.of(), counts, List.of(), words);
    }

    @Override
    public boolean countsAreChoices(Settings settings) {
        return true;
    }
}
