// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import java.util.LinkedHashMap;
import java.util.Map;

/** How many of everything a file says that it has: one that was cut off is not counted as if it were whole. */
final class Declared {
    private final Map<String, Long> numbers = new LinkedHashMap<>();

    void say(String what, long number) {
        numbers.put(what, number);
    }

    /** Refuses a file that says another number than was read; it need not say any. */
    void check(String what, long read, Lines lines) {
        var said = numbers.getOrDefault(what, read);
        if (said != read) {
            throw lines.bad("the file says that it has " + said + " " + what + ", not " + read);
        }
    }
}
