// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

/** Says that bytes are not the event that they claim to be; sending them again cannot help. */
public final class MalformedEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Takes the reason. */
    public MalformedEvent(String reason) {
        super(reason);
    }

    /** Takes the reason and where it came from. */
    public MalformedEvent(String reason, Throwable cause) {
        super(reason, cause);
    }
}
