// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that a community counts: money, points, hours.
 *
 * @param code its name, in capitals
 * @param scale how many digits stand behind the point; an amount is kept as a whole number of the smallest unit
 * @param cap the most of it that may ever be issued, in minor units
 * @param kind what it stands for, which says how it may be moved
 * @param line how far below zero a member's account may go, in minor units; only mutual credit has one
 * @param pace how much may be issued in a period, if that is limited
 */
public record Asset(
        String code, int scale, Optional<BigInteger> cap, Kind kind, Optional<BigInteger> line, Optional<Pace> pace) {
    /** What assets stand for. */
    public enum Kind {
        /** Something that is kept elsewhere, such as money in a bank: only decisions move it. */
        EXTERNAL,
        /** A currency of the community, which its members pay each other with. */
        CURRENCY,
        /** Members' promises: nothing is issued, and an account may go below zero down to its line. */
        MUTUAL_CREDIT,
        /** Shares of the whole, which members do not hand on. */
        SHARES,
        /** Something that only counts, such as what is left of a limit. */
        CONTROL;

        /** The word for it in a constitution. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The largest scale: with more digits an amount of one would not fit the whole numbers of expressions. */
    public static final int MAX_SCALE = 18;
    /** The most digits of an amount, as the database keeps them. */
    public static final int MAX_DIGITS = 38;

    static final BigInteger EXAMPLE = BigInteger.valueOf(10_000);

    private static final Pattern WRITTEN = Pattern.compile("(0|[1-9][0-9]*)(?:\\.([0-9]+))?");

    public Asset {
        if (scale < 0 || scale > MAX_SCALE) {
            throw new IllegalArgumentException("scale " + scale);
        }
        if (line.isPresent() && kind != Kind.MUTUAL_CREDIT) {
            throw new IllegalArgumentException("a credit line of " + kind.word());
        }
    }

    /**
     * A limit on all that is issued in a period, whatever is taken out of the world again meanwhile.
     *
     * @param most in minor units
     */
    public record Pace(Periods periods, BigInteger most) {}

    /** An asset of which any amount may be issued at once. */
    public Asset(String code, int scale, Optional<BigInteger> cap, Kind kind, Optional<BigInteger> line) {
        this(code, scale, cap, kind, line, Optional.empty());
    }

    /** Something that only decisions move. */
    public Asset(String code, int scale, Optional<BigInteger> cap) {
        this(code, scale, cap, Kind.EXTERNAL, Optional.empty());
    }

    /** Reads an amount such as {@code 100.00} into minor units; nothing if it is no amount of this asset. */
    public Optional<BigInteger> minor(String decimal) {
        var match = WRITTEN.matcher(decimal);
        if (decimal.length() > MAX_DIGITS + 1 || !match.matches()) {
            return Optional.empty();
        }
        var behind = match.group(2) == null ? "" : match.group(2);
        if (behind.length() > scale) {
            return Optional.empty();
        }
        var minor = new BigDecimal(decimal).movePointRight(scale).toBigIntegerExact();
        return Optional.of(minor).filter(amount -> amount.toString().length() <= MAX_DIGITS);
    }

    /** Whether a text is an amount of some asset that is more than nothing. */
    static boolean isMore(String decimal) {
        return decimal.length() <= MAX_DIGITS + 1
                && WRITTEN.matcher(decimal).matches()
                && new BigDecimal(decimal).signum() > 0;
    }

    /** Writes minor units as people do: with all digits behind the point. */
    public String decimal(BigInteger minor) {
        return new BigDecimal(minor, scale).toPlainString();
    }
}
