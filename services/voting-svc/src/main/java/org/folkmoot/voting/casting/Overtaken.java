// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

/** Another act of one of these voters, not a ballot, was accepted since the batch was ruled on; nothing was written. */
final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overtaken() {
        super("another act of a voter was accepted in between");
    }
}
