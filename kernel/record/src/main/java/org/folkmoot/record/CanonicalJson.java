// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.util.Arrays;

/** Writes values as RFC 8785 does, which for our kinds of values needs no floating point. */
final class CanonicalJson {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private byte[] out = new byte[512];
    private int size;
    private int depth;

    byte[] bytes() {
        return Arrays.copyOf(out, size);
    }

    void value(Json value) {
        switch (value) {
            case Json.Obj object -> object(object);
            case Json.Arr array -> array(array);
            case Json.Str text -> text(text.value());
            case Json.Int integer -> ascii(Long.toString(integer.value()));
            case Json.Bool bool -> ascii(bool.value() ? "true" : "false");
        }
    }

    private void object(Json.Obj object) {
        open('{');
        boolean first = true;
        for (var member : object.members().entrySet()) {
            if (!first) put(',');
            first = false;
            text(member.getKey());
            put(':');
            value(member.getValue());
        }
        close('}');
    }

    private void array(Json.Arr array) {
        open('[');
        boolean first = true;
        for (var item : array.items()) {
            if (!first) put(',');
            first = false;
            value(item);
        }
        close(']');
    }

    private void open(char bracket) {
        if (++depth > Json.MAX_DEPTH) throw new IllegalStateException("nested too deeply to be read again");
        put(bracket);
    }

    private void close(char bracket) {
        depth--;
        put(bracket);
    }

    private void text(String text) {
        put('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') escape(c);
            else if (c < 0x80) put(c);
            else if (Character.isHighSurrogate(c)) utf8(Character.toCodePoint(c, text.charAt(++i)));
            else utf8(c);
        }
        put('"');
    }

    private void escape(char c) {
        put('\\');
        switch (c) {
            case '"', '\\' -> put(c);
            case '\b' -> put('b');
            case '\t' -> put('t');
            case '\n' -> put('n');
            case '\f' -> put('f');
            case '\r' -> put('r');
            default -> {
                ascii("u00");
                put((char) HEX[c >> 4]);
                put((char) HEX[c & 0xf]);
            }
        }
    }

    private void utf8(int c) {
        if (c < 0x800) {
            put((char) (0xc0 | (c >> 6)));
        } else {
            if (c < 0x10000) {
                put((char) (0xe0 | (c >> 12)));
            } else {
                put((char) (0xf0 | (c >> 18)));
                put((char) (0x80 | ((c >> 12) & 0x3f)));
            }
            put((char) (0x80 | ((c >> 6) & 0x3f)));
        }
        put((char) (0x80 | (c & 0x3f)));
    }

    private void ascii(String text) {
        for (int i = 0; i < text.length(); i++) put(text.charAt(i));
    }

    private void put(char b) {
        if (size == out.length) out = Arrays.copyOf(out, 2 * size);
        out[size++] = (byte) b;
    }
}
