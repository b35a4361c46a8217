// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.membership;

import java.time.Instant;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;

/**
 * A member of a community as of some membership position.
 *
 * @param since when the member joined
 * @param position the membership position at which the member joined
 */
public record KnownMember(Hash member, PublicKey key, Instant since, long position) {
    /** Whether the member was there from the beginning. */
    public boolean founder() {
        return position == 1;
    }
}
