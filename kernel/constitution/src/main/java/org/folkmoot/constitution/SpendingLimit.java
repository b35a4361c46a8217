// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;

/**
 * The most of an asset that may leave an account, or be moved under a policy, in a time.
 *
 * @param of what is limited
 * @param asset the code of the asset
 * @param most in minor units
 * @param span the time
 */
public record SpendingLimit(Of of, String asset, BigInteger most, Span span) {
    /** What is limited. */
    public sealed interface Of {
        /** All that leaves an account. */
        record From(String account) implements Of {}

        /** What leaves an account for each who is paid. */
        record Each(String account) implements Of {}

        /** What each holder of a role spends out of an account. */
        record Holder(String account, String role) implements Of {}

        /** What leaves accounts by proposals under a policy. */
        record Track(String policy) implements Of {}
    }

    /** In which time it counts. */
    public sealed interface Span {
        /** A period of the calendar, one after the other. */
        record Every(Period length) implements Span {}

        /** The time before each moment: what is exactly as old as that counts no more. */
        record Within(Duration window) implements Span {}
    }

    /** The account that it is about, if it is about one. */
    public Optional<String> account() {
        return switch (of) {
            case Of.From(var account) -> Optional.of(account);
            case Of.Each(var account) -> Optional.of(account);
            case Of.Holder(var account, var _) -> Optional.of(account);
            case Of.Track _ -> Optional.empty();
        };
    }

    /**
     * What it is called in the books: all but how much, so that what is spent stays what it is when that is changed.
     * No two limits of a constitution are called alike.
     */
    public String name() {
        var limited = switch (of) {
            case Of.From(var account) -> "from " + account;
            case Of.Each(var account) -> "from " + account + " to each";
            case Of.Holder(var account, var role) -> "from " + account + " by " + role;
            case Of.Track(var policy) -> "policy " + policy;
        };
        return limited + " " + asset
                + switch (span) {
                    case Span.Every(var length) -> " every " + length;
                    case Span.Within(var window) -> " within " + written(window);
                };
    }

    /** Whole days are written as such. */
    private static String written(Duration window) {
        return window.equals(Duration.ofDays(window.toDays())) ? "P" + window.toDays() + "D" : window.toString();
    }
}
