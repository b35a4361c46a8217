// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.io.Serial;
import java.math.BigDecimal;

/** Takes a number for a whole one if it is, however it is written: many programs write 10 as {@code 10.0} or {@code 1e1}. */
final class WholeNumbers extends JsonNodeFactory {
    @Serial
    private static final long serialVersionUID = 1;

    // 1e999999999 is short, and would take the whole memory if it were written out.
    private static final int MOST_DIGITS = 400;

    @Override
    public ValueNode numberNode(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        if (plain.scale() > 0 || (long) plain.precision() - plain.scale() > MOST_DIGITS) {
            return super.numberNode(number);
        }
        var whole = plain.toBigIntegerExact();
        return whole.bitLength() < Integer.SIZE ? numberNode(whole.intValue()) : numberNode(whole);
    }
}
