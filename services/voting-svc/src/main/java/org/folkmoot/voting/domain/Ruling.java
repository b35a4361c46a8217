// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.time.Instant;
import org.folkmoot.record.Hash;

/** What becomes of a ballot. */
public sealed interface Ruling {
    /** It was taken in as the ballot of this number in its poll. */
    record Accepted(Hash act, long number, Instant acceptedAt) implements Ruling {}

    /** It changes nothing. */
    record Denied(Refusal refusal) implements Ruling {}
}
