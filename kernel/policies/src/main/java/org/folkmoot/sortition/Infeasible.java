// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sortition;

/** Says that no panel can be drawn that keeps the quotas, and why. */
public final class Infeasible extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Makes one with the reason, as a sentence. */
    public Infeasible(String reason) {
        super(reason);
    }
}
