// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.policy.Counted;

/**
 * Points for projects, which may have decimals and be below 0, as whole numbers from 0 of which the method makes the same
 * order: all are in units of 10^−decimals, and each ballot gives each project so many more that none is below 0.
 */
record BudgetPoints(int decimals, long more) {
    private static final BigDecimal MOST = BigDecimal.TEN.pow(12);
    private static final BigInteger MOST_TOGETHER = BigInteger.valueOf(1_000_000);
    private static final int MOST_DECIMALS = 6;

    static BudgetPoints of(TallyCase counted) {
        var decimals = 0;
        var least = BigDecimal.ZERO;
        for (var group : counted.groups()) {
            for (var project : group.get(1)) {
                if (project.isArray()) {
                    var points = points(project);
                    decimals = Math.max(decimals, points.stripTrailingZeros().scale());
                    least = least.min(points);
                }
            }
        }
        return new BudgetPoints(
                decimals, least.negate().movePointRight(decimals).longValueExact());
    }

    /** What a ballot gives to a project, as it is written. */
    static BigDecimal points(JsonNode project) {
        if (project.size() != 2) {
            throw new NotSupported("Points are given as [project, points], not as " + project + ".");
        }
        var said = project.get(1);
        var points = said.isNumber() ? said.decimalValue() : new BigDecimal(Numbers.amount(said));
        if (points.abs().compareTo(MOST) >= 0 || points.stripTrailingZeros().scale() > MOST_DECIMALS) {
            throw new NotSupported("Points are below " + MOST.toPlainString() + " and have at most " + MOST_DECIMALS
                    + " decimals, unlike " + said + ".");
        }
        return points;
    }

    /** Refuses points below 0, for rules that say nothing of them. */
    BudgetPoints fromZero() {
        if (more > 0) {
            throw new NotSupported(
                    "A ballot gives points below 0, and the rule of equal shares does not say what becomes of"
                            + " the share of whoever is against a project.");
        }
        return this;
    }

    /** The choice of a ballot for the method. */
    Object choice(JsonNode projects, int candidates) {
        if (decimals == 0 && more == 0 && projects.valueStream().noneMatch(JsonNode::isArray)) {
            return projects.valueStream().map(Numbers::number).toList();
        }
        var points = new LinkedHashMap<String, Object>();
        if (more > 0) {
            for (var project = 0; project < candidates; project++) {
                points.put(Integer.toString(project), more);
            }
        }
        for (var project : projects) {
            var named = project.isArray() ? project.get(0) : project;
            var given = project.isArray() ? points(project) : BigDecimal.ONE;
            points.put(named.asText(), given.movePointRight(decimals).longValueExact() + more);
        }
        checkSum(points);
        return points;
    }

    private void checkSum(Map<String, Object> points) {
        var sum = points.values().stream()
                .map(given -> new BigInteger(given.toString()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.compareTo(MOST_TOGETHER) > 0) {
            throw new NotSupported("A ballot gives " + new BigDecimal(sum, decimals).toPlainString() + " points"
                    + (more > 0 ? ", counted from the lowest that any gives," : "") + " and at most "
                    + new BigDecimal(MOST_TOGETHER, decimals).toPlainString() + " can be counted, with " + decimals
                    + " decimals.");
        }
    }

    /** The points of each project without those that were added. */
    Map<String, BigInteger> given(Map<String, BigInteger> counted, List<Counted> ballots) {
        var added = BigInteger.valueOf(more).multiply(power(ballots));
        var given = new LinkedHashMap<String, BigInteger>();
        counted.forEach((project, points) -> given.put(project, points.subtract(added)));
        return given;
    }

    /** A number of points that a project needs, as the method sees it. */
    long least(long points, List<Counted> ballots) {
        var least = BigInteger.valueOf(points)
                .multiply(BigInteger.TEN.pow(decimals))
                .add(BigInteger.valueOf(more).multiply(power(ballots)));
        if (least.bitLength() >= Long.SIZE) {
            throw new NotSupported("The points that a project needs are more than this counts: " + points + ".");
        }
        return least.longValueExact();
    }

    private static BigInteger power(List<Counted> ballots) {
        return ballots.stream().map(Counted::power).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
