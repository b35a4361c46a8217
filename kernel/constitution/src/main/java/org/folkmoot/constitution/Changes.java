// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

/** What becomes of a poll when the membership of its body changes while it is open. */
public enum Changes {
    /** Nothing: the roll stands as it was frozen. */
    IGNORE,
    /**
     * Whom a roll made at the close would not have is struck off the roll, ballot and power; nobody comes in. Who that is nobody
     * knows before the close, so nothing may be asked before it.
     */
    RECOUNT,
    /** The poll ends undecided if anybody on the roll is not in the body any more when it is decided, or anybody new is. */
    ABORT
}
