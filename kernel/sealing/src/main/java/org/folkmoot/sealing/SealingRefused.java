// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sealing;

/** Says why something that was sealed, proved or shared is not what it should be. */
public final class SealingRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Takes the reason, as a sentence. */
    public SealingRefused(String reason) {
        super(reason, null, false, false);
    }

    /** The reason, as a sentence. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
