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

    static String moved(String policy, Optional<String> before) {
        return "policy '" + policy + "' now stands "
                + before.map(other -> "before '" + other + "'").orElse("last");
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
        var fromTo = " from " + shown(before) + " to " + shown(after);
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
        var words = switch (value) {
            // What would move the words around on a screen is not shown.
            case Json.Str(String text) ->
                isBare(text)
                        ? text
                        : "'" + text.replaceAll("[\\p{Cc}\\p{Cf}]+", " ").strip() + "'";
            case Json.Int(long number) -> Long.toString(number);
            case Json.Bool(boolean truth) -> Boolean.toString(truth);
            case Json.Arr(List<Json> items) ->
                items.stream().map(DifferenceWords::shown).collect(Collectors.joining(", ", "[", "]"));
            case Json.Obj(Map<String, Json> members) ->
                members.entrySet().stream()
                        .map(member -> member.getKey() + ": " + shown(member.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
        return words.codePointCount(0, words.length()) > LONGEST
                ? words.substring(0, words.offsetByCodePoints(0, LONGEST)) + "…"
                : words;
    }

    /** A name, a number, a fraction or a duration needs no quotes. */
    private static boolean isBare(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "-./".indexOf(c) >= 0));
    }
}
