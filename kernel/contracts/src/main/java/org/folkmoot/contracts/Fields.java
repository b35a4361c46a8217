// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The checks that the fields of events share; whatever fails here was never a fact, so a reader sets it aside. */
final class Fields {
    private static final int HASH = 64;

    private Fields() {}

    static <T> T given(String name, @Nullable T value) {
        if (value == null) throw new IllegalArgumentException(name + " is missing");
        return value;
    }

    static void hash(String name, @Nullable String value) {
        var text = given(name, value);
        if (text.length() != HASH || !text.chars().allMatch(Fields::hexDigit))
            throw new IllegalArgumentException(name + " is not a hash: " + shortened(text));
    }

    static void text(String name, @Nullable String value) {
        if (given(name, value).isBlank()) throw new IllegalArgumentException(name + " is empty");
    }

    static void did(String name, @Nullable String value) {
        var did = given(name, value);
        if (!did.startsWith("did:key:z") && !did.startsWith("did:pkh:"))
            throw new IllegalArgumentException(name + " is neither a did:key nor a did:pkh: " + shortened(did));
    }

    static void atLeast(String name, long least, long value) {
        if (value < least) throw new IllegalArgumentException(name + " is below " + least + ": " + value);
    }

    static void notNegative(String name, @Nullable BigInteger value) {
        if (given(name, value).signum() < 0) throw new IllegalArgumentException(name + " is negative: " + value);
    }

    static void millis(String name, @Nullable Instant value) {
        if (!given(name, value).truncatedTo(ChronoUnit.MILLIS).equals(value))
            throw new IllegalArgumentException(name + " is finer than a millisecond: " + value);
    }

    static <T> List<T> list(String name, @Nullable List<T> value) {
        return List.copyOf(given(name, value));
    }

    static <T> List<T> list(String name, @Nullable List<T> value, int least, int most) {
        var copy = list(name, value);
        if (copy.size() < least || copy.size() > most)
            throw new IllegalArgumentException(name + " has " + copy.size() + " entries, not " + least + " to " + most);
        return copy;
    }

    /** Sorted, so that the same fact always has the same bytes. */
    static <V> Map<String, V> map(String name, @Nullable Map<String, V> value) {
        SequencedMap<String, V> sorted = new TreeMap<>(given(name, value));
        sorted.forEach((key, entry) -> given(name + "." + key, entry));
        return Collections.unmodifiableMap(sorted);
    }

    private static boolean hexDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    private static String shortened(String text) {
        return text.length() <= HASH ? text : text.substring(0, HASH) + "…";
    }
}
