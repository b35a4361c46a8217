// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

/** A place in a document, counted from 1 as editors do. */
public record Spot(int line, int column) {
    /** Where a document begins. */
    public static final Spot START = new Spot(1, 1);
}
