// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.opening;

/** Carries a refusal to the edge. */
final class OpeningRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient OpeningRefusal refusal;

    OpeningRefused(OpeningRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    OpeningRefusal refusal() {
        return refusal;
    }
}
