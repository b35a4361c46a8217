// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

/** Says that the name of something decided is not its own. It is set aside, and nobody is answered. */
final class EnactmentForged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EnactmentForged(String why) {
        super(why, null, false, false);
    }
}
