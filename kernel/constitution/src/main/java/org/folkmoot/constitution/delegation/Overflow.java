// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.delegation;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.Delegating;

/** Divides the most that one ballot may carry for others among those whom it would carry. */
final class Overflow {
    private Overflow() {}

    /**
     * How much is carried of each; all of it, if together that is not more than the most.
     *
     * @param powers what each would have carried, in the order in which they delegated
     */
    static Map<String, BigInteger> carried(
            Map<String, BigInteger> powers, BigInteger most, Delegating.Overflow overflow) {
        var all = powers.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (all.compareTo(most) <= 0) {
            return powers;
        }
        return switch (overflow) {
            case SHARED -> shared(powers, most, all);
            case LATEST -> latest(powers, most);
        };
    }

    private static Map<String, BigInteger> latest(Map<String, BigInteger> powers, BigInteger most) {
        var carried = new LinkedHashMap<String, BigInteger>();
        var left = most;
        for (var power : powers.entrySet()) {
            var part = power.getValue().min(left);
            carried.put(power.getKey(), part);
            left = left.subtract(part);
        }
        return carried;
    }

    private static Map<String, BigInteger> shared(Map<String, BigInteger> powers, BigInteger most, BigInteger all) {
        var carried = new LinkedHashMap<String, BigInteger>();
        powers.forEach((principal, power) ->
                carried.put(principal, power.multiply(most).divide(all)));
        var missing = most.subtract(carried.values().stream().reduce(BigInteger.ZERO, BigInteger::add))
                .intValueExact();
        // A stable order: whoever delegated first comes first among equals.
        Comparator<Map.Entry<String, BigInteger>> larger =
                Comparator.comparing(power -> power.getValue().multiply(most).mod(all), Comparator.reverseOrder());
        List.copyOf(powers.entrySet()).stream()
                .sorted(larger)
                .limit(missing)
                .forEach(power -> carried.merge(power.getKey(), BigInteger.ONE, BigInteger::add));
        return carried;
    }
}
