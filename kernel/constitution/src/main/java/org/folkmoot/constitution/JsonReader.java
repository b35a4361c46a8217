// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.ArrayList;
import java.util.regex.Pattern;

/**
 * Builds the tree of a JSON document (RFC 8259), with places.
 *
 * <p>YAML calls itself a superset of JSON, but its readers refuse some texts that JSON allows, and a constitution must
 * survive the way through its own canonical form.
 */
final class JsonReader {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private final String text;
    private int at;
    private int depth;
    // The place of the last value that was asked for: places only move forward, so each step is counted once.
    private int counted;
    private int line = 1;
    private int column = 1;

    private JsonReader(String text) {
        this.text = text;
    }

    static Node read(String text) {
        var reader = new JsonReader(text);
        var root = reader.value();
        reader.skip();
        if (reader.at < text.length()) {
            throw reader.refused("Nothing may follow the document.");
        }
        return root;
    }

    private Node value() {
        skip();
        var spot = spot();
        return switch (peek()) {
            case '{' -> mapping(spot);
            case '[' -> sequence(spot);
            case '"' -> new Node.Scalar(string(), spot);
            default -> word(spot);
        };
    }

    private Node mapping(Spot spot) {
        enter(spot);
        var members = new ArrayList<Node.Member>();
        if (!closes('}')) {
            do {
                skip();
                var nameSpot = spot();
                var name = string();
                skip();
                expect(':');
                members.add(new Node.Member(name, nameSpot, value()));
            } while (another('}'));
        }
        depth--;
        return new Node.Mapping(members, spot);
    }

    private Node sequence(Spot spot) {
        enter(spot);
        var items = new ArrayList<Node>();
        if (!closes(']')) {
            do {
                items.add(value());
            } while (another(']'));
        }
        depth--;
        return new Node.Sequence(items, spot);
    }

    private void enter(Spot spot) {
        if (++depth > Document.MAX_DEPTH) {
            throw ConstitutionRefused.at("too-deep", spot, "More than " + Document.MAX_DEPTH + " levels of nesting.");
        }
        at++;
    }

    private boolean closes(char end) {
        skip();
        if (peek() != end) {
            return false;
        }
        at++;
        return true;
    }

    private boolean another(char end) {
        if (closes(end)) {
            return false;
        }
        expect(',');
        return true;
    }

    private Node word(Spot spot) {
        var start = at;
        while (at < text.length() && "{}[],:\" \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        var word = text.substring(start, at);
        var known = word.equals("true") || word.equals("false") || word.equals("null");
        if (!known && !NUMBER.matcher(word).matches()) {
            at = start;
            throw refused(word.isEmpty() ? "A value is missing." : "A text needs quotes: " + word + ".");
        }
        return Plain.of(word, spot);
    }

    private String string() {
        expect('"');
        var value = new StringBuilder();
        while (true) {
            var c = peek();
            if (c < ' ') {
                throw refused(at < text.length() ? "A control character needs an escape." : "The text has no end.");
            }
            at++;
            if (c == '"') {
                return value.toString();
            }
            value.append(c == '\\' ? escape() : c);
        }
    }

    private char escape() {
        var c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw refused("There is no such escape.");
        };
    }

    private char unicode() {
        var value = 0;
        for (var i = 0; i < 4; i++) {
            var digit = Character.digit(peek(), 16);
            if (digit < 0 || peek() > 'f') {
                throw refused("An escape has four hexadecimal digits.");
            }
            value = value * 16 + digit;
            at++;
        }
        return (char) value;
    }

    private void expect(char c) {
        if (peek() != c) {
            throw refused(
                    "Expected " + c + (at < text.length() ? ", found " + text.charAt(at) : ", found the end") + ".");
        }
        at++;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void skip() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private Spot spot() {
        for (; counted < at && counted < text.length(); counted++) {
            var c = text.charAt(counted);
            if (c == '\n') {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(c)) {
                column++;
            }
        }
        return new Spot(line, column);
    }

    private ConstitutionRefused refused(String reason) {
        return ConstitutionRefused.at("syntax", spot(), "This is not JSON: " + reason);
    }
}
