// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;

/**
 * A member holds a role. Sent once per membership position.
 *
 * @param position the community's membership position after this change
 * @param role the role's name in the constitution
 * @param until when the role is held no longer; {@link #WITHOUT_END} if it does not end by itself
 * @param cause the hash of the enactment that gave it
 */
public record RoleGrantedV1(
        String community, long position, Instant grantedAt, String member, String role, Instant until, String cause)
        implements IdentityEvent {
    /** The end of what does not end by itself. */
    public static final Instant WITHOUT_END = Instant.parse("9999-12-31T00:00:00Z");

    public RoleGrantedV1 {
        Fields.hash("community", community);
        Fields.atLeast("position", 2, position);
        Fields.millis("grantedAt", grantedAt);
        Fields.hash("member", member);
        Fields.text("role", role);
        Fields.millis("until", until);
        Fields.hash("cause", cause);
    }
}
