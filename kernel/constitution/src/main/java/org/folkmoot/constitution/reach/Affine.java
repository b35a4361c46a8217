// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.reach;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** A constant and a sum of variables, each with its coefficient: what a name such as {@code for} or {@code roll} stands for. */
record Affine(List<BigInteger> coefficients, BigInteger constant) {
    static final Affine ZERO = constant(BigInteger.ZERO);

    Affine {
        coefficients = List.copyOf(coefficients);
    }

    static Affine constant(BigInteger value) {
        return new Affine(List.of(), value);
    }

    static Affine variable(int number) {
        var coefficients = new ArrayList<BigInteger>();
        for (var i = 0; i < number; i++) {
            coefficients.add(BigInteger.ZERO);
        }
        coefficients.add(BigInteger.ONE);
        return new Affine(coefficients, BigInteger.ZERO);
    }

    boolean isConstant() {
        return coefficients.stream().allMatch(coefficient -> coefficient.signum() == 0);
    }

    Affine plus(Affine other) {
        var sums = new ArrayList<BigInteger>();
        for (var i = 0; i < Math.max(coefficients.size(), other.coefficients.size()); i++) {
            sums.add(coefficient(i).add(other.coefficient(i)));
        }
        return new Affine(sums, constant.add(other.constant));
    }

    Affine plus(BigInteger number) {
        return new Affine(coefficients, constant.add(number));
    }

    Affine times(BigInteger factor) {
        return new Affine(coefficients.stream().map(factor::multiply).toList(), constant.multiply(factor));
    }

    Affine minus(Affine other) {
        return plus(other.times(BigInteger.ONE.negate()));
    }

    /** The condition that it is at least so much. */
    Inequality atLeast(long bound) {
        return new Inequality(coefficients, BigInteger.valueOf(bound).subtract(constant));
    }

    /** The condition that it is at most so much. */
    Inequality atMost(long bound) {
        return times(BigInteger.ONE.negate()).atLeast(-bound);
    }

    BigInteger at(List<BigInteger> values) {
        var sum = constant;
        for (var i = 0; i < coefficients.size(); i++) {
            sum = sum.add(coefficients.get(i).multiply(values.get(i)));
        }
        return sum;
    }

    private BigInteger coefficient(int variable) {
        return variable < coefficients.size() ? coefficients.get(variable) : BigInteger.ZERO;
    }
}
