// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;

/**
 * A member put a name to a proposal that needs sponsors before it is voted on. Sent once per proposal and sponsor.
 *
 * @param sponsor the hash of the member
 * @param act what the member signed
 */
public record ProposalSponsoredV1(String community, String proposal, String sponsor, Instant at, Signed act)
        implements ProposalsEvent {
    public ProposalSponsoredV1 {
        Fields.hash("community", community);
        Fields.hash("proposal", proposal);
        Fields.hash("sponsor", sponsor);
        Fields.millis("at", at);
        Fields.given("act", act);
    }
}
