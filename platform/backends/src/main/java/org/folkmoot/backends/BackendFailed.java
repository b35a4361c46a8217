// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.backends;

/** A server that could not be started or stopped; the message is a sentence for the person who runs it. */
public final class BackendFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    /** Says what went wrong. */
    public BackendFailed(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** Says what went wrong and keeps what caused it. */
    public BackendFailed(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
