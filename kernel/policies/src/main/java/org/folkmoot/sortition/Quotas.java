// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sortition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many members of a panel must have each property.
 *
 * @param of the bounds by stratum, such as age, and by property within it, such as 30-44
 */
public record Quotas(Map<String, Map<String, Bounds>> of) {
    /** From so many to so many members. */
    public record Bounds(int least, int most) {
        public Bounds {
            if (least < 0 || most < least) {
                throw new IllegalArgumentException(
                        "a quota goes from 0 or more upwards, not [" + least + "," + most + "]");
            }
        }
    }

    /** No quotas: every panel is as good. */
    public static final Quotas NONE = new Quotas(Map.of());

    public Quotas {
        // In one order, so that the panel does not hang on the one in which they are written down.
        var copy = new TreeMap<String, Map<String, Bounds>>();
        of.forEach((stratum, bounds) -> copy.put(stratum, Collections.unmodifiableMap(new TreeMap<>(bounds))));
        of = Collections.unmodifiableMap(copy);
    }

    /** The same with other bounds for one property. */
    public Quotas with(String stratum, String property, Bounds bounds) {
        var changed = new LinkedHashMap<>(of);
        var within = new LinkedHashMap<>(changed.getOrDefault(stratum, Map.of()));
        within.put(property, bounds);
        changed.put(stratum, within);
        return new Quotas(changed);
    }

    /** The bounds of a property; nothing if it is not among those that the quotas name. */
    Optional<Bounds> bounds(String stratum, String property) {
        return Optional.ofNullable(of.getOrDefault(stratum, Map.of()).get(property));
    }
}
