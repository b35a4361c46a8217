// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A part of a document with names in it. What nobody asks for is complained of by {@link #finish}. */
public final class Section {
    private final Map<String, Object> members;
    private final String path;
    private final Complaints complaints;
    private final boolean present;
    private final Set<String> asked = new LinkedHashSet<>();

    Section(Map<String, Object> members, String path, Complaints complaints, boolean present) {
        this.members = members;
        this.path = path;
        this.complaints = complaints;
        this.present = present;
    }

    /** Where it stands, as a JSON pointer. */
    public String path() {
        return path;
    }

    /** Where complaints about it go. */
    public Complaints complaints() {
        return complaints;
    }

    /** A value that must be there. */
    public Value need(String name) {
        return find(name).orElseGet(() -> {
            var at = Pointer.child(path, name);
            if (present) {
                complaints.error("missing-key", at, "'" + name + "' is missing.");
            }
            return Value.missing(at, complaints);
        });
    }

    /** A value that may be left out. */
    public Optional<Value> find(String name) {
        asked.add(name);
        return Optional.ofNullable(members.get(name))
                .map(data -> new Value(data, Pointer.child(path, name), complaints));
    }

    /** Every member in the order of the text, for sections whose names are free. */
    public List<Map.Entry<String, Value>> all() {
        asked.addAll(members.keySet());
        var all = new ArrayList<Map.Entry<String, Value>>();
        members.forEach((name, data) ->
                all.add(Map.entry(name, new Value(data, Pointer.child(path, name), complaints))));
        return all;
    }

    /** The members that were not asked for so far: the settings of a plugin. */
    public Map<String, Object> rest() {
        var rest = new LinkedHashMap<>(members);
        rest.keySet().removeAll(asked);
        asked.addAll(rest.keySet());
        return rest;
    }

    /** Complains about every name that means nothing here. */
    public void finish() {
        for (var name : members.keySet()) {
            if (!asked.contains(name) && !complaints.full()) {
                var free = asked.stream()
                        .filter(known -> !members.containsKey(known))
                        .toList();
                complaints.errorAtKey(
                        "unknown-key",
                        Pointer.child(path, name),
                        "'" + name + "' means nothing here; known are " + String.join(", ", asked) + ".",
                        Nearest.to(name, free));
            }
        }
    }
}
