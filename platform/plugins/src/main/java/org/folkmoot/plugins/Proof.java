// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.plugins;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Operand;
import org.folkmoot.policy.TraceLine;

/** Does a trace's sum again, the way its readers do. */
final class Proof {
    private static final Pattern BOUNDARY = Pattern.compile("([0-9]{1,1300})(?:/([0-9]{1,1300}))?");

    private Proof() {}

    /** Whether the trace shows that the rule passes: a share of nothing never does. */
    static boolean holds(TraceLine line) {
        var boundary = BOUNDARY.matcher(line.boundary());
        if (!boundary.matches() || sum(line.denominator()).signum() == 0) return false;
        var below = boundary.group(2) == null ? BigInteger.ONE : new BigInteger(boundary.group(2));
        if (below.signum() == 0) return false;
        var share = new Fraction(new BigInteger(boundary.group(1)), below);
        var part = sum(line.numerator());
        return switch (line.operator()) {
            case "atLeast" -> share.reachedBy(part, BigInteger.ONE);
            case "moreThan" -> share.exceededBy(part, BigInteger.ONE);
            default -> false;
        };
    }

    private static BigInteger sum(List<Operand> operands) {
        return operands.stream().map(Operand::value).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
