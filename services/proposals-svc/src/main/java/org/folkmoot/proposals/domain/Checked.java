// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;
import java.util.List;
import org.folkmoot.proposals.domain.Refusal.Fault;

/**
 * What a decision's actions were found to be when the proposal passed: read again, against the constitution in force then. What
 * is wrong with them is said before anybody tries to enact them; whoever owns an action still decides about it.
 *
 * @param constitution the hash of that constitution
 */
public record Checked(Instant at, String constitution, List<Fault> faults) {
    public Checked {
        faults = List.copyOf(faults);
    }
}
