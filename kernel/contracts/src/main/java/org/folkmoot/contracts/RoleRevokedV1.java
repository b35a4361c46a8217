// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;

/**
 * A member lost a role before its end. Sent once per membership position.
 *
 * @param position the community's membership position after this change
 * @param role the role's name in the constitution
 * @param cause the hash of the enactment that took it
 */
public record RoleRevokedV1(
        String community, long position, Instant revokedAt, String member, String role, String cause)
        implements IdentityEvent {
    public RoleRevokedV1 {
        Fields.hash("community", community);
        Fields.atLeast("position", 2, position);
        Fields.millis("revokedAt", revokedAt);
        Fields.hash("member", member);
        Fields.text("role", role);
        Fields.hash("cause", cause);
    }
}
