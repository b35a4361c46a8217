// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;

/** Submitted under rules that are pinned, and not ready to be voted on yet: nobody has been asked for a poll. */
public sealed interface Entering extends State permits Depositing, Sponsoring {

    /** Takes it back: there is no poll that could have begun. */
    default Cancelled cancel(String reason, Instant now) {
        return new Cancelled(now, reason);
    }
}
