// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

/** What was waited for did not come; the message says what it was and what came instead. */
public final class WaitedTooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WaitedTooLong(String message) {
        super(message);
    }
}
