// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

/** Which of a voter's ballots counts. */
public enum Revote {
    /** The last one: a voter may change their mind until the poll closes. */
    LAST,
    /** The first one: a second ballot is refused. */
    FIRST
}
