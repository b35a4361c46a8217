// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import java.util.LinkedHashMap;
import java.util.Map;

/** Equal ballots as one group each, up to a bound on how many different ones there are. */
final class Groups {
    private static final int MOST = 5_000_000;
    private static final long MOST_BALLOTS = 1_000_000_000_000L;

    private final String file;
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private long unit = 1;
    private long total = 0;

    Groups(String file) {
        this.file = file;
    }

    void add(String ballot, long count, long line) {
        if (count < 1 || count / unit > MOST_BALLOTS) {
            throw new BadFile(file, line, "a ballot is there from 1 to " + MOST_BALLOTS + " times, not " + count);
        }
        try {
            total = Math.addExact(total, count);
        } catch (ArithmeticException e) {
            throw tooMany(line);
        }
        counts.merge(ballot, count, Long::sum);
        if (counts.size() > MOST) {
            throw new BadFile(file, line, "there are more than " + MOST + " different ballots");
        }
    }

    private BadFile tooMany(long line) {
        return new BadFile(file, line, "there are too many ballots together");
    }

    /** Makes a thousand ballots of each, or how many times more it is: so many are one from now on. */
    void multiply(long times, long line) {
        try {
            total = Math.multiplyExact(total, times);
        } catch (ArithmeticException e) {
            throw tooMany(line);
        }
        unit *= times;
        counts.replaceAll((_, count) -> count * times);
    }

    /** How many ballots there are together. */
    long total() {
        return total;
    }

    Map<String, Long> counts() {
        return counts;
    }

    /** A ballot whose candidates have other numbers. */
    static String renumbered(String ballot, int[] places) {
        var written = new StringBuilder(ballot.length());
        for (var at = 0; at < ballot.length(); ) {
            if (!Character.isDigit(ballot.charAt(at))) {
                written.append(ballot.charAt(at++));
                continue;
            }
            var number = 0;
            for (; Character.isDigit(ballot.charAt(at)); at++) {
                number = number * 10 + Character.digit(ballot.charAt(at), 10);
            }
            written.append(places[number]);
        }
        return written.toString();
    }
}
