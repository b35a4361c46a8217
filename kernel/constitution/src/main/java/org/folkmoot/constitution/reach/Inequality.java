// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.reach;

import java.math.BigInteger;
import java.util.List;

/**
 * A half-space of whole numbers: the sum of each variable times its coefficient is at least a bound.
 *
 * @param coefficients by the number of the variable; those that are missing at the end are zero
 * @param least the bound
 */
record Inequality(List<BigInteger> coefficients, BigInteger least) {
    Inequality {
        coefficients = List.copyOf(coefficients);
    }

    BigInteger coefficient(int variable) {
        return variable < coefficients.size() ? coefficients.get(variable) : BigInteger.ZERO;
    }
}
