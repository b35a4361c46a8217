// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.sessions;

import java.time.Instant;
import java.util.Set;
import org.folkmoot.record.Hash;

/**
 * What a token says: this member of this community reads, for these purposes.
 *
 * @param until from when on the token is refused
 */
public record Session(Hash community, Hash member, Set<Scope> scopes, Instant until) {
    public Session {
        scopes = Set.copyOf(scopes);
    }
}
