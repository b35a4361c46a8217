// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;

/**
 * Something was done about what is kept for somebody. Sent once per step; what moved is told by a transfer of the step's name.
 *
 * @param step the enactment, the act, or the name of the withdrawal or expiry
 * @param what open (of a stream that is paid as it is due), withdraw, pause, resume, cancel, release, award, extend or expire
 */
public record EscrowStepTakenV1(String community, String escrow, String step, String what, Instant at)
        implements TreasuryEvent {
    public EscrowStepTakenV1 {
        Fields.hash("community", community);
        Fields.hash("escrow", escrow);
        Fields.hash("step", step);
        Fields.text("what", what);
        Fields.millis("at", at);
    }
}
