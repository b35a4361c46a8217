// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.delegation;

import java.math.BigInteger;

/**
 * Power that no ballot carried.
 *
 * @param principal whose power it is
 * @param at with whom its way ended; the principal where it went nowhere
 * @param power how much
 * @param reason why
 */
public record Lost(String principal, String at, BigInteger power, Reason reason) {
    /** Why no ballot carried it. */
    public enum Reason {
        /** The voter with whom its way ended cast no ballot and delegated to nobody. */
        SILENT,
        /** It was delegated in a circle in which nobody voted. */
        CIRCLE,
        /** It would have had to take more steps than the rules allow. */
        TOO_FAR,
        /** It would have been divided into too many parts, or into too small ones. */
        TOO_DIVIDED,
        /** The principal kept it back and cast no ballot. */
        KEPT_BACK,
        /** The delegate's choice has no vote that the principal's terms could be put on. */
        NOT_INHERITED,
        /** The method does not take the delegate's choice with the principal's power. */
        UNFIT,
        /** The ballot carried as much for others as the rules allow. */
        OVERFLOW
    }
}
