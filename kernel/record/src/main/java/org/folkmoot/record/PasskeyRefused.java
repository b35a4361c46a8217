// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

/** A passkey's answer says the wrong thing, though it may be signed well. */
public final class PasskeyRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String field;

    PasskeyRefused(String field) {
        super("the passkey's answer has another " + field + " than it must", null, false, false);
        this.field = field;
    }

    /** Names the part: type, challenge, origin, crossOrigin, rpIdHash, userPresent or userVerified. */
    public String field() {
        return field;
    }
}
