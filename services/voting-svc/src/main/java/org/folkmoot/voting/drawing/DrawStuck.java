// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

/** Says which draw could not be moved. */
final class DrawStuck extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long no;

    DrawStuck(long no, Throwable cause) {
        super("the draw number " + no + " is stuck", cause);
        this.no = no;
    }

    long no() {
        return no;
    }
}
