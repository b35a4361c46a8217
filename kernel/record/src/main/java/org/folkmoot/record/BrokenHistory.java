// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

/** Acts that are said to have changed a member's keys, and of which one does not follow from those before it. */
public final class BrokenHistory extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenHistory(String reason) {
        super(reason, null, false, false);
    }
}
