// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.folkmoot.policy.Along;
import org.folkmoot.policy.Curve;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Threshold;

/**
 * Reads a threshold: a fraction such as {@code 1/2}, or a curve such as
 * {@code { curve: linear, begin: 1, end: 1/2, until: 17/28 }}.
 */
final class ThresholdReader {
    private static final int MAX_PLACES = 30;
    private static final Threshold STAND_IN = new Threshold.Fixed(Fraction.of(0, 1));

    private enum Kind {
        LINEAR,
        RECIPROCAL,
        STEPPED
    }

    private ThresholdReader() {}

    static Threshold read(Value value) {
        if (!value.isSection()) {
            return new Threshold.Fixed(value.fraction());
        }
        var section = value.section();
        var kind = section.need("curve").oneOf(Kind.class);
        var along = along(value, section);
        var begin = section.need("begin").fraction();
        var end = section.need("end").fraction();
        var threshold = switch (kind) {
            case LINEAR -> linear(value, section, along, begin, end);
            case RECIPROCAL -> reciprocal(value, section, along, begin, end);
            case STEPPED -> stepped(value, section, along, begin, end);
        };
        section.finish();
        return threshold;
    }

    private static Threshold linear(Value value, Section section, Along along, Fraction begin, Fraction end) {
        var until = section.find("until").map(Value::fraction).orElse(Fraction.of(1, 1));
        return made(value, () -> new Curve.Linear(along, begin, end, until));
    }

    private static Threshold reciprocal(Value value, Section section, Along along, Fraction begin, Fraction end) {
        var through = section.need("through").section();
        var at = through.need("at").fraction();
        var level = through.need("level").fraction();
        through.finish();
        return made(value, () -> new Curve.Reciprocal(along, begin, end, at, level));
    }

    private static Threshold stepped(Value value, Section section, Along along, Fraction begin, Fraction end) {
        var step = section.need("step").fraction();
        var every = section.need("every").fraction();
        return made(value, () -> new Curve.Stepped(along, begin, end, step, every));
    }

    private static Along along(Value value, Section section) {
        var rate = section.find("over").map(Value::text).orElse(Facts.ELAPSED);
        var count = section.find("count").map(Value::texts).orElse(List.of());
        var of = section.find("of").map(Value::texts).orElse(List.of());
        var places = section.find("places").map(digits -> (int) digits.integer(0, MAX_PLACES));
        try {
            return new Along(rate, count, of, places);
        } catch (IllegalArgumentException e) {
            return value.bad(said(e), "", new Along(rate, List.of(), List.of(), Optional.empty()));
        }
    }

    private static Threshold made(Value value, Supplier<Threshold> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            return value.bad(said(e), "", STAND_IN);
        }
    }

    private static String said(IllegalArgumentException refusal) {
        return "This is no curve: " + refusal.getMessage() + ".";
    }
}
