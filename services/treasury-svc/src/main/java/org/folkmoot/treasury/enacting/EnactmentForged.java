// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

/** Says that an enactment is not what its name says. It is set aside, and nobody is answered. */
final class EnactmentForged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EnactmentForged(String why) {
        super(why, null, false, false);
    }
}
