// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.reading;

/** Carries a refusal to the edge. */
final class ReadRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ReadRefusal refusal;

    ReadRefused(ReadRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    ReadRefusal refusal() {
        return refusal;
    }
}
