// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;
import java.util.List;

/**
 * A community came into being with its constitution and founders. Sent once per community.
 *
 * @param constitution the canonical constitution, as JSON text
 * @param position the membership position, always 1
 * @param act the founding act; its hash is the community's
 */
public record CommunityFoundedV1(
        String community,
        String name,
        String constitutionHash,
        String constitution,
        long position,
        Instant foundedAt,
        Signed act,
        List<MemberEntry> members)
        implements IdentityEvent {
    public CommunityFoundedV1 {
        Fields.hash("community", community);
        Fields.text("name", name);
        Fields.hash("constitutionHash", constitutionHash);
        Fields.text("constitution", constitution);
        if (position != 1) throw new IllegalArgumentException("a community is founded at position 1, not " + position);
        Fields.millis("foundedAt", foundedAt);
        Fields.given("act", act);
        members = Fields.list("members", members, 1, MembersAddedV1.MOST);
    }
}
