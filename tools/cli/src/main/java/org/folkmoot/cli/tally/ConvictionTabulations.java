// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.regex.Pattern;
import org.folkmoot.policies.ConvictionVoting;
import org.folkmoot.policy.Fraction;

/** Conviction voting as 1Hive has it. */
final class ConvictionTabulations {
    private static final Pattern PART = Pattern.compile("^([0-9./]+) of supply$");
    private static final Pattern INFINITE = Pattern.compile("(?i)\\+?inf(?:inity|inite)?");
    private static final Fraction NOTHING = Fraction.of(0, 1);
    private static final int SHOWN = 3;
    private static final MathContext DIGITS = new MathContext(10);

    private ConvictionTabulations() {}

    static Answer accumulate(TallyCase counted, TallyCheck check) {
        var parameters = check.parameters();
        parameters.words("formula", "y(t) = y0*a^t + x*(1-a^t)/(1-a)");
        parameters.oneOf("rounding", "nearest integer");
        var voting =
                Counting.settings(() -> new ConvictionVoting(parameters.fraction("alpha"), NOTHING, NOTHING, NOTHING));
        var conviction = conviction(voting, check, "stake");
        var values = Answer.empty();
        values.set("conviction", Numbers.rounded(conviction, 0));
        return Answer.of(
                values,
                "The conviction is " + Numbers.rounded(conviction, SHOWN).asText() + ".");
    }

    private static Fraction conviction(ConvictionVoting voting, TallyCheck check, String stake) {
        var before = new Fraction(whole(check, "initialConviction"), BigInteger.ONE);
        var blocks = whole(check, "blocks").longValueExact();
        return Counting.settings(() -> voting.conviction(before, whole(check, stake), blocks));
    }

    private static BigInteger whole(TallyCheck check, String name) {
        var said = check.input().path(name);
        return Numbers.amountOrNothing(said);
    }

    static Answer threshold(TallyCase counted, TallyCheck check) {
        var parameters = check.parameters();
        parameters.words("formula", "max(active, min)*rho/(1-alpha)/(beta-share)^2");
        var least = parameters
                .matched("minThresholdStake", PART)
                .flatMap(match -> Numbers.fraction(match.group(1)))
                .orElse(NOTHING);
        var voting = Counting.settings(() -> new ConvictionVoting(
                parameters.fraction("alpha"), parameters.fraction("maxRatio"), parameters.fraction("weight"), least));
        var conviction = conviction(voting, check, "proposalStake");
        var needed = voting.threshold(
                whole(check, "requested"), whole(check, "funds"), whole(check, "activeStake"), whole(check, "supply"));
        var values = Answer.empty();
        values.put(
                "executable",
                needed.map(threshold -> conviction.compareTo(threshold) > 0).orElse(false));
        needed.ifPresentOrElse(
                threshold -> values.set(
                        "threshold", shown(threshold, check.expected().path("threshold"))),
                () -> values.set("threshold", never(check.expected().path("threshold"))));
        values.set("conviction", shown(conviction, check.expected().path("conviction")));
        return Answer.of(
                values,
                "The conviction is " + values.path("conviction").asText() + ", and more than "
                        + values.path("threshold").asText() + " is needed.");
    }

    /** That no conviction is enough, which JSON has no number for: null, unless it was published in words. */
    private static JsonNode never(JsonNode published) {
        return INFINITE.matcher(published.asText()).matches() ? published : NullNode.getInstance();
    }

    /**
     * A number with as many decimals as were published, and three at least. Those that programs publish with more come out of
     * floating point, and are right to ten digits, to which 1Hive compares them.
     */
    private static JsonNode shown(Fraction number, JsonNode published) {
        if (!published.isNumber() || published.decimalValue().scale() <= SHOWN) {
            return Numbers.rounded(number, SHOWN);
        }
        var rounded = Numbers.rounded(number, published.decimalValue().scale());
        return rounded.decimalValue()
                                .round(DIGITS)
                                .compareTo(published.decimalValue().round(DIGITS))
                        == 0
                ? published
                : rounded;
    }
}
