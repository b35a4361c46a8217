// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

/** The suite could not be started or reached; the message is a sentence for the person who runs it. */
public final class HouseFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what went wrong and what to do. */
    public HouseFailed(String sentence) {
        super(sentence);
    }

    /** Says what went wrong and keeps what caused it. */
    public HouseFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
