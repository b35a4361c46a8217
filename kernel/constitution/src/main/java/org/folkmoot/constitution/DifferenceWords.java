// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folkmoot.policy.Fraction;
import org.folkmoot.record.Json;

/** Says a difference as people do: "policy 'spend': quorum rises from 1/4 to 1/3". */
final class DifferenceWords {
    private static final int LONGEST = 300;
    private static final int BEFORE = 40;
    private static final Map<String, String> THINGS =
            Map.of("assets", "asset", "accounts", "account", "roles", "role", "bodies", "body", "policies", "policy");

    private DifferenceWords() {}

    static String of(List<String> path, Optional<Json> before, Optional<Json> after) {
        var thing = path.size() > 1 ? THINGS.get(path.getFirst()) : null;
        if (thing != null && path.size() == 2) {
            return whole(thing + " '" + path.get(1) + "'", before, after);
        }
        var subject = thing == null ? path.getFirst() : thing + " '" + path.get(1) + "'";
        var rest = path.subList(thing == null ? 1 : 2, path.size());
        var place = rest.isEmpty() ? "" : ": " + place(rest);
        return subject + place + " " + change(before, after);
    }

    static String added(String policy, Optional<String> before) {
        return "new policy '" + policy + "' " + place(before);
    }

    static String moved(String policy, Optional<String> before) {
        return "policy '" + policy + "' now stands " + place(before);
    }

    private static String place(Optional<String> before) {
        return before.map(other -> "before '" + other + "'").orElse("last");
    }

    private static String whole(String what, Optional<Json> before, Optional<Json> after) {
        return before.isEmpty()
                ? "new " + what
                : after.isEmpty() ? what + " is removed" : what + " " + change(before, after);
    }

    // The operator is part of the number: "quorum rises from 1/4 to 1/3".
    private static String place(List<String> names) {
        var operator = List.of("atLeast", "moreThan").contains(names.getLast());
        var shown = operator && names.size() > 1 ? names.subList(0, names.size() - 1) : names;
        return String.join(" ", shown);
    }

    private static String change(Optional<Json> before, Optional<Json> after) {
        if (before.isEmpty()) {
            return "is now " + shown(after);
        }
        if (after.isEmpty()) {
            return "is no longer said; it was " + shown(before);
        }
        var old = whole(before.get());
        var now = whole(after.get());
        var same = sameBeginning(old, now);
        var fromTo = " from " + cut(old, same) + " to " + cut(now, same);
        return compared(before.get(), after.get())
                .map(order -> order == 0
                        ? "is written " + shown(after) + " instead of " + shown(before)
                        : (order < 0 ? "rises" : "falls") + fromTo)
                .orElse("changes" + fromTo);
    }

    private static Optional<Integer> compared(Json before, Json after) {
        if (before instanceof Json.Int(long old) && after instanceof Json.Int(long now)) {
            return Optional.of(Long.compare(old, now));
        }
        var durations = Durations.read(text(before))
                .flatMap(old -> Durations.read(text(after)).map(old::compareTo));
        return durations.or(
                () -> fraction(before).flatMap(old -> fraction(after).map(old::compareTo)));
    }

    private static Optional<Fraction> fraction(Json value) {
        try {
            return Optional.of(Fraction.parse(text(value)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String text(Json value) {
        return value instanceof Json.Obj || value instanceof Json.Arr
                ? ""
                : value.plain().toString();
    }

    private static String shown(Optional<Json> value) {
        return value.map(DifferenceWords::shown).orElse("nothing");
    }

    private static String shown(Json value) {
        return cut(whole(value), 0);
    }

    /** So many characters stand at the beginning of both. */
    private static int sameBeginning(String one, String other) {
        var at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    /** What is long is shown from its beginning, or from a little before the first place that matters if that is far. */
    private static String cut(String words, int matters) {
        var length = words.codePointCount(0, words.length());
        if (length <= LONGEST) {
            return words;
        }
        var place = words.codePointCount(0, Math.min(matters, words.length()));
        var from = place < LONGEST / 2 ? 0 : Math.min(place - BEFORE, length - LONGEST);
        var to = Math.min(length, from + LONGEST);
        return (from > 0 ? "…" : "")
                + words.substring(words.offsetByCodePoints(0, from), words.offsetByCodePoints(0, to))
                + (to < length ? "…" : "");
    }

    private static String whole(Json value) {
        return switch (value) {
            // What would move the words around on a screen is not shown.
            case Json.Str(String text) ->
                isBare(text)
                        ? text
                        : "'" + text.replaceAll("[\\p{Cc}\\p{Cf}]+", " ").strip() + "'";
            case Json.Int(long number) -> Long.toString(number);
            case Json.Bool(boolean truth) -> Boolean.toString(truth);
            case Json.Arr(List<Json> items) ->
                items.stream().map(DifferenceWords::whole).collect(Collectors.joining(", ", "[", "]"));
            case Json.Obj(Map<String, Json> members) ->
                members.entrySet().stream()
                        .map(member -> member.getKey() + ": " + whole(member.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    /** A name, a number, a fraction or a duration needs no quotes. */
    private static boolean isBare(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "-./".indexOf(c) >= 0));
    }
}
