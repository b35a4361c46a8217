// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

/**
 * One movement that somebody asks for, as one of those of a transaction.
 *
 * @param amount as it was written; whether that is an amount of the asset is decided with the rest
 */
public record Leg(String debit, String credit, String asset, String amount) {
    /** The most legs of a transaction. */
    public static final int MOST = 64;
}
