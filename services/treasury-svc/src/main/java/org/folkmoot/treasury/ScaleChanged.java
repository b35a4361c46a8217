// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

/**
 * Says that a constitution gives an asset another scale than the ledger counts it in. Every amount so far would mean
 * something else, so the ledger takes nothing from such a constitution.
 */
public final class ScaleChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScaleChanged(String asset, int known, int wanted) {
        super("the scale of " + asset + " is " + known + " for good, and not " + wanted, null, false, false);
    }
}
