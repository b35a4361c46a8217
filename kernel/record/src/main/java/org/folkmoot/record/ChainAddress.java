// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An account on a chain of Ethereum's kind. It is written in small letters, or with capitals where ERC-55 puts them, so that a
 * wrong letter is found; nothing else is read.
 *
 * @param hex its forty digits in small letters
 */
public record ChainAddress(String hex) {
    private static final String PREFIX = "0x";
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{40}");
    private static final int CAPITAL_FROM = 8;

    public ChainAddress {
        if (!DIGITS.matcher(hex).matches()) throw new IllegalArgumentException("not an address: " + hex);
    }

    /** Reads an address with its checksum or without one. */
    public static ChainAddress parse(String written) {
        var digits = written.startsWith(PREFIX) ? written.substring(PREFIX.length()) : "";
        var address = new ChainAddress(digits.toLowerCase(Locale.ROOT));
        if (digits.equals(address.hex) || written.equals(address.toString())) return address;
        throw new IllegalArgumentException("the capitals of " + written + " are not those of an address");
    }

    /** Whether it is the address of nobody, which what is sent to is lost. */
    public boolean isNobodys() {
        return hex.chars().allMatch(digit -> digit == '0');
    }

    /** The address with its checksum. */
    @Override
    public String toString() {
        var hash = Keccak.of(hex.getBytes(US_ASCII));
        var text = new StringBuilder(PREFIX);
        for (int i = 0; i < hex.length(); i++) {
            int nibble = (i % 2 == 0 ? hash[i / 2] >> 4 : hash[i / 2]) & 0xf;
            char digit = hex.charAt(i);
            text.append(nibble >= CAPITAL_FROM ? Character.toUpperCase(digit) : digit);
        }
        return text.toString();
    }
}
