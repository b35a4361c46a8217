// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import org.folkmoot.record.Hash;

/** Says that an id names another transfer already, and by which part the two differ first. Nothing was changed. */
public final class DifferentTransfer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /** Names what is known already, and the first part that differs. */
    public DifferentTransfer(Hash id, String field) {
        super("transfer " + id + " is known with another " + field, null, false, false);
        this.field = field;
    }

    /** The first part that differs, such as {@code amount}. */
    public String field() {
        return field;
    }
}
