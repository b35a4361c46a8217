// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

/** What becomes of a poll when the membership of its body changes while it is open. */
public enum Changes {
    /** Nothing: the roll stands as it was frozen. */
    IGNORE,
    /** Whoever is not in the body any more when the poll closes is struck off the roll, ballot and power. */
    RECOUNT,
    /** The poll ends undecided if anybody on the roll is not in the body any more, or anybody new is. */
    ABORT
}
