// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.util.List;
import org.folkmoot.policy.Operand;
import org.folkmoot.policy.Threshold;

/** Says in a sentence what a {@link Share} compared, and how it came out. */
final class ShareWords {
    private ShareWords() {}

    static String of(ShareSides sides, Share.Settings settings, String share, String boundary) {
        if (!sides.known()) {
            return "Nothing says how far along the curve " + settings.threshold() + " we are: fails.";
        }
        var counted = names(sides.numerator());
        if (settings.of().isEmpty()) {
            return counted + " is " + sides.part() + ", " + compared(sides) + " " + boundary
                    + (sides.reached() ? ": passes." : ": fails.");
        }
        var whole = names(sides.denominator());
        if (sides.whole().signum() <= 0) {
            return whole + " is " + sides.whole() + ", and a share of nothing is never reached: fails.";
        }
        return counted + " is " + sides.part() + ", " + compared(sides) + " " + share + " of " + whole + " ("
                + sides.whole() + "), which is " + boundary + rounding(settings) + curve(settings)
                + (sides.reached() ? ": passes." : ": fails.");
    }

    private static String compared(ShareSides sides) {
        if (sides.strict()) {
            return sides.reached() ? "more than" : "not more than";
        }
        return sides.reached() ? "at least" : "less than";
    }

    private static String rounding(Share.Settings settings) {
        return settings.round()
                .map(how -> switch (how) {
                    case UP -> " rounded up";
                    case DOWN -> " rounded down";
                    case NEAREST -> " rounded to the nearest";
                })
                .orElse("");
    }

    private static String curve(Share.Settings settings) {
        return settings.threshold() instanceof Threshold.Fixed ? "" : " on the curve " + settings.threshold();
    }

    private static String names(List<Operand> operands) {
        var names = new StringBuilder();
        for (var operand : operands) {
            names.append(names.isEmpty() ? "" : " + ").append(operand.name());
        }
        return names.toString();
    }
}
