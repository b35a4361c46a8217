// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.math.BigInteger;

/** A named number in a trace: {@code for} = 25, {@code roll} = 100. */
public record Operand(String name, BigInteger value) {}
