// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;

/**
 * A member left a community or was removed. Sent once per membership position.
 *
 * @param position the community's membership position after this change
 * @param cause the hash of the act or of the enactment that removed the member
 */
public record MemberRemovedV1(String community, long position, Instant removedAt, String member, String cause)
        implements IdentityEvent {
    public MemberRemovedV1 {
        Fields.hash("community", community);
        Fields.atLeast("position", 2, position);
        Fields.millis("removedAt", removedAt);
        Fields.hash("member", member);
        Fields.hash("cause", cause);
    }
}
