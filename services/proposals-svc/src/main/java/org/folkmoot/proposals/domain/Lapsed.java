// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;

/** Never came to a vote, because its sponsors were not found in time. */
public record Lapsed(Instant endedAt, String reason) implements Ended {

    static Lapsed without(Backing backing) {
        return new Lapsed(
                backing.until(), backing.found() + " of " + backing.needed() + " sponsors stood behind it in time");
    }
}
