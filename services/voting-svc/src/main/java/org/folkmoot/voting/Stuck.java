// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

/** Says which poll, draw or order of a draw could not be worked on, so that others still are. */
public final class Stuck extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String what;
    private final long no;

    private Stuck(String what, long no, RuntimeException cause) {
        super("the " + what + " number " + no + " is stuck", cause);
        this.what = what;
        this.no = no;
    }

    /** Takes the poll's number and what went wrong. */
    public static Stuck poll(long no, RuntimeException cause) {
        return new Stuck("poll", no, cause);
    }

    /** Takes the draw's number and what went wrong. */
    public static Stuck draw(long no, RuntimeException cause) {
        return new Stuck("draw", no, cause);
    }

    /** Takes the number of an action that asked for a draw, and what went wrong. */
    public static Stuck order(long no, RuntimeException cause) {
        return new Stuck("draw order", no, cause);
    }

    String what() {
        return what;
    }

    long no() {
        return no;
    }
}
