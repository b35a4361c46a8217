// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.folkmoot.record.Json;

/** Finds what two constitutions say differently, always in the same order. */
public final class Differences {
    /** The sections in the order in which they are told of. */
    public static final List<String> ORDER = List.of(
            "folkmoot",
            "name",
            "text",
            "assets",
            "accounts",
            "admission",
            "membership",
            "roles",
            "passkeys",
            "bodies",
            "policies",
            "strictest",
            "protected",
            "validators",
            "trustees",
            "treasury");

    private static final Set<String> SHARES = Set.of("quorum", "approval");

    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    public static List<Difference> between(Json.Obj base, Json.Obj next) {
        var differences = new Differences();
        var before = Clauses.of(base);
        var after = Clauses.of(next);
        var sections = new LinkedHashSet<>(ORDER);
        sections.addAll(new TreeSet<>(before.keySet()));
        sections.addAll(new TreeSet<>(after.keySet()));
        for (var section : sections) {
            if (Clauses.NAMED.contains(section)) {
                differences.named(section, map(before.get(section)), map(after.get(section)));
            } else {
                differences.compare(List.of(section), value(before, section), value(after, section));
            }
        }
        return List.copyOf(differences.found);
    }

    private void named(String section, Map<String, Object> before, Map<String, Object> after) {
        var names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        var moved = section.equals(Clauses.POLICIES) ? moved(before, after) : Set.<String>of();
        for (var name : names) {
            var path = List.of(section, name);
            // The first policy that fits judges, so a new one says little without its place.
            if (section.equals(Clauses.POLICIES) && !before.containsKey(name)) {
                add(path, Optional.empty(), value(after, name), DifferenceWords.added(name, behind(name, after)));
                continue;
            }
            compare(path, value(before, name), value(after, name));
            if (moved.contains(name)) {
                var words = DifferenceWords.moved(name, behind(name, after));
                found.add(new Difference(
                        Clauses.path(path), Difference.Kind.MOVED, Optional.empty(), Optional.empty(), words));
            }
        }
    }

    private static Optional<String> behind(String name, Map<String, Object> after) {
        var order = List.copyOf(after.keySet());
        return order.stream().skip(order.indexOf(name) + 1L).findFirst();
    }

    private void compare(List<String> path, Optional<Object> before, Optional<Object> after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isPresent()
                && after.isPresent()
                && before.get() instanceof Map<?, ?>
                && after.get() instanceof Map<?, ?>
                && !isOtherShare(path, map(before.get()), map(after.get()))) {
            var one = map(before.get());
            var other = map(after.get());
            var names = new TreeSet<>(one.keySet());
            names.addAll(other.keySet());
            for (var name : names) {
                var inner = new ArrayList<>(path);
                inner.add(name);
                compare(inner, value(one, name), value(other, name));
            }
            return;
        }
        add(path, before, after, DifferenceWords.of(path, before.map(Json::of), after.map(Json::of)));
    }

    private void add(List<String> path, Optional<Object> before, Optional<Object> after, String words) {
        var kind = before.isEmpty()
                ? Difference.Kind.ADDED
                : after.isEmpty() ? Difference.Kind.REMOVED : Difference.Kind.CHANGED;
        found.add(new Difference(Clauses.path(path), kind, before.map(Json::of), after.map(Json::of), words));
    }

    // "at least 1/2" to "more than 1/2" is one change to people and two to a tree.
    private static boolean isOtherShare(List<String> path, Map<String, Object> before, Map<String, Object> after) {
        return path.size() == 3
                && path.getFirst().equals(Clauses.POLICIES)
                && SHARES.contains(path.getLast())
                && before.containsKey("atLeast") != after.containsKey("atLeast");
    }

    /** The fewest policies that must be taken out so that the others stand in the same order. */
    private static Set<String> moved(Map<String, Object> before, Map<String, Object> after) {
        var old = before.keySet().stream().filter(after::containsKey).toList();
        var now = after.keySet().stream().filter(before::containsKey).toList();
        var longest = new int[old.size() + 1][now.size() + 1];
        for (var i = old.size() - 1; i >= 0; i--) {
            for (var j = now.size() - 1; j >= 0; j--) {
                longest[i][j] = old.get(i).equals(now.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        var moved = new HashSet<>(now);
        var i = 0;
        var j = 0;
        while (i < old.size() && j < now.size()) {
            if (old.get(i).equals(now.get(j))) {
                moved.remove(old.get(i));
                i++;
                j++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return moved;
    }

    private static Optional<Object> value(Map<String, Object> map, String name) {
        return Optional.ofNullable(map.get(name));
    }

    @SuppressWarnings("unchecked") // a tree has names for keys
    private static Map<String, Object> map(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
