// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.limiting;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/**
 * How much is spent in the time that counts now.
 *
 * @param spent in minor units
 * @param oldest when the first of it was spent, if anything was; only a window asks for it
 */
public record Count(BigInteger spent, Optional<Instant> oldest) {
    /** Nothing is spent. */
    public static final Count NONE = new Count(BigInteger.ZERO, Optional.empty());

    Count plus(BigInteger amount, Instant now) {
        return new Count(spent.add(amount), Optional.of(oldest.orElse(now)));
    }
}
