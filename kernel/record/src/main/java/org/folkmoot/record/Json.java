// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A value that has exactly one spelling in bytes: JSON without null, fractions and broken text, written as RFC 8785 says. */
public sealed interface Json {
    /** The largest integer, 2^53−1: every JSON reader keeps it exactly. Larger amounts are decimal text. */
    long MAX_INTEGER = (1L << 53) - 1;

    /** How deeply objects and arrays may be nested. */
    int MAX_DEPTH = 16;

    /** An object. Its keys are in the order of their UTF-16 units. */
    record Obj(Map<String, Json> members) implements Json {
        public Obj {
            members = Members.copyOf(members);
        }

        /** Finds a member's value. */
        public Optional<Json> get(String name) {
            return Optional.ofNullable(members.get(name));
        }
    }

    /** An array. */
    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }
    }

    /** Text of whole Unicode characters other than NUL. */
    record Str(String value) implements Json {
        public Str {
            Members.checkText(value);
        }
    }

    /** An integer between −(2^53−1) and 2^53−1. */
    record Int(long value) implements Json {
        public Int {
            if (value > MAX_INTEGER || value < -MAX_INTEGER)
                throw new IllegalArgumentException("not exact in JSON: " + value);
        }
    }

    /** True or false. */
    record Bool(boolean value) implements Json {}

    /** Writes the one spelling of this value. */
    default byte[] canonical() {
        var out = new CanonicalJson();
        out.value(this);
        return out.bytes();
    }

    /** Writes the one spelling of this value as text. */
    default String canonicalText() {
        return new String(canonical(), StandardCharsets.UTF_8);
    }

    /** Turns this value into maps, lists, strings, longs and booleans that cannot be changed. */
    default Object plain() {
        return switch (this) {
            case Obj object -> {
                var plain = new LinkedHashMap<String, Object>();
                object.members().forEach((key, value) -> plain.put(key, value.plain()));
                yield Collections.unmodifiableMap(plain);
            }
            case Arr array -> array.items().stream().map(Json::plain).toList();
            case Str text -> text.value();
            case Int integer -> integer.value();
            case Bool bool -> bool.value();
        };
    }

    /** Makes a value of maps with text keys, collections, strings, integers, booleans and values made before. */
    static Json of(Object plain) {
        return switch (plain) {
            case Json json -> json;
            case String text -> new Str(text);
            case Long number -> new Int(number);
            case Integer number -> new Int(number);
            case BigInteger number -> new Int(number.longValueExact());
            case Boolean truth -> new Bool(truth);
            case Map<?, ?> map -> object(map);
            case Iterable<?> items -> {
                var list = new ArrayList<Json>();
                items.forEach(item -> list.add(of(Objects.requireNonNull(item))));
                yield new Arr(list);
            }
            default -> throw new IllegalArgumentException("has no place in a record: " + plain.getClass());
        };
    }

    /** Makes an object of a map with text keys. */
    static Obj object(Map<?, ?> plain) {
        var members = new LinkedHashMap<String, Json>();
        plain.forEach((key, value) -> members.put((String) key, of(value)));
        return new Obj(members);
    }
}
