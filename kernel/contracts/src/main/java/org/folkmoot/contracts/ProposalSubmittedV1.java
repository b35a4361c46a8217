// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;
import java.util.List;

/**
 * A proposal was put to its community and waits for its poll. Sent once per proposal.
 *
 * @param poll the hash of the poll's definition
 * @param definition the canonical poll definition, as JSON text
 * @param actions what the proposal would do: a canonical JSON array, as text
 * @param author the hash of the member who proposed
 * @param acts the draft and the submission, as they were signed
 */
public record ProposalSubmittedV1(
        String community,
        String proposal,
        String poll,
        String definition,
        String actions,
        Instant submittedAt,
        String author,
        List<Signed> acts)
        implements ProposalsEvent {
    public ProposalSubmittedV1 {
        Fields.hash("community", community);
        Fields.hash("proposal", proposal);
        Fields.hash("poll", poll);
        Fields.text("definition", definition);
        Fields.text("actions", actions);
        Fields.millis("submittedAt", submittedAt);
        Fields.hash("author", author);
        acts = Fields.list("acts", acts);
    }
}
