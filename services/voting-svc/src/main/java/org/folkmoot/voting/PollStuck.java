// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

/** Says which poll could not be worked on, so that others still are. */
public final class PollStuck extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long no;

    /** Takes the poll's number and what went wrong. */
    public PollStuck(long no, RuntimeException cause) {
        super("the poll number " + no + " is stuck", cause);
        this.no = no;
    }

    long no() {
        return no;
    }
}
