// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every way to make the form of an action wrong in one place: a key less, a key more, a value of another kind. */
record Malformed(String what, Map<String, Object> action) {
    /** What is a document of its own, or any value. */
    private static final Set<String> OPEN = Set.of("constitution", "value");

    private static final List<Object> KINDS = List.of("", " ", 7L, true, List.of(), List.of(7L), Map.of());

    /** With one key less, at every place. */
    static List<Malformed> less(Map<String, Object> action) {
        var made = new ArrayList<Malformed>();
        each(
                action,
                "",
                (section, path, put) -> section.keySet().stream()
                        // A policy that stands last already cannot be moved there, but that is no matter of form.
                        .filter(name -> !name.equals("before"))
                        .forEach(name -> made.add(new Malformed(
                                "without " + path + "/" + name, put.apply(ActionSamples.without(section, name))))));
        return made;
    }

    /** With a key that means nothing, at every place. */
    static List<Malformed> more(Map<String, Object> action) {
        var made = new ArrayList<Malformed>();
        each(action, "", (section, path, put) -> {
            var changed = new HashMap<>(section);
            changed.put("nothing", "x");
            made.add(new Malformed("with " + path + "/nothing", put.apply(changed)));
        });
        return made;
    }

    /** With every value replaced by one of every other kind, and every text by an empty one and a blank one. */
    static List<Malformed> other(Map<String, Object> action) {
        var made = new ArrayList<Malformed>();
        each(
                action,
                "",
                (section, path, put) -> section.forEach((name, value) -> KINDS.stream()
                        .filter(kind -> !name.equals("value") && differs(kind, value))
                        .forEach(kind -> {
                            var changed = new HashMap<>(section);
                            changed.put(name, kind);
                            made.add(new Malformed(path + "/" + name + " is " + kind(kind), put.apply(changed)));
                        })));
        return made;
    }

    @Override
    public String toString() {
        return action.getOrDefault("type", "?") + " " + what;
    }

    private static boolean differs(Object kind, Object value) {
        // The policy that something stands before may be said to be none.
        if (kind instanceof String && value.equals("small-spend")) return false;
        return kind instanceof String || kind instanceof List<?> || kind.getClass() != value.getClass();
    }

    private static String kind(Object kind) {
        return kind instanceof String text ? "'" + text + "'" : kind.toString();
    }

    private interface Put {
        Map<String, Object> apply(Map<String, Object> section);
    }

    private interface Visit {
        void at(Map<String, Object> section, String path, Put put);
    }

    private static void each(Map<String, Object> section, String path, Visit visit) {
        each(section, path, changed -> changed, visit);
    }

    @SuppressWarnings("unchecked") // samples have names for keys
    private static void each(Map<String, Object> section, String path, Put put, Visit visit) {
        visit.at(section, path, put);
        section.forEach((name, value) -> {
            if (OPEN.contains(name)) return;
            var at = path + "/" + name;
            if (value instanceof Map<?, ?> inner)
                each((Map<String, Object>) inner, at, changed -> put.apply(with(section, name, changed)), visit);
            if (!(value instanceof List<?> items)) return;
            for (var i = 0; i < items.size(); i++) {
                var place = i;
                if (items.get(i) instanceof Map<?, ?> item)
                    each(
                            (Map<String, Object>) item,
                            at + "/" + i,
                            changed -> put.apply(with(section, name, with(items, place, changed))),
                            visit);
            }
        });
    }

    private static Map<String, Object> with(Map<String, Object> section, String name, Object value) {
        var changed = new HashMap<>(section);
        changed.put(name, value);
        return changed;
    }

    private static List<Object> with(List<?> items, int place, Object value) {
        var changed = new ArrayList<Object>(items);
        changed.set(place, value);
        return changed;
    }
}
