// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.math.BigInteger;

/** One named number in a rule's trace. */
public record OperandEntry(String name, BigInteger value) {
    public OperandEntry {
        Fields.text("name", name);
        Fields.given("value", value);
    }
}
