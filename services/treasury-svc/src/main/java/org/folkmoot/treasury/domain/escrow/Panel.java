// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.escrow;

/** Some of those who hold a role, who decide together by signing. */
public record Panel(String role, int atLeast) {
    public Panel {
        if (atLeast < 1) throw new IllegalArgumentException("a panel of " + atLeast);
    }
}
