// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.reach;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the point with the least cost that satisfies inequalities, by the dual simplex method in whole numbers.
 *
 * <p>Everything is kept over one common denominator, which each pivot divides exactly, so nothing is ever rounded. All
 * variables are at least zero, and no cost is below zero, so the start needs no first phase. Bland's rule chooses, so it
 * comes to an end.
 */
final class Dictionary {
    private final int variables;
    // A row for each inequality and one for the cost; column 0 is the constant, the others are what is zero for now.
    private final List<BigInteger[]> rows = new ArrayList<>();
    private final int[] inRow;
    private final int[] inColumn;
    private BigInteger denominator = BigInteger.ONE;

    private Dictionary(List<BigInteger> costs, List<Inequality> inequalities) {
        variables = costs.size();
        inColumn = new int[variables + 1];
        for (var i = 0; i < variables; i++) {
            inColumn[i + 1] = i;
        }
        inRow = new int[inequalities.size()];
        for (var i = 0; i < inRow.length; i++) {
            inRow[i] = variables + i;
            rows.add(row(inequalities.get(i)));
        }
        var cost = new BigInteger[variables + 1];
        cost[0] = BigInteger.ZERO;
        for (var i = 0; i < variables; i++) {
            cost[i + 1] = costs.get(i);
        }
        rows.add(cost);
    }

    /** A point as whole numbers over one denominator; nothing if there is none, or the budget is used up. */
    record Point(List<BigInteger> numerators, BigInteger denominator) {}

    static Optional<Point> cheapest(List<BigInteger> costs, List<Inequality> inequalities, Budget budget) {
        var dictionary = new Dictionary(costs, inequalities);
        while (true) {
            var row = dictionary.violated();
            if (row < 0) {
                return Optional.of(dictionary.point());
            }
            var column = dictionary.entering(row);
            if (column < 0 || !budget.spend(dictionary.rows.size())) {
                return Optional.empty();
            }
            dictionary.pivot(row, column);
        }
    }

    private BigInteger[] row(Inequality inequality) {
        var row = new BigInteger[variables + 1];
        row[0] = inequality.least().negate();
        for (var i = 0; i < variables; i++) {
            row[i + 1] = inequality.coefficient(i);
        }
        return row;
    }

    private int violated() {
        var found = -1;
        for (var i = 0; i < inRow.length; i++) {
            if (rows.get(i)[0].signum() < 0 && (found < 0 || inRow[i] < inRow[found])) {
                found = i;
            }
        }
        return found;
    }

    // The smallest cost for what it gains; of equals, the first variable.
    private int entering(int row) {
        var found = -1;
        var cost = rows.getLast();
        var gain = rows.get(row);
        for (var j = 1; j <= variables; j++) {
            if (gain[j].signum() <= 0) {
                continue;
            }
            if (found < 0) {
                found = j;
                continue;
            }
            var order = cost[j].multiply(gain[found]).compareTo(cost[found].multiply(gain[j]));
            if (order < 0 || order == 0 && inColumn[j] < inColumn[found]) {
                found = j;
            }
        }
        return found;
    }

    private void pivot(int row, int column) {
        var pivot = rows.get(row)[column];
        var turned = rows.get(row).clone();
        for (var i = 0; i < rows.size(); i++) {
            if (i == row) {
                continue;
            }
            var other = rows.get(i);
            var factor = other[column];
            for (var j = 0; j <= variables; j++) {
                if (j != column) {
                    other[j] = pivot.multiply(other[j])
                            .subtract(factor.multiply(turned[j]))
                            .divide(denominator);
                }
            }
        }
        for (var j = 0; j <= variables; j++) {
            rows.get(row)[j] = j == column ? denominator : turned[j].negate();
        }
        denominator = pivot;
        var left = inRow[row];
        inRow[row] = inColumn[column];
        inColumn[column] = left;
    }

    private Point point() {
        var values = new ArrayList<BigInteger>();
        for (var i = 0; i < variables; i++) {
            values.add(BigInteger.ZERO);
        }
        for (var i = 0; i < inRow.length; i++) {
            if (inRow[i] < variables) {
                values.set(inRow[i], rows.get(i)[0]);
            }
        }
        return new Point(values, denominator);
    }
}
