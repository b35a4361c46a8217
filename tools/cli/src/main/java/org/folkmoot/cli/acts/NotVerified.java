// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.acts;

/** An exported act that does not prove what it says; the message is a sentence that says why. */
public final class NotVerified extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotVerified(String sentence) {
        super(sentence);
    }

    public NotVerified(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
