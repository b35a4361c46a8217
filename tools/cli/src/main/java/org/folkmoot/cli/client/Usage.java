// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

/** The caller asked for something that cannot be; the message says what to do instead. Ends with exit code 2. */
public final class Usage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Usage(String message) {
        super(message);
    }

    public Usage(String message, Throwable cause) {
        super(message, cause);
    }
}
