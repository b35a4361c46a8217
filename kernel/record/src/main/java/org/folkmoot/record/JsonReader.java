// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.TreeMap;
import org.folkmoot.record.Malformed.Reason;

/** Reads one document in one pass. It calls itself for nested values, never deeper than the limit. */
final class JsonReader extends JsonTokens {
    private static final Json.Bool TRUE = new Json.Bool(true);
    private static final Json.Bool FALSE = new Json.Bool(false);

    private int depth;

    JsonReader(byte[] in, boolean canonical) {
        super(in, canonical);
    }

    Json document() {
        var value = value(next());
        while (at < in.length && isSpace(in[at])) {
            onlyLenient("a space after the end");
            at++;
        }
        if (at < in.length) throw unexpected(in[at]);
        return value;
    }

    private Json value(int b) {
        return switch (b) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> {
                at++;
                yield new Json.Str(text());
            }
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> new Json.Int(integer());
            case 't' -> word("true", TRUE);
            case 'f' -> word("false", FALSE);
            case 'n' -> {
                int start = at;
                word("null", FALSE);
                throw refuse(Reason.NULL, start, "null says nothing: leave the member out");
            }
            case '+', '.', 'I', 'N' -> throw refuse(Reason.NUMBER, at, "not a number of JSON");
            default -> throw unexpected(b);
        };
    }

    private Json word(String word, Json meaning) {
        for (int i = 0; i < word.length(); i++)
            if (at + i >= in.length || in[at + i] != word.charAt(i))
                throw refuse(Reason.SYNTAX, at, "not a word of JSON");
        at += word.length();
        return meaning;
    }

    private Json.Obj object() {
        enter();
        var keys = new String[10];
        var values = new Json[10];
        int size = 0;
        boolean sorted = true;
        if (next() != '}') {
            do {
                if (size == keys.length) {
                    keys = Arrays.copyOf(keys, 2 * size);
                    values = Arrays.copyOf(values, 2 * size);
                }
                int start = at;
                var key = key();
                if (size > 0 && key.compareTo(keys[size - 1]) <= 0) {
                    checkOrder(keys, size, key, start);
                    sorted = false;
                }
                keys[size] = key;
                values[size++] = value(next());
            } while (more('}'));
        }
        leave();
        if (!sorted) return sort(keys, values, size);
        return new Json.Obj(new Members(Arrays.copyOf(keys, size), Arrays.copyOf(values, size)));
    }

    private String key() {
        int b = next();
        if (b != '"') throw unexpected(b);
        at++;
        var key = text();
        b = next();
        if (b != ':') throw unexpected(b);
        at++;
        return key;
    }

    private void checkOrder(String[] keys, int size, String key, int start) {
        if (key.equals(keys[size - 1])) throw duplicate(start);
        if (!canonical) return;
        if (Arrays.asList(keys).subList(0, size).contains(key)) throw duplicate(start);
        throw refuse(Reason.NOT_CANONICAL, start, "keys stand in the order of their UTF-16 units");
    }

    private Json.Obj sort(String[] keys, Json[] values, int size) {
        var members = new TreeMap<String, Json>();
        for (int i = 0; i < size; i++) if (members.put(keys[i], values[i]) != null) throw duplicate(at);
        return new Json.Obj(members);
    }

    private static Malformed duplicate(int start) {
        return refuse(Reason.DUPLICATE_KEY, start, "the same key twice");
    }

    private Json.Arr array() {
        enter();
        var items = new ArrayList<Json>(4);
        if (next() != ']') {
            do items.add(value(next()));
            while (more(']'));
        }
        leave();
        return new Json.Arr(items);
    }

    private void enter() {
        if (++depth > Json.MAX_DEPTH) throw refuse(Reason.DEPTH, at, "nested too deeply");
        at++;
    }

    private void leave() {
        depth--;
        at++;
    }

    /** Passes a comma and says yes, or stops before the closing bracket and says no. */
    private boolean more(char close) {
        int b = next();
        if (b == close) return false;
        if (b != ',') throw unexpected(b);
        at++;
        return true;
    }

    /** The byte that is next, without passing it. */
    private int next() {
        int b = at < in.length ? in[at] : ' ';
        return b > ' ' ? b : afterSpace();
    }

    private int afterSpace() {
        while (at < in.length && isSpace(in[at])) {
            onlyLenient("a space");
            at++;
        }
        if (at == in.length) throw refuse(Reason.SYNTAX, at, "the document does not end");
        return in[at];
    }

    private static boolean isSpace(int b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /** Outside texts JSON is ASCII: another byte means another encoding, such as a byte order mark or UTF-16. */
    private Malformed unexpected(int b) {
        if (b <= 0) return refuse(Reason.ENCODING, at, "not UTF-8 without byte order mark");
        if (isSpace(b)) return refuse(canonical ? Reason.NOT_CANONICAL : Reason.SYNTAX, at, "a space");
        return refuse(Reason.SYNTAX, at, "not expected here");
    }
}
