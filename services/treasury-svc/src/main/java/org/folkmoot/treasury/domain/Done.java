// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.record.Hash;

/**
 * An order that has its outcome, for good.
 *
 * @param parts what was asked
 * @param reversal what moved it back, if anything did
 */
public record Done(Hash id, Map<String, String> parts, Outcome outcome, Instant at, Optional<Reversal> reversal) {
    /**
     * What was moved back of something.
     *
     * @param by the name of what moved some of it back last
     * @param amount all that was moved back, in minor units; of several legs it is their sum
     */
    public record Reversal(Hash by, BigInteger amount) {}

    /** The word for what was asked. */
    public String code() {
        return parts.getOrDefault("code", "");
    }

    /** Another order that came to its end at the same moment. */
    Done alike(Order order, Outcome end) {
        return new Done(order.id(), order.parts(), end, at, Optional.empty());
    }

    Done reversed(Hash by, List<Line> lines) {
        var amount = Stream.concat(
                        reversal.map(Reversal::amount).stream(), lines.stream().map(Line::amount))
                .reduce(BigInteger.ZERO, BigInteger::add);
        return new Done(id, parts, outcome, at, Optional.of(new Reversal(by, amount)));
    }
}
