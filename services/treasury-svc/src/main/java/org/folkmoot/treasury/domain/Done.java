// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.record.Hash;

/**
 * An order that has its outcome, for good.
 *
 * @param parts what was asked
 * @param reversal the name of what moved it back, if anything did
 */
public record Done(Hash id, Map<String, String> parts, Outcome outcome, Instant at, Optional<Hash> reversal) {
    /** The word for what was asked. */
    public String code() {
        return parts.getOrDefault("code", "");
    }

    /** Another order that came to its end at the same moment. */
    Done alike(Order order, Outcome end) {
        return new Done(order.id(), order.parts(), end, at, Optional.empty());
    }

    Done reversed(Hash by) {
        return new Done(id, parts, outcome, at, Optional.of(by));
    }
}
