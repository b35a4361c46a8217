// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;
import java.util.List;

/**
 * Members joined a community. Sent once per membership position; a large admission is many of these.
 *
 * @param position the community's membership position after this change
 * @param cause the hash of the act or of the enactment that admitted them
 */
public record MembersAddedV1(String community, long position, Instant addedAt, List<MemberEntry> members, String cause)
        implements IdentityEvent {
    /** The most members that one event carries. */
    public static final int MOST = 1_000;

    public MembersAddedV1 {
        Fields.hash("community", community);
        Fields.atLeast("position", 2, position);
        Fields.millis("addedAt", addedAt);
        members = Fields.list("members", members, 1, MOST);
        Fields.hash("cause", cause);
    }
}
