// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.limiting;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.folkmoot.constitution.SpendingLimit;
import org.folkmoot.constitution.SpendingLimit.Of;
import org.folkmoot.constitution.SpendingLimit.Span;

/** Limits in crowns, and a till that has enough of them. */
final class Crowns {
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    static final Span MONTHLY = new Span.Every(Period.ofMonths(1));
    static final Of TREASURY = new Of.From("treasury");

    private Crowns() {}

    static SpendingLimit limit(Of of, String most, Span span) {
        return new SpendingLimit(of, "SKR", Till.SKR.minor(most).orElseThrow(), span);
    }

    static Till till(SpendingLimit... limits) {
        var till = new Till(ZoneOffset.UTC, limits);
        till.fund("treasury", "SKR", "100000.00");
        till.fund("events", "SKR", "100000.00");
        return till;
    }
}
