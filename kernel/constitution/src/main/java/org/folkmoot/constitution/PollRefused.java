// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

/** Says that bytes are not the definition of a poll, and why. */
public final class PollRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    PollRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
