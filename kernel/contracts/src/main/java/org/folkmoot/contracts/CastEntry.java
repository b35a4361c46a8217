// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;

/**
 * One accepted ballot, with the member's act as it was received.
 *
 * @param number the ballot's place in its poll, from 1
 * @param act the hash of the payload
 * @param payload the payload's bytes, base64
 * @param signature the signature's bytes, base64
 */
public record CastEntry(long number, String act, String payload, String suite, String signature, Instant acceptedAt) {
    public CastEntry {
        Fields.atLeast("number", 1, number);
        Fields.hash("act", act);
        Fields.text("payload", payload);
        Fields.text("suite", suite);
        Fields.text("signature", signature);
        Fields.millis("acceptedAt", acceptedAt);
    }
}
