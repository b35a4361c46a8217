// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.record.Hash;

/**
 * A delegation as it was made.
 *
 * @param number its place among all delegations, in the order in which they were made
 * @param body the body in whose polls it counts
 * @param to the delegates with their weights, in the order in which they were named; nobody, where the principal votes in this
 *     scope whatever a wider one says
 * @param since from when on it counts
 * @param until when it ends by itself, if it does
 * @param act what the principal signed
 */
public record Made(
        long number,
        Hash principal,
        String body,
        Scope scope,
        Map<Hash, Long> to,
        Instant since,
        Optional<Instant> until,
        Hash act) {
    public Made {
        to = Collections.unmodifiableMap(new LinkedHashMap<>(to));
    }
}
