// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.folkmoot.policy.Fraction;

/**
 * One value of a document, read as what it should be.
 *
 * <p>What it should be and is not becomes a complaint, and reading goes on with a harmless stand-in: nothing made of
 * stand-ins is ever handed out, because a complaint refuses the whole document.
 */
public final class Value {
    /** Stands for a value that was complained of already; reading it complains no more. */
    private enum Missing {
        VALUE
    }

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,59}");

    private final Object data;
    private final String path;
    private final Complaints complaints;

    Value(Object data, String path, Complaints complaints) {
        this.data = data;
        this.path = path;
        this.complaints = complaints;
    }

    static Value missing(String path, Complaints complaints) {
        return new Value(Missing.VALUE, path, complaints);
    }

    /** The plain data. */
    public Object data() {
        return data;
    }

    /** Where it stands, as a JSON pointer. */
    public String path() {
        return path;
    }

    /** Whether it is a text. */
    public boolean isText() {
        return data instanceof String;
    }

    /** Whether it is a section with names. */
    public boolean isSection() {
        return data instanceof Map<?, ?>;
    }

    /** Whether it is a list. */
    public boolean isList() {
        return data instanceof List<?>;
    }

    /** A text. */
    public String text() {
        if (data instanceof String text) {
            return text;
        }
        var inQuotes = data instanceof Long || data instanceof Boolean ? "\"" + data + "\"" : "";
        return wrong("a text", inQuotes, "");
    }

    /** A text of at least one visible character and at most {@code max} characters. */
    public String words(int max) {
        var text = text();
        if (text.codePointCount(0, text.length()) > max) {
            return bad("This is longer than " + max + " characters.", "", "");
        }
        return text.isBlank() && isText() ? bad("A text with something in it is expected.", "", "") : text;
    }

    /** A whole number within bounds. */
    public long integer(long min, long max) {
        return integer(min, max, min);
    }

    long integer(long min, long max, long standIn) {
        if (!(data instanceof Long number)) {
            return wrong("a whole number", "", standIn);
        }
        if (number < min || number > max) {
            return bad("A whole number from " + min + " to " + max + " is expected, not " + number + ".", "", standIn);
        }
        return number;
    }

    /** True or false. */
    public boolean truth() {
        if (data instanceof Boolean truth) {
            return truth;
        }
        var hint = data instanceof String text ? Nearest.to(text, List.of("true", "false")) : "";
        return wrong("true or false", hint, false);
    }

    /** An exact share. */
    public Fraction fraction() {
        if (!(data instanceof String) && !(data instanceof Long)) {
            return wrong("a fraction such as 1/10", "", Fraction.of(0, 1));
        }
        try {
            return Fraction.parse(data.toString());
        } catch (IllegalArgumentException _) {
            var hint = Fractions.meant(data.toString());
            return bad("'" + data + "' is not a fraction such as 1/10.", hint, Fraction.of(0, 1));
        }
    }

    /** A duration in days, hours, minutes and seconds. */
    public Duration duration() {
        if (!(data instanceof String) && !(data instanceof Long)) {
            return wrong("a duration such as P5D or PT12H", "", Duration.ZERO);
        }
        var read = Durations.read(data.toString());
        if (read.isPresent()) {
            return read.get();
        }
        var hint = Durations.meant(data.toString());
        return bad("'" + data + "' is not a duration such as P5D or PT12H.", hint, Duration.ZERO);
    }

    /** A whole number of any size, not below zero; one beyond 2^53 is written in quotes. */
    public BigInteger number() {
        if (!(data instanceof String) && !(data instanceof Long)) {
            return wrong("a whole number", "", BigInteger.ZERO);
        }
        return NUMBER.matcher(data.toString()).matches()
                ? new BigInteger(data.toString())
                : bad("'" + data + "' is not a whole number from 0 on.", "", BigInteger.ZERO);
    }

    /** One of a few words: the constants of an enum in kebab-case. */
    public <E extends Enum<E>> E oneOf(Class<E> type) {
        var words = Words.of(type);
        var first = type.getEnumConstants()[0];
        if (!(data instanceof String written)) {
            return wrong("one of " + String.join(", ", words), "", first);
        }
        return Words.constant(type, written)
                .orElseGet(() -> bad(
                        "'" + written + "' is not one of " + String.join(", ", words) + ".",
                        Nearest.to(written, words),
                        first));
    }

    /** The values of a list. */
    public List<Value> list() {
        if (!(data instanceof List<?> items)) {
            return wrong("a list", "", List.of());
        }
        var values = new ArrayList<Value>();
        for (var item : items) {
            values.add(new Value(item, Pointer.child(path, values.size()), complaints));
        }
        return values;
    }

    /** A list of texts; a text alone is a list of one. */
    public List<String> texts() {
        return isText() ? List.of(text()) : list().stream().map(Value::text).toList();
    }

    /** A section with names. */
    @SuppressWarnings("unchecked") // a document makes no maps but those with text for names
    public Section section() {
        var members = data instanceof Map<?, ?> map
                ? (Map<String, Object>) map
                : wrong("a section with names", "", Map.<String, Object>of());
        return new Section(members, path, complaints, data instanceof Map<?, ?>);
    }

    /** Complains that the value, though of the right kind, cannot be. */
    public <T> T bad(String reason, String suggestion, T standIn) {
        if (!(data instanceof Missing)) {
            complaints.error("bad-value", path, reason, suggestion);
        }
        return standIn;
    }

    /** Complains in another way than the usual ones. */
    public void complain(String id, String reason) {
        complaints.error(id, path, reason);
    }

    /** Takes over what is wrong with a document inside this value. */
    void takeOver(Complaint inner) {
        complaints.add(new Complaint(
                inner.id(),
                inner.severity(),
                path + inner.path(),
                inner.line(),
                inner.column(),
                inner.reason(),
                inner.suggestion()));
    }

    private <T> T wrong(String expected, String suggestion, T standIn) {
        if (!(data instanceof Missing)) {
            complaints.error("wrong-kind", path, "Expected " + expected + ", found " + kind() + ".", suggestion);
        }
        return standIn;
    }

    private String kind() {
        return switch (data) {
            case String _ -> "a text";
            case Long _ -> "a whole number";
            case Boolean _ -> "true or false";
            case List<?> _ -> "a list";
            default -> "a section";
        };
    }
}
