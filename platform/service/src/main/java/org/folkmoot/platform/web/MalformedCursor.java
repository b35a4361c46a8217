// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.web;

/** Says that a cursor is not one that this service gave. */
public final class MalformedCursor extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Takes nothing, because the cursor is opaque. */
    public MalformedCursor() {
        super("not a cursor of this service", null, false, false);
    }
}
