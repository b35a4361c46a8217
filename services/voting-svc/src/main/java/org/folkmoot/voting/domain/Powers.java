// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The power of each member of a roll by place. Few powers are distinct, so each distinct one is kept once. */
final class Powers {
    private final List<BigInteger> distinct;
    private final int[] which;
    private final BigInteger sum;

    private Powers(List<BigInteger> distinct, int[] which, BigInteger sum) {
        this.distinct = distinct;
        this.which = which;
        this.sum = sum;
    }

    BigInteger at(int place) {
        return distinct.get(which.length == 0 ? 0 : which[place]);
    }

    BigInteger sum() {
        return sum;
    }

    static final class Builder {
        private final Map<BigInteger, Integer> known = new HashMap<>();
        private final List<BigInteger> distinct = new ArrayList<>();
        private int[] which = {};
        private int size;
        private BigInteger sum = BigInteger.ZERO;

        void add(BigInteger power) {
            if (power.signum() <= 0) throw new IllegalArgumentException("on a roll everybody has power, not " + power);
            int index = known.computeIfAbsent(power, value -> {
                distinct.add(value);
                return distinct.size() - 1;
            });
            // Nothing is written down until a second power turns up: all places so far have the first one, 0.
            if (index > 0) {
                if (which.length <= size) which = Arrays.copyOf(which, Math.max(16, size + size / 2 + 1));
                which[size] = index;
            }
            size++;
            sum = sum.add(power);
        }

        Powers build() {
            return new Powers(List.copyOf(distinct), which.length == 0 ? which : Arrays.copyOf(which, size), sum);
        }
    }
}
