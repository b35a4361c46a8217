// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.reach;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.policy.Sums;

/** What names stand for where a question is asked: numbers if they are known, and variables in whole numbers if not. */
final class Ground {
    /** More groups of holders than this are taken as one whose powers nobody knows. */
    private static final int MAX_GROUPS = 12;

    private final Map<String, Affine> names = new LinkedHashMap<>();
    private final List<Inequality> given = new ArrayList<>();
    private final List<BigInteger> costs = new ArrayList<>();
    private final boolean exact;

    private Ground(boolean exact) {
        this.exact = exact;
    }

    /** A roll that is known. Where its powers are, ballots are whole members'; else any part of the power may be cast. */
    static Ground of(Roll roll, List<String> counts) {
        var groups = roll.holders().stream()
                .filter(some -> some.power().signum() > 0 && some.members() > 0)
                .toList();
        var split = !groups.isEmpty() && groups.size() <= MAX_GROUPS;
        var ground = new Ground(split || roll.power().signum() == 0);
        ground.names.put(Sums.ROLL, Affine.constant(roll.power()));
        ground.names.put(Sums.MEMBERS, Affine.constant(BigInteger.valueOf(roll.members())));
        roll.measures().forEach((name, value) -> ground.names.put(name, Affine.constant(value)));
        counts.forEach(count -> ground.names.put(count, Affine.ZERO));
        if (split) {
            groups.forEach(some -> ground.cast(counts, some.power(), BigInteger.valueOf(some.members())));
        } else {
            ground.cast(counts, BigInteger.ONE, roll.power());
        }
        return ground;
    }

    /** Every roll of at least so much power, beside any measures. The cheapest answer is about the smallest roll. */
    static Ground any(List<String> counts, Set<String> measures, boolean equals, long least) {
        var ground = new Ground(equals && measures.isEmpty());
        var roll = ground.fresh(BigInteger.ONE);
        ground.names.put(Sums.ROLL, roll);
        ground.given.add(roll.atLeast(least));
        var members = equals ? roll : ground.fresh(BigInteger.ZERO);
        ground.names.put(Sums.MEMBERS, members);
        ground.given.add(members.atLeast(1));
        measures.forEach(name -> ground.names.put(name, ground.fresh(BigInteger.ZERO)));
        var left = roll;
        for (var count : counts) {
            var cast = ground.fresh(BigInteger.ZERO);
            ground.names.put(count, cast);
            left = left.minus(cast);
        }
        ground.given.add(left.atLeast(0));
        return ground;
    }

    private void cast(List<String> counts, BigInteger power, BigInteger most) {
        var left = Affine.constant(most);
        for (var count : counts) {
            var cast = fresh(BigInteger.ONE);
            names.merge(count, cast.times(power), Affine::plus);
            left = left.minus(cast);
        }
        given.add(left.atLeast(0));
    }

    Affine fresh(BigInteger cost) {
        costs.add(cost);
        return Affine.variable(costs.size() - 1);
    }

    /** Whether every answer in whole numbers is one that members can give. */
    boolean exact() {
        return exact;
    }

    List<Inequality> given() {
        return given;
    }

    List<BigInteger> costs() {
        return costs;
    }

    /** What a name stands for; nothing if there is no such name. */
    Optional<Affine> find(String name) {
        return Optional.ofNullable(names.get(name));
    }

    /** What the sum of names stands for; nothing if one of them is unknown. */
    Optional<Affine> sum(List<String> summands) {
        var sum = Affine.ZERO;
        for (var name : summands) {
            var found = find(name);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(found.get());
        }
        return Optional.of(sum);
    }
}
