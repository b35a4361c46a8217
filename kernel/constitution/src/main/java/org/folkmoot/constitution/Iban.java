// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.regex.Pattern;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;

/**
 * The number of a bank account by ISO 13616: with the length and the structure that the registry has for its country, and with
 * check digits that fit it.
 *
 * @param text the number without spaces
 */
public record Iban(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final Pattern GROUPED = Pattern.compile("[A-Z0-9]{4}( [A-Z0-9]{4})*( [A-Z0-9]{1,3})?");
    private static final int HEAD = 4;
    private static final int MODULUS = 97;
    private static final int RADIX = 36;
    private static final int LEAST_CHECK = 2;
    private static final int MOST_CHECK = 98;

    public Iban {
        if (!isWritten(text)) throw new IllegalArgumentException("not the number of a bank account: " + text);
    }

    /** Reads a number that may be written in groups of four, as on paper. */
    public static Iban parse(String written) {
        return new Iban(GROUPED.matcher(written).matches() ? written.replace(" ", "") : written);
    }

    /** Whether a text is such a number, without spaces. */
    public static boolean isWritten(String text) {
        return FORM.matcher(text).matches() && checks(text) && isOfItsCountry(text);
    }

    // 00, 01 and 99 leave the right remainder too, and are never given.
    private static boolean checks(String text) {
        int check = Integer.parseInt(text, 2, HEAD, 10);
        if (check < LEAST_CHECK || check > MOST_CHECK) return false;
        int remainder = 0;
        var turned = text.substring(HEAD) + text.substring(0, HEAD);
        for (int i = 0; i < turned.length(); i++) {
            int value = Character.digit(turned.charAt(i), RADIX);
            remainder = (remainder * (value < 10 ? 10 : 100) + value) % MODULUS;
        }
        return remainder == 1;
    }

    private static boolean isOfItsCountry(String text) {
        try {
            IbanUtil.validate(text);
            return true;
        } catch (Iban4jException _) {
            return false;
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
