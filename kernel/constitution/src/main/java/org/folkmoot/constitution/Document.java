// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A YAML or JSON text as plain data, with the place of every value and every name in it.
 *
 * <p>Data is what remains when comments, quotes and order are gone: whole numbers are {@code Long}, {@code true} and
 * {@code false} are {@code Boolean}, and every other scalar is the text that was written, so that {@code 100.00} and
 * {@code 1/10} keep their digits.
 */
public final class Document implements Complaints.Places {
    /** The longest text that is read, comments included. */
    static final int MAX_BYTES = 256 * 1024;
    /** The deepest nesting: what still fits, four levels down, into the sixteen of a signed act. */
    static final int MAX_DEPTH = 10;
    /** The largest number of values once aliases are followed. */
    static final int MAX_NODES = 10_000;

    private final Map<String, Object> data;
    private final Map<String, Spot> values = new HashMap<>();
    private final Map<String, Spot> keys = new HashMap<>();
    private final Complaints complaints = new Complaints(this);
    private int nodes;

    private Document(Node root) {
        if (!(root instanceof Node.Mapping mapping)) {
            throw ConstitutionRefused.at("wrong-kind", root.spot(), "A document is a list of named sections.");
        }
        data = members(mapping, "", 1);
    }

    /** Reads a text; what starts with a brace is JSON, everything else is YAML 1.2. */
    public static Document read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw ConstitutionRefused.at(
                    "too-large",
                    Spot.START,
                    "The document has " + bytes.length + " bytes; at most " + MAX_BYTES + " are read.");
        }
        var text = decode(bytes);
        return new Document(text.stripLeading().startsWith("{") ? JsonReader.read(text) : YamlReader.read(text));
    }

    /** The text as plain data. */
    public Map<String, Object> data() {
        return data;
    }

    /** Where complaints about this document go; those about its form are in it already. */
    public Complaints complaints() {
        return complaints;
    }

    /** The text as a section, whose complaints go where they are told to. */
    public Section root(Complaints about) {
        return new Section(data, "", about, true);
    }

    /** A fresh collection, for a later look at the same document. */
    public Complaints secondLook() {
        return new Complaints(this);
    }

    @Override
    public Spot spot(String path) {
        var spot = values.get(path);
        return spot != null || path.isEmpty() ? (spot == null ? Spot.START : spot) : spot(Pointer.parent(path));
    }

    @Override
    public Spot keySpot(String path) {
        var spot = keys.get(path);
        return spot == null ? spot(path) : spot;
    }

    private static String decode(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw ConstitutionRefused.at("encoding", Spot.START, "The document is not written in UTF-8.");
        }
    }

    private Object value(Node node, String path, int depth) {
        values.put(path, node.spot());
        if (++nodes > MAX_NODES) {
            throw ConstitutionRefused.at("too-large", node.spot(), "There are more than " + MAX_NODES + " values.");
        }
        return switch (node) {
            case Node.Scalar scalar -> {
                checkText(scalar.value(), path);
                yield scalar.value();
            }
            case Node.Refused refused -> {
                complaints.error(refused.id(), path, refused.reason());
                yield "";
            }
            case Node.Sequence sequence -> items(sequence, path, depth);
            case Node.Mapping mapping -> members(mapping, path, depth);
        };
    }

    private List<Object> items(Node.Sequence sequence, String path, int depth) {
        checkDepth(sequence, depth);
        var items = new ArrayList<>();
        for (var item : sequence.items()) {
            items.add(value(item, Pointer.child(path, items.size()), depth + 1));
        }
        return List.copyOf(items);
    }

    private Map<String, Object> members(Node.Mapping mapping, String path, int depth) {
        checkDepth(mapping, depth);
        values.put(path, mapping.spot());
        var members = new LinkedHashMap<String, Object>();
        for (var member : mapping.members()) {
            var child = Pointer.child(path, member.name());
            if (members.containsKey(member.name())) {
                var first = keys.getOrDefault(child, Spot.START);
                keys.put(child, member.spot());
                complaints.errorAtKey(
                        "duplicate-key",
                        child,
                        "'" + member.name() + "' is said before, in line " + first.line() + ".",
                        "");
                continue;
            }
            keys.put(child, member.spot());
            members.put(member.name(), value(member.value(), child, depth + 1));
        }
        return Collections.unmodifiableMap(members);
    }

    // What the record cannot keep, a constitution cannot say.
    private void checkText(Object value, String path) {
        if (value instanceof String text
                && (text.indexOf(0) >= 0 || text.codePoints().anyMatch(Document::isHalf))) {
            complaints.error("encoding", path, "The text holds a NUL or half a character.");
        }
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    // Aliases can nest deeper than the text does.
    private static void checkDepth(Node node, int depth) {
        if (depth > MAX_DEPTH) {
            throw ConstitutionRefused.at("too-deep", node.spot(), "More than " + MAX_DEPTH + " levels of nesting.");
        }
    }
}
