// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.Standing;

/** Whether a member is on a poll's roll, and why. */
@Schema(name = "Standing")
record StandingView(
        Hash poll,
        Hash member,
        boolean onRoll,

        @Schema(description = "on-roll, not-in-body, joined-later, left-before or never-member")
        String reason,

        Optional<BigInteger> power,
        @Schema(description = "When the member joined") Optional<Instant> since,

        @Schema(description = "The body that votes, if the member does not belong to it")
        Optional<String> body,

        @Schema(description = "The body's condition as the constitution writes it")
        Optional<String> who) {
    static StandingView of(Hash poll, Hash member, Standing standing) {
        return switch (standing) {
            case Standing.OnRoll(var power, var since) ->
                new StandingView(
                        poll,
                        member,
                        true,
                        "on-roll",
                        Optional.of(power),
                        Optional.of(since),
                        Optional.empty(),
                        Optional.empty());
            case Standing.NotInBody(var body, var who, var since) ->
                new StandingView(
                        poll,
                        member,
                        false,
                        "not-in-body",
                        Optional.empty(),
                        Optional.of(since),
                        Optional.of(body),
                        Optional.of(who));
            case Standing.JoinedLater(var since) -> off(poll, member, "joined-later", Optional.of(since));
            case Standing.LeftBefore() -> off(poll, member, "left-before", Optional.empty());
            case Standing.NeverMember() -> off(poll, member, "never-member", Optional.empty());
        };
    }

    private static StandingView off(Hash poll, Hash member, String reason, Optional<Instant> since) {
        return new StandingView(
                poll, member, false, reason, Optional.empty(), since, Optional.empty(), Optional.empty());
    }
}
