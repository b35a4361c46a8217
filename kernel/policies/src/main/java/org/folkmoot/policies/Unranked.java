// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

/** What a ranking says about the options that it leaves out. */
public enum Unranked {
    /** They are all below the last one that it ranks, and equal to each other. */
    LAST,
    /** Nothing: they are compared with no option. */
    IGNORED
}
