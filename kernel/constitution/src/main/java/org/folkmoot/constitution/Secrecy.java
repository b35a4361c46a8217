// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

/** Who can read a ballot. */
public enum Secrecy {
    /** Everybody, as soon as it is cast. */
    PUBLIC,
    /** Nobody until the poll is closed; then everybody, when a quorum of the trustees has opened all ballots. */
    SEALED
}
