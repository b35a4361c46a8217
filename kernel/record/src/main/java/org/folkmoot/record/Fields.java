// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.folkmoot.record.Malformed.Reason;

/** Takes an object apart that may have these members and no others. */
public final class Fields {
    private final Json.Obj object;

    private Fields(Json.Obj object) {
        this.object = object;
    }

    /** Refuses anything that is not an object with exactly these members. */
    public static Fields exactly(Json json, Set<String> names) {
        return of(json, names, Set.of());
    }

    /** Refuses anything that is not an object with all of the first members, and maybe some of the second. */
    public static Fields of(Json json, Set<String> required, Set<String> optional) {
        if (!(json instanceof Json.Obj object)) throw wrong("an object was expected");
        int found = 0;
        for (var name : object.members().keySet()) {
            if (required.contains(name)) found++;
            else if (!optional.contains(name)) throw new UnknownMember(name);
        }
        if (found < required.size()) throw missing(object, required);
        return new Fields(object);
    }

    /** Refuses anything that is not an object with all of these members; others may be there, and mean nothing. */
    static Fields open(Json json, Set<String> required) {
        if (!(json instanceof Json.Obj object)) throw wrong("an object was expected");
        if (!object.members().keySet().containsAll(required)) throw missing(object, required);
        return new Fields(object);
    }

    private static Malformed missing(Json.Obj object, Set<String> required) {
        var names = required.stream().filter(name -> object.get(name).isEmpty()).sorted();
        return new Malformed(Reason.MISSING_MEMBER, 0, "missing: " + String.join(", ", names.toList()));
    }

    /** Says whether an optional member is there. */
    public boolean has(String name) {
        return object.members().containsKey(name);
    }

    /** Reads a member of any kind. */
    public Json value(String name) {
        return object.get(name).orElseThrow(() -> new Malformed(Reason.MISSING_MEMBER, 0, "missing: " + name));
    }

    /** Reads a text. */
    public String text(String name) {
        return text(name, value(name));
    }

    private static String text(String name, Json value) {
        if (value instanceof Json.Str(String text)) return text;
        throw wrong(name + " is not a text");
    }

    /** Reads an integer from 0 on. */
    public long count(String name) {
        if (value(name) instanceof Json.Int(long number) && number >= 0) return number;
        throw wrong(name + " is not an integer from 0 on");
    }

    /** Reads an object. */
    public Json.Obj object(String name) {
        if (value(name) instanceof Json.Obj inner) return inner;
        throw wrong(name + " is not an object");
    }

    /** Reads an array. */
    public Json.Arr array(String name) {
        if (value(name) instanceof Json.Arr inner) return inner;
        throw wrong(name + " is not an array");
    }

    /** Reads a hash. */
    public Hash hash(String name) {
        return hash(name, value(name));
    }

    /** Reads an array of hashes. */
    public List<Hash> hashes(String name) {
        return array(name).items().stream().map(item -> hash(name, item)).toList();
    }

    private static Hash hash(String name, Json value) {
        try {
            return Hash.parse(text(name, value));
        } catch (IllegalArgumentException _) {
            throw wrong(name + " is not a hash of 64 lower-case hexadecimal digits");
        }
    }

    /** Reads a key. */
    public PublicKey key(String name) {
        try {
            return PublicKey.parse(text(name));
        } catch (IllegalArgumentException _) {
            throw wrong(name + " is not a did:key or a did:pkh of a kind that signs here");
        }
    }

    /** Reads a time in UTC with milliseconds. */
    public Instant time(String name) {
        try {
            return Times.parse(text(name));
        } catch (IllegalArgumentException _) {
            throw wrong(name + " is not a time such as 2026-11-20T10:00:00.000Z");
        }
    }

    /** Reads padded base64 that has no second spelling. */
    public byte[] base64(String name) {
        var text = text(name);
        try {
            var bytes = Base64.getDecoder().decode(text);
            // Writing it again finds missing padding and bits hidden behind the padding.
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) return bytes;
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw new Malformed(Reason.ENCODING, 0, name + " is not padded base64");
    }

    static Malformed wrong(String words) {
        return new Malformed(Reason.VALUE, 0, words);
    }
}
