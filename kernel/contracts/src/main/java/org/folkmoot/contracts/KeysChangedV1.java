// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;
import java.util.List;

/**
 * A member signs with other keys from now on. Sent once per membership position.
 *
 * @param position the community's membership position after this change
 * @param added keys that the member signs with from now on
 * @param revoked keys that sign nothing any more; what they signed before stands
 * @param cause the hash of the act by which they were changed
 */
public record KeysChangedV1(
        String community,
        long position,
        Instant changedAt,
        String member,
        List<String> added,
        List<String> revoked,
        String cause)
        implements IdentityEvent {
    /** The most keys that one event adds, and the most that it revokes. */
    public static final int MOST = 16;

    public KeysChangedV1 {
        Fields.hash("community", community);
        Fields.atLeast("position", 2, position);
        Fields.millis("changedAt", changedAt);
        Fields.hash("member", member);
        added = Fields.list("added", added, 0, MOST);
        added.forEach(key -> Fields.did("added", key));
        revoked = Fields.list("revoked", revoked, 0, MOST);
        revoked.forEach(key -> Fields.did("revoked", key));
        Fields.hash("cause", cause);
    }
}
