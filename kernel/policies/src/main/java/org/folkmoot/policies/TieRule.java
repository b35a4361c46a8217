// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

/** Who wins where options are tied for fewer seats than there are of them. Nothing depends on chance. */
public enum TieRule {
    /** Those that the question names first. */
    ORDER,
    /** The largest SHA-256 of seed, title and option, with a zero byte between them. */
    LOT,
    /** All of them, so that more may win than there are seats. */
    ALL,
    /** None of them, so that seats may stay empty. */
    NOBODY
}
