// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.domain;

/** What came of an action that this service was asked to enact. */
public sealed interface Outcome {
    /**
     * The action took effect.
     *
     * @param result the hash of what it concerned: the member, or the constitution now in force
     */
    record Enacted(String result) implements Outcome {}

    /** The action changed nothing: the reason in one word of kebab-case, and as a sentence. */
    record Failed(String reason, String detail) implements Outcome {}
}
