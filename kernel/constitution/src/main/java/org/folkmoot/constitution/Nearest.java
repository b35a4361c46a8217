// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Guesses what somebody meant to write. */
public final class Nearest {
    private Nearest() {}

    /** The known word that is nearest to what was written, or nothing if none is near. */
    public static String to(String written, Collection<String> known) {
        if (written.length() > 64) {
            return "";
        }
        var small = written.toLowerCase(Locale.ROOT);
        var allowed = written.length() < 5 ? 1 : Math.max(2, written.length() / 4);
        return known.stream()
                .filter(word -> distance(small, word.toLowerCase(Locale.ROOT)) <= allowed)
                .min(Comparator.comparingInt((String word) -> distance(small, word.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .or(() -> known.stream()
                        .filter(word -> small.length() > 3 && begins(word, small))
                        .sorted()
                        .findFirst())
                .orElse("");
    }

    private static boolean begins(String word, String small) {
        return word.toLowerCase(Locale.ROOT).startsWith(small);
    }

    // Levenshtein's distance; two letters that changed places count once.
    private static int distance(String a, String b) {
        var before = new int[b.length() + 1];
        var previous = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var current = new int[b.length() + 1];
            current[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(previous[j - 1] + same, 1 + Math.min(previous[j], current[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], before[j - 2] + 1);
                }
            }
            before = previous;
            previous = current;
        }
        return previous[b.length()];
    }
}
