// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.folkmoot.policy.Round;

/** Says what happened in a round. */
final class RoundWords {
    private RoundWords() {}

    static List<String> of(Round round, int decimals) {
        var lines = new ArrayList<String>();
        var threshold = round.threshold().signum() == 0 ? "" : ", threshold " + shown(round.threshold(), decimals);
        lines.add("Round " + round.number() + threshold + ": " + powers(round.tally(), decimals));
        var inactive = round.inactive().entrySet().stream()
                .filter(entry -> entry.getValue().signum() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (!inactive.isEmpty()) {
            lines.add("  no longer counted: " + powers(inactive, decimals));
        }
        if (!round.elected().isEmpty()) {
            lines.add("  elected: " + String.join(", ", round.elected()));
        }
        if (!round.eliminated().isEmpty()) {
            lines.add("  out: " + String.join(", ", round.eliminated()));
        }
        round.transfers().forEach((from, to) -> {
            if (!to.isEmpty()) {
                lines.add("  from " + from + " to " + powers(to, decimals));
            }
        });
        if (!round.words().isEmpty()) {
            lines.add("  " + round.words());
        }
        return lines;
    }

    private static String powers(Map<String, BigInteger> powers, int decimals) {
        return powers.entrySet().stream()
                .map(entry -> entry.getKey() + " " + shown(entry.getValue(), decimals))
                .collect(Collectors.joining(", "));
    }

    private static String shown(BigInteger units, int decimals) {
        return units.signum() == 0
                ? "0"
                : new BigDecimal(units, decimals).stripTrailingZeros().toPlainString();
    }
}
