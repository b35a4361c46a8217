// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Writes a text with the letters that every bank of SEPA takes: Latin letters without accents, digits, and
 * {@code / - ? : ( ) . , ' +} and space.
 */
public final class BankText {
    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Predicate<String> TAKEN =
            Pattern.compile("[A-Za-z0-9/\\-?:().,'+ ]+").asMatchPredicate();
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("ß", "ss"),
            Map.entry("Æ", "AE"),
            Map.entry("æ", "ae"),
            Map.entry("Ø", "O"),
            Map.entry("ø", "o"),
            Map.entry("Œ", "OE"),
            Map.entry("œ", "oe"),
            Map.entry("Ð", "D"),
            Map.entry("ð", "d"),
            Map.entry("Đ", "D"),
            Map.entry("đ", "d"),
            Map.entry("Þ", "TH"),
            Map.entry("þ", "th"),
            Map.entry("Ł", "L"),
            Map.entry("ł", "l"),
            Map.entry("ı", "i"),
            Map.entry("&", "+"),
            Map.entry("_", "-"),
            Map.entry("’", "'"),
            Map.entry("–", "-"));

    private BankText() {}

    /** The text as banks take it; nothing if it has a sign that cannot be written so, or would be longer than that. */
    public static Optional<String> of(String text, int longest) {
        var plain =
                ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        for (var other : OTHERS.entrySet()) plain = plain.replace(other.getKey(), other.getValue());
        var written = SPACES.matcher(plain).replaceAll(" ").strip();
        // Slashes at the ends and two in a row mean something to banks.
        var meant = written.startsWith("/") || written.endsWith("/") || written.contains("//");
        return Optional.of(written).filter(line -> TAKEN.test(line) && line.length() <= longest && !meant);
    }
}
