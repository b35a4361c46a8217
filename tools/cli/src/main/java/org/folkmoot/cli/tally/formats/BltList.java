// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The ballots of a file in the format BLT, as far as they are read: how often there is each. */
final class BltList {
    private static final Pattern WEIGHT = Pattern.compile("[0-9]{1,12}(?:\\.[0-9]{1,6})?");

    private final Lines lines;
    private final BltOptions options;
    private final Groups groups;
    private int decimals = 0;

    BltList(Lines lines, BltOptions options) {
        this.lines = lines;
        this.options = options;
        this.groups = new Groups(lines.file());
    }

    /** Adds a ballot with its weight and what stands at each rank: {@code 3}, {@code 1=2}, or {@code -} for nobody. */
    void add(String weight, List<String> ranks) {
        var levels = new ArrayList<String>();
        for (var rank : ranks) {
            levels.add(rank.equals("-") ? "null" : level(rank));
        }
        while (!levels.isEmpty() && levels.getLast().equals("null")) {
            levels.removeLast();
        }
        groups.add("[" + String.join(",", levels) + "]", weight(weight), lines.number());
    }

    private String level(String rank) {
        var marks = new ArrayList<String>();
        for (var mark : rank.split("=", -1)) {
            marks.add(Integer.toString(options.candidate(mark)));
        }
        return marks.size() == 1 ? marks.getFirst() : "[" + String.join(",", marks) + "]";
    }

    /** A weight in the smallest unit that any weight so far has needed. */
    private long weight(String said) {
        var weight = WEIGHT.matcher(said);
        if (!weight.matches()) {
            throw lines.bad("the weight of a ballot is a number with at most 6 decimals, not '" + said + "'");
        }
        var number = new BigDecimal(said);
        var needed = Math.max(0, number.stripTrailingZeros().scale());
        if (needed > decimals) {
            groups.multiply(BigInteger.TEN.pow(needed - decimals).longValueExact(), lines.number());
            decimals = needed;
        }
        return number.movePointRight(decimals).longValueExact();
    }

    Map<String, Long> counts() {
        return groups.counts();
    }

    int decimals() {
        return decimals;
    }
}
