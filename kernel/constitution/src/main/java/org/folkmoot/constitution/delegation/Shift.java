// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.delegation;

import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What changes in groups of ballots, so that what comes and goes alike is not told. */
final class Shift {
    private record Lot(Object choice, BigInteger power) {}

    private final Map<Lot, Long> lots = new LinkedHashMap<>();

    void add(Collection<Carried> ballots, long times) {
        for (var ballot : ballots) {
            if (ballot.power().signum() > 0) {
                lots.merge(new Lot(ballot.choice(), ballot.power()), times, Long::sum);
            }
        }
    }

    void tell(Delegated.Groups groups) {
        lots.forEach((lot, more) -> {
            if (more != 0) {
                groups.add(lot.choice, more, lot.power.multiply(BigInteger.valueOf(more)));
            }
        });
    }
}
