// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

/** Something about voters that must be known before a roll can be frozen. */
public sealed interface Need {
    /** What they own of an asset. */
    record Balances(String asset) implements Need {}

    /** What they have locked of an asset. */
    record Locks(String asset) implements Need {}

    /** Which things of a kind they own, and which shares of them. */
    record Holdings(String kind) implements Need {}
}
