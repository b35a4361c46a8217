// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.util.Optional;

/**
 * One movement that somebody asks for, as one of those of a transaction.
 *
 * @param amount as it was written; whether that is an amount of the asset is decided with the rest
 * @param payee whom it is for in the end, if that is somebody else than the account it goes to first: limits count it for them
 */
public record Leg(String debit, String credit, String asset, String amount, Optional<String> payee) {
    /** The most legs of a transaction. */
    public static final int MOST = 64;

    /** One that is for the account that it goes to. */
    public Leg(String debit, String credit, String asset, String amount) {
        this(debit, credit, asset, amount, Optional.empty());
    }

    /** Who is paid. */
    public String paid() {
        return payee.orElse(credit);
    }
}
