// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.policy.Fraction;

/** Reads the shares that a policy remembers from poll to poll. */
final class TrendReader {
    private static final int MAX_TRENDS = 10;
    private static final int MAX_PLACES = 30;
    private static final int PLACES = 18;
    private static final Fraction ZERO = Fraction.of(0, 1);
    private static final Fraction ONE = Fraction.of(1, 1);

    private TrendReader() {}

    static Map<String, Trend> trends(Value value) {
        var trends = new LinkedHashMap<String, Trend>();
        var all = value.section().all();
        if (all.size() > MAX_TRENDS) {
            value.bad("There are more than " + MAX_TRENDS + " trends.", "", "");
        }
        for (var entry : all) {
            trends.put(entry.getKey(), trend(entry.getKey(), entry.getValue()));
        }
        return trends;
    }

    private static Trend trend(String name, Value value) {
        var section = value.section();
        var count = section.need("count").texts();
        var of = section.need("of").texts();
        var start = section.need("start").fraction();
        var weight = section.need("weight").fraction();
        var change = section.find("change").map(Value::fraction);
        var least = section.find("least").map(Value::fraction).orElse(ZERO);
        var most = section.find("most").map(Value::fraction).orElse(ONE);
        var places = section.find("places")
                .map(digits -> (int) digits.integer(0, MAX_PLACES))
                .orElse(PLACES);
        section.finish();
        try {
            return new Trend(name, count, of, start, weight, change, least, most, places);
        } catch (IllegalArgumentException e) {
            return value.bad("This is no trend: " + e.getMessage() + ".", "", standIn(name));
        }
    }

    private static Trend standIn(String name) {
        return new Trend(name, List.of(), List.of(), ZERO, ZERO, Optional.empty(), ZERO, ONE, PLACES);
    }
}
