// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

/** Names as a publisher writes them, who calls William Hannah BOYLE Willie Boyle. */
final class PublishedNames {
    private static final List<BiPredicate<String, String>> ALIKE = List.of(
            String::equals,
            (one, other) -> last(one).equals(last(other)) && first(one).equals(first(other)),
            (one, other) -> last(one).equals(last(other)));

    private PublishedNames() {}

    /** How a candidate is called there; the name itself where no published one can only be theirs. */
    static String of(String candidate, List<String> published, List<String> candidates) {
        for (var alike : ALIKE) {
            var found = published.stream()
                    .filter(name -> alike.test(plain(name), plain(candidate)))
                    .filter(name -> candidates.stream()
                                    .filter(other -> alike.test(plain(name), plain(other)))
                                    .count()
                            == 1)
                    .toList();
            if (found.size() == 1) {
                return found.getFirst();
            }
        }
        return candidate;
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    private static String first(String name) {
        return name.split(" ", 2)[0];
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }
}
