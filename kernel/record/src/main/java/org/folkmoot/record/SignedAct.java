// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

/** An act whose signature has been checked, and the envelope that proves it to anyone else. */
public record SignedAct(Act act, Envelope envelope) {
    /** Names the act: the hash of its payload as it came. */
    public Hash id() {
        return Hash.of(envelope.payload());
    }
}
