// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;

/** Over: nothing moves it any more. */
public sealed interface Ended extends State permits Enacted, Rejected, Cancelled, Expired, Lapsed {

    Instant endedAt();

    /** Says why it ended this way, in a sentence or a problem's name. */
    String reason();
}
