// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

/** Says that this version of the software cannot make out what was decided; another one may. */
final class NotUnderstood extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotUnderstood(String why) {
        super(why);
    }

    NotUnderstood(RuntimeException why) {
        super(why.toString(), why);
    }
}
