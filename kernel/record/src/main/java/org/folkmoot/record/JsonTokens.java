// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.folkmoot.record.Malformed.Reason;

/** Reads texts and integers out of bytes, and refuses any spelling other than the one of RFC 8785. */
abstract sealed class JsonTokens permits JsonReader {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final int MOST_DIGITS = 16;
    private static final int LONGEST_NUMBER = 40;

    final byte[] in;
    final boolean canonical;
    int at;

    JsonTokens(byte[] in, boolean canonical) {
        this.in = in;
        this.canonical = canonical;
    }

    /** Reads text whose opening quote has been read. Almost all of it is ASCII without escapes and needs one copy. */
    final String text() {
        int start = at;
        for (int p = start; p < in.length; p++) {
            byte b = in[p];
            if (b == '"') {
                at = p + 1;
                return new String(in, start, p - start, StandardCharsets.ISO_8859_1);
            }
            if (b < ' ' || b == '\\') return mixedText(start, p);
        }
        throw refuse(Reason.SYNTAX, in.length, "the text does not end");
    }

    private String mixedText(int start, int p) {
        var text = new StringBuilder(2 * (p - start) + 16);
        text.append(new String(in, start, p - start, StandardCharsets.ISO_8859_1));
        at = p;
        while (at < in.length) {
            byte b = in[at];
            if (b == '"') {
                at++;
                return text.toString();
            }
            if (b == '\\') escape(text);
            else if (b < 0) character(text);
            else if (b < ' ') throw control(b);
            else {
                text.append((char) b);
                at++;
            }
        }
        throw refuse(Reason.SYNTAX, at, "the text does not end");
    }

    private Malformed control(byte b) {
        return b == 0
                ? refuse(Reason.ENCODING, at, "NUL in a text")
                : refuse(Reason.SYNTAX, at, "a control character in a text");
    }

    /** Reads one character of two to four bytes: shortest form only, no surrogates. */
    private void character(StringBuilder text) {
        int lead = in[at] & 0xff;
        int more = lead < 0xc2 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : 0;
        if (more == 0 || at + more >= in.length) throw notUtf8();
        int c = lead & (0x3f >> more);
        for (int i = 1; i <= more; i++) {
            int b = in[at + i];
            if ((b & 0xc0) != 0x80) throw notUtf8();
            c = (c << 6) | (b & 0x3f);
        }
        int least = more == 1 ? 0x80 : more == 2 ? 0x800 : 0x10000;
        if (c < least || c > Character.MAX_CODE_POINT || isSurrogate(c)) throw notUtf8();
        text.appendCodePoint(c);
        at += more + 1;
    }

    private Malformed notUtf8() {
        return refuse(Reason.ENCODING, at, "not UTF-8");
    }

    private void escape(StringBuilder text) {
        int letter = at + 1 < in.length ? in[at + 1] : -1;
        if (letter == 'u') {
            unicodeEscape(text);
            return;
        }
        char c = switch (letter) {
            case '"', '\\', '/' -> (char) letter;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            default -> throw refuse(Reason.SYNTAX, at, "not an escape");
        };
        if (c == '/') onlyLenient("this character needs no escape");
        text.append(c);
        at += 2;
    }

    private void unicodeEscape(StringBuilder text) {
        int c = unit(at);
        if (c == 0) throw refuse(Reason.ENCODING, at, "NUL in a text");
        if (isSurrogate(c)) {
            int low = Character.isHighSurrogate((char) c) && startsEscape(at + 6) ? unit(at + 6) : 0;
            if (!Character.isLowSurrogate((char) low)) throw refuse(Reason.ENCODING, at, "half a character");
            onlyLenient("this character needs no escape");
            text.append((char) c).append((char) low);
            at += 12;
            return;
        }
        if (c >= ' ' || "\b\t\n\f\r".indexOf(c) >= 0 || (in[at + 5] >= 'A' && in[at + 5] <= 'F'))
            onlyLenient("this character has another spelling");
        text.append((char) c);
        at += 6;
    }

    private boolean startsEscape(int p) {
        return p + 1 < in.length && in[p] == '\\' && in[p + 1] == 'u';
    }

    private int unit(int p) {
        if (p + 6 > in.length) throw refuse(Reason.SYNTAX, at, "the escape does not end");
        int c = 0;
        for (int i = p + 2; i < p + 6; i++) {
            int digit = in[i] < 0 ? -1 : Character.digit(in[i], 16);
            if (digit < 0) throw refuse(Reason.SYNTAX, at, "not an escape");
            c = (c << 4) | digit;
        }
        return c;
    }

    /** Reads an integer that starts here. */
    final long integer() {
        int start = at;
        boolean negative = in[at] == '-';
        int first = negative ? at + 1 : at;
        int p = first;
        long n = 0;
        for (; p < in.length && in[p] >= '0' && in[p] <= '9'; p++) {
            if (p - first == MOST_DIGITS) throw notInteger(start);
            n = 10 * n + in[p] - '0';
        }
        if (p == first || (in[first] == '0' && p - first > 1)) throw notInteger(start);
        if (p < in.length && (in[p] == '.' || in[p] == 'e' || in[p] == 'E')) throw otherSpelling(start);
        if (n > Json.MAX_INTEGER || (n == 0 && negative)) throw notInteger(start);
        at = p;
        return negative ? -n : n;
    }

    /** A fraction or an exponent: 1.0 and 1e0 are integers in another spelling, 1.5 and 1e400 are no integers of ours. */
    private Malformed otherSpelling(int start) {
        int end = start;
        while (end < in.length && "+-.eE0123456789".indexOf(in[end]) >= 0) end++;
        if (end - start > LONGEST_NUMBER) return notInteger(start);
        var spelling = new String(in, start, end - start, StandardCharsets.ISO_8859_1);
        if (!NUMBER.matcher(spelling).matches() || !isInteger(spelling)) return notInteger(start);
        return refuse(Reason.NOT_CANONICAL, start, "an integer has no fraction and no exponent");
    }

    private static boolean isInteger(String spelling) {
        BigDecimal number;
        try {
            number = new BigDecimal(spelling).stripTrailingZeros();
        } catch (NumberFormatException _) {
            return false; // the exponent is beyond anything
        }
        if (number.signum() == 0) return !spelling.startsWith("-");
        // The length is compared first, because to spell out 1e999999999 would take the whole memory.
        return number.scale() <= 0
                && (long) number.precision() - number.scale() <= MOST_DIGITS
                && number.abs().compareTo(BigDecimal.valueOf(Json.MAX_INTEGER)) <= 0;
    }

    private Malformed notInteger(int start) {
        return refuse(Reason.NUMBER, start, "not an integer between -(2^53-1) and 2^53-1");
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** Refuses another spelling of the same value, except in the wrapper that nobody signs. */
    final void onlyLenient(String words) {
        if (canonical) throw refuse(Reason.NOT_CANONICAL, at, words);
    }

    static Malformed refuse(Reason reason, int offset, String words) {
        return new Malformed(reason, offset, words);
    }
}
