// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.exporting;

/** Carries a refusal to the edge. */
final class StatementRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient StatementRefusal refusal;

    StatementRefused(StatementRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    StatementRefusal refusal() {
        return refusal;
    }
}
