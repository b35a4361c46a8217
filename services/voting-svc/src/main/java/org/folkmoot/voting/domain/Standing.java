// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.math.BigInteger;
import java.time.Instant;

/** Whether a member is on a poll's roll, and why. */
public sealed interface Standing {
    /** The member votes with this power. */
    record OnRoll(BigInteger power, Weighing weighing, Instant since) implements Standing {}

    /** The member was on the roll, and was struck off at the close: not of the body any more. */
    record StruckOff(String body, Instant since) implements Standing {}

    /** The body leaves the member out, as one of its exclusions says. */
    record Excluded(String body, String entry, Instant since) implements Standing {}

    /** The member is of the body, and its scale gives no power. */
    record Powerless(String body, Weighing weighing, Instant since) implements Standing {}

    /** The member was a member when the roll was frozen, but does not satisfy the body's condition. */
    record NotInBody(String body, String who, Instant since) implements Standing {}

    /** The member joined after the roll was frozen. */
    record JoinedLater(Instant since) implements Standing {}

    /** The member left before the roll was frozen. */
    record LeftBefore() implements Standing {}

    /** Nobody of this id was ever a member. */
    record NeverMember() implements Standing {}
}
