// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.depositing;

/** Says that a deposit is not what its name says. It is set aside, and nobody is answered. */
final class DepositForged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DepositForged(String why) {
        super(why, null, false, false);
    }
}
