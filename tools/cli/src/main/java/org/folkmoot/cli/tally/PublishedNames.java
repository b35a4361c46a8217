// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Names as a publisher writes them, who calls William Hannah BOYLE Willie Boyle, and in the publisher's order. */
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

    /**
     * What happens in one round happens at once, and reports differ in the order in which they name those whom it happens
     * to: it is theirs. Those whom they do not name come last.
     */
    static Comparator<String> order(Stream<JsonNode> published) {
        var names = published.map(JsonNode::asText).toList();
        return Comparator.comparingInt(name -> names.contains(name) ? names.indexOf(name) : names.size());
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
