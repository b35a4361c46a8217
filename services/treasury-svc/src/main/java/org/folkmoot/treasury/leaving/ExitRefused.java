// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.leaving;

/** Carries a refusal to the edge. */
final class ExitRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ExitRefusal refusal;

    ExitRefused(ExitRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    ExitRefusal refusal() {
        return refusal;
    }
}
