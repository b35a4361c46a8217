// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.folkmoot.policy.Along;
import org.folkmoot.policy.Curve;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;

/** Thresholds that come down as time goes by. */
final class CurveTabulations {
    private static final BigInteger PARTS = BigInteger.valueOf(1_000_000_000);
    private static final Fraction HUNDRED = Fraction.of(100, 1);
    private static final Along TIME = new Along(Facts.ELAPSED, List.of(), List.of(), Optional.empty());
    private static final int SHOWN = 7;

    private CurveTabulations() {}

    static Answer threshold(TallyCase counted, TallyCheck check) {
        var curve = curve(check.parameters());
        var values = Answer.empty();
        values.set("thresholdPercent", percent(check.input().path("elapsedPpb"), curve::at));
        return Answer.of(values, "The threshold goes " + curve + ".");
    }

    static Answer inverse(TallyCase counted, TallyCheck check) {
        var curve = curve(check.parameters());
        var values = Answer.empty();
        values.set("earliestPassPercentOfPeriod", percent(check.input().path("approvalPpb"), curve::delay));
        return Answer.of(values, "The threshold goes " + curve + ".");
    }

    private static ArrayNode percent(JsonNode points, Function<Fraction, Fraction> curve) {
        var array = Answer.empty().arrayNode();
        for (var point : points) {
            var at = new Fraction(Numbers.amount(point), PARTS);
            array.add(Numbers.rounded(curve.apply(at).times(HUNDRED), SHOWN));
        }
        return array;
    }

    private static Curve curve(Parameters parameters) {
        return switch (parameters.need("kind").asText()) {
            case "stepped-decreasing" ->
                Counting.settings(() -> new Curve.Stepped(
                        TIME,
                        parameters.fraction("begin"),
                        parameters.fraction("end"),
                        parameters.fraction("step"),
                        parameters.fraction("period")));
            case "linear-decreasing" ->
                Counting.settings(() -> new Curve.Linear(
                        TIME,
                        parameters.fraction(either(parameters, "ceil", "begin")),
                        parameters.fraction(either(parameters, "floor", "end")),
                        parameters.has("length") ? parameters.fraction("length") : Fraction.of(1, 1)));
            case "reciprocal" -> reciprocal(parameters);
            case String other -> throw parameters.unknown("kind", other);
        };
    }

    private static String either(Parameters parameters, String one, String other) {
        return parameters.has(one) ? one : other;
    }

    // y = factor / (x + xOffset) + yOffset, by the three points that make it.
    private static Curve reciprocal(Parameters parameters) {
        var factor = parameters.fraction("factor");
        var across = parameters.fraction(either(parameters, "xOffset", "x_offset"));
        var up = parameters.fraction(either(parameters, "yOffset", "y_offset"));
        Function<Fraction, Fraction> at = x -> factor.over(x.plus(across)).plus(up);
        var half = Fraction.of(1, 2);
        return Counting.settings(() -> new Curve.Reciprocal(
                TIME, at.apply(Fraction.of(0, 1)), at.apply(Fraction.of(1, 1)), half, at.apply(half)));
    }
}
