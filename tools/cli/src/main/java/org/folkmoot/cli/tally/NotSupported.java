// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

/** Says that a check asks for something that is not counted here, and what. */
final class NotSupported extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotSupported(String reason) {
        super(reason, null, false, false);
    }
}
