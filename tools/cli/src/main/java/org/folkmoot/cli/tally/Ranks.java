// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rankings as cases write them: a rank is a candidate's number, a list of them, or null for no mark; in records of ballots
 * as they were marked also {@code "O"}, for several marks that were not recorded. What is none of these is never passed
 * over: it may have been a vote.
 */
final class Ranks {
    /** An overvote of which the record does not say whom it names. */
    static final String OVERVOTE = "overvote";

    private Ranks() {}

    /** The ranks of a ballot: each a list of candidates, or {@link #OVERVOTE}. */
    static List<Object> of(JsonNode ranking, TallyCase counted) {
        if (!ranking.isArray()) {
            throw new NotSupported("A ranking is a list of ranks, not " + ranking + ".");
        }
        return ranking.valueStream().map(rank -> rank(rank, counted)).toList();
    }

    private static Object rank(JsonNode rank, TallyCase counted) {
        var marked = counted.format().equals("ranked-cvr");
        if (marked && rank.isTextual() && rank.asText().equals("O")) {
            return OVERVOTE;
        }
        if (rank.isNull()) {
            return List.of();
        }
        var marks = rank.isArray() ? rank.valueStream() : Stream.of(rank);
        return marks.map(mark -> {
                    if (!isOption(mark, counted.candidates().size())) {
                        throw new NotSupported("A rank is a candidate's number, a list of them"
                                + (marked ? ", null or \"O\"" : " or null") + ", not " + rank + ".");
                    }
                    return mark.asLong();
                })
                .toList();
    }

    /** What the ranks of a ballot say about the order of candidates. */
    static List<Object> order(List<Object> ranks) {
        var seen = new HashSet<Object>();
        var order = new ArrayList<Object>();
        for (var rank : ranks) {
            var level = rank instanceof List<?> marks
                    ? marks.stream().filter(seen::add).toList()
                    : List.of();
            if (!level.isEmpty()) {
                order.add(level);
            }
        }
        return order;
    }

    /** The ranks of a ballot without those that have no mark, or only that of a candidate who was ranked before. */
    static List<Object> marked(List<Object> ranks) {
        var seen = new HashSet<Object>();
        var marked = new ArrayList<Object>();
        for (var rank : ranks) {
            var marks =
                    rank instanceof List<?> named ? named.stream().distinct().toList() : List.of();
            if (rank.equals(OVERVOTE)) {
                marked.add(rank);
            } else if (marks.size() > 1 || (marks.size() == 1 && seen.add(marks.getFirst()))) {
                marked.add(marks);
            }
        }
        return marked;
    }

    /** Whether a ballot has several marks at a rank, recorded or not. */
    static boolean isOvervoted(Object ranks) {
        return ranks instanceof List<?> all
                && all.stream().anyMatch(rank -> !(rank instanceof List<?> marks) || marks.size() > 1);
    }

    /** Whether this is the number of one of so many options. */
    static boolean isOption(JsonNode mark, int options) {
        return mark.isIntegralNumber() && mark.canConvertToInt() && mark.asInt() >= 0 && mark.asInt() < options;
    }
}
