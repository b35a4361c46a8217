// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.polls;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.folkmoot.cli.client.Usage;

/**
 * Ballots of a poll in the formats of PrefLib, equal ones together, each as often as it has power; options are counted from 1. What
 * ballots carry by delegation is not in it. Of a ranking it keeps the order alone: a rank without an option, an option that is ranked
 * again and an overvote that names none are left out, and counted as {@link #simplified}.
 */
final class PrefLibBallots {
    /** What PrefLib keeps, and what a file of it is called. */
    enum Kind {
        /** Rankings, in which options can be level or left out. */
        TOI("rankings", "ORDERS"),
        /** Options in categories: those that a ballot approves, and the others. */
        CAT("approvals", "PREFERENCES");

        private final String words;
        private final String counted;

        Kind(String words, String counted) {
            this.words = words;
            this.counted = counted;
        }
    }

    private final Kind kind;
    private final JsonNode question;
    private final int options;
    private final Map<String, BigInteger> ballots = new LinkedHashMap<>();
    private long simplified;

    PrefLibBallots(Kind kind, JsonNode question) {
        this.kind = kind;
        this.question = question;
        this.options = question.path("options").size();
    }

    /** Adds a ballot as often as it has power: PrefLib knows no other weight. */
    void add(JsonNode choice, BigInteger power) {
        if (!choice.isArray()) {
            throw new Usage("PrefLib keeps " + kind.words + ", and the ballots of this poll are none.");
        }
        ballots.merge(kind == Kind.TOI ? order(choice) : categories(choice), power, BigInteger::add);
    }

    void print(PrintStream out) {
        out.println("# TITLE: " + question.path("question").asText());
        out.println("# DATA TYPE: " + (kind == Kind.TOI ? "toi" : "cat"));
        out.println("# NUMBER ALTERNATIVES: " + options);
        for (var option = 1; option <= options; option++) {
            out.println("# ALTERNATIVE NAME " + option + ": "
                    + question.path("options").path(option - 1).asText());
        }
        if (kind == Kind.CAT) {
            out.println("# NUMBER CATEGORIES: 2");
            out.println("# CATEGORY NAME 1: Approved");
            out.println("# CATEGORY NAME 2: Not approved");
        }
        out.println("# NUMBER VOTERS: " + ballots.values().stream().reduce(BigInteger.ZERO, BigInteger::add));
        out.println("# NUMBER UNIQUE " + kind.counted + ": " + ballots.size());
        ballots.forEach((ballot, count) -> out.println(count + ": " + ballot));
    }

    /** How many ballots had more than PrefLib keeps. */
    long simplified() {
        return simplified;
    }

    /** A ranking is a list of levels; what approves is a list of options. */
    private String order(JsonNode choice) {
        var levels = new ArrayList<String>();
        var ranked = new HashSet<Integer>();
        var whole = true;
        for (var level : choice) {
            if (!level.isArray() && !level.asText().equals("overvote")) {
                throw new Usage("The ballots of this poll are approvals: write them with --format preflib-cat.");
            }
            var marks = marks(level);
            var fresh = marks.stream().filter(ranked::add).toList();
            if (!fresh.isEmpty()) {
                levels.add(together(fresh, fresh.size() == 1));
            }
            whole &= !fresh.isEmpty() && fresh.size() == marks.size();
        }
        if (!whole) {
            simplified++;
        }
        return String.join(",", levels);
    }

    private String categories(JsonNode choice) {
        var approved = marks(choice);
        var others = IntStream.rangeClosed(1, options)
                .boxed()
                .filter(option -> !approved.contains(option))
                .toList();
        return together(approved.stream().sorted().toList(), false) + "," + together(others, false);
    }

    private static String together(List<Integer> marks, boolean alone) {
        var joined = String.join(",", marks.stream().map(Object::toString).toList());
        return alone ? joined : "{" + joined + "}";
    }

    private List<Integer> marks(JsonNode level) {
        var marks = new ArrayList<Integer>();
        for (var option : level) {
            if (!option.isIntegralNumber() || option.asInt() < 0 || option.asInt() >= options) {
                throw new Usage("PrefLib has no place in " + kind.words + " for a mark that is no option: " + option);
            }
            marks.add(option.asInt() + 1);
        }
        return marks;
    }
}
