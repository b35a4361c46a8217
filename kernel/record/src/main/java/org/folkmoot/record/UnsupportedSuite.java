// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

/** The envelope's proof is of a kind that nobody here can check. */
public final class UnsupportedSuite extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnsupportedSuite() {
        super("the proof's suite is not known here", null, false, false);
    }
}
