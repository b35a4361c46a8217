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
    private static final Fraction NONE = Fraction.of(0, 1);
    private static final Fraction HALF = Fraction.of(1, 2);
    private static final Fraction WHOLE = Fraction.of(1, 1);
    private static final Along TIME = new Along(Facts.ELAPSED, List.of(), List.of(), Optional.empty());
    private static final int SHOWN = 7;

    private CurveTabulations() {}

    /** A curve that has come down to where it ends {@code until} then: all the time, or a part of it. */
    private record Way(Curve curve, Fraction until) {
        Fraction at(Fraction time) {
            return curve.at(time.over(until)).min(WHOLE);
        }

        Fraction delay(Fraction level) {
            return curve.delay(level).times(until);
        }
    }

    static Answer threshold(TallyCase counted, TallyCheck check) {
        var way = way(check.parameters());
        var values = Answer.empty();
        values.set("thresholdPercent", percent(check.input().path("elapsedPpb"), way::at));
        return Answer.of(values, "The threshold goes " + way.curve() + ".");
    }

    static Answer inverse(TallyCase counted, TallyCheck check) {
        var way = way(check.parameters());
        var values = Answer.empty();
        values.set("earliestPassPercentOfPeriod", percent(check.input().path("approvalPpb"), way::delay));
        return Answer.of(values, "The threshold goes " + way.curve() + ".");
    }

    private static ArrayNode percent(JsonNode points, Function<Fraction, Fraction> curve) {
        var array = Answer.empty().arrayNode();
        for (var point : points) {
            var at = new Fraction(Numbers.amount(point), PARTS);
            array.add(Numbers.rounded(curve.apply(at).times(HUNDRED), SHOWN));
        }
        return array;
    }

    private static Way way(Parameters parameters) {
        return parameters.need("kind").asText().equals("reciprocal")
                ? Counting.settings(() -> reciprocal(parameters))
                : new Way(curve(parameters), WHOLE);
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
                        parameters.has("length") ? parameters.fraction("length") : WHOLE));
            case String other -> throw parameters.unknown("kind", other);
        };
    }

    private static String either(Parameters parameters, String one, String other) {
        return parameters.has(one) ? one : other;
    }

    // y = factor / (x + xOffset) + yOffset, by the three points that make it.
    // With an offset below 0 it may come down to 0 before the end; there it stays.
    private static Way reciprocal(Parameters parameters) {
        var factor = parameters.fraction("factor");
        var across = parameters.fraction(either(parameters, "xOffset", "x_offset"));
        var offset = parameters.signed(either(parameters, "yOffset", "y_offset"));
        if (across.numerator().signum() == 0) {
            throw new NotSupported("A reciprocal curve with the xOffset 0 has no beginning.");
        }
        var below = offset.over().signum() < 0;
        var by = new Fraction(offset.over().abs(), offset.under());
        var until = below ? factor.over(by).minus(across).min(WHOLE) : WHOLE;
        Function<Fraction, Fraction> at = part -> {
            var above = factor.over(part.times(until).plus(across));
            return below ? above.minus(by) : above.plus(by);
        };
        return new Way(new Curve.Reciprocal(TIME, at.apply(NONE), at.apply(WHOLE), HALF, at.apply(HALF)), until);
    }
}
