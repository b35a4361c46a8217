// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.Duration;
import java.util.Optional;
import org.folkmoot.constitution.Delegating.Counts;
import org.folkmoot.constitution.Delegating.Model;
import org.folkmoot.constitution.Delegating.Overflow;
import org.folkmoot.constitution.Delegating.Overriding;
import org.folkmoot.constitution.Delegating.Visible;
import org.folkmoot.policy.Fraction;

/** Reads how members of a body may delegate. */
final class DelegatingReader {
    private static final int MAX_DELEGATES = 100;
    private static final int MAX_DEPTH = 1_000;
    private static final int FOLLOWED = 15;
    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final Fraction ALL = Fraction.of(1, 1);

    private DelegatingReader() {}

    static Delegating read(Section section) {
        var model = section.find("model").map(value -> value.oneOf(Model.class)).orElse(Model.PROXY);
        var delegates = section.find("delegates")
                .map(value -> (int) value.integer(1, MAX_DELEGATES))
                .orElse(model == Model.FOLLOWING ? FOLLOWED : 1);
        var counts =
                section.find("counts").map(value -> value.oneOf(Counts.class)).orElse(Counts.CLOSE);
        var lasts = section.find("lasts").map(DelegatingReader::lasts);
        var visible =
                section.find("visible").map(value -> value.oneOf(Visible.class)).orElse(Visible.PUBLIC);
        // Whoever follows passes no power on, so there is nothing to bound.
        var passes = model == Model.PROXY;
        var depth = passes
                ? section.find("depth").map(value -> (int) value.integer(1, MAX_DEPTH))
                : Optional.<Integer>empty();
        var override = passes
                ? section.find("override")
                        .map(value -> value.oneOf(Overriding.class))
                        .orElse(Overriding.ALL)
                : Overriding.OWN;
        var most = passes ? section.find("most").map(DelegatingReader::most) : Optional.<Fraction>empty();
        var overflow = most.isPresent()
                ? section.find("overflow")
                        .map(value -> value.oneOf(Overflow.class))
                        .orElse(Overflow.SHARED)
                : Overflow.SHARED;
        section.finish();
        return new Delegating(model, delegates, depth, override, counts, lasts, most, overflow, visible);
    }

    private static Duration lasts(Value value) {
        var lasts = value.duration();
        return lasts.isZero() || lasts.compareTo(LONGEST) > 0
                ? value.bad(
                        "A delegation lasts for some time, and at most for " + LONGEST.toDays() + " days.", "", lasts)
                : lasts;
    }

    private static Fraction most(Value value) {
        var most = value.fraction();
        var isShare = most.numerator().signum() > 0 && most.compareTo(ALL) <= 0;
        return isShare ? most : value.bad("The most is more than nothing and at most all.", "", ALL);
    }
}
