// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The members of an object in the order of their keys' UTF-16 units: two arrays, because a million ballots are kept so. */
final class Members extends AbstractMap<String, Json> {
    private final String[] keys;
    private final Json[] values;

    /** Takes the arrays as they are: the keys are in order, and nobody else keeps the arrays. */
    Members(String[] keys, Json[] values) {
        this.keys = keys;
        this.values = values;
    }

    static Members copyOf(Map<String, Json> map) {
        if (map instanceof Members members) return members;
        var sorted = new TreeMap<>(map);
        for (var member : sorted.entrySet()) {
            checkText(member.getKey());
            Objects.requireNonNull(member.getValue());
        }
        return new Members(
                sorted.keySet().toArray(String[]::new), sorted.values().toArray(Json[]::new));
    }

    /** Refuses text that has no bytes in UTF-8, or that a database cannot keep. */
    static void checkText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) throw new IllegalArgumentException("text with NUL");
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) continue;
            if (Character.isLowSurrogate(c) || ++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))
                throw new IllegalArgumentException("text with half a character");
        }
    }

    @Override
    public @Nullable Json get(@Nullable Object key) {
        int at = key instanceof String name ? Arrays.binarySearch(keys, name) : -1;
        return at < 0 ? null : values[at];
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public int size() {
        return keys.length;
    }

    @Override
    public Set<Entry<String, Json>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Entry<String, Json>> {
        @Override
        public int size() {
            return keys.length;
        }

        @Override
        public Iterator<Entry<String, Json>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < keys.length;
                }

                @Override
                public Entry<String, Json> next() {
                    if (next == keys.length) throw new NoSuchElementException();
                    return Map.entry(keys[next], values[next++]);
                }
            };
        }
    }
}
