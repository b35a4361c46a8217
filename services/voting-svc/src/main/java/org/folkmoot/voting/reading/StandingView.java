// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.Standing;
import org.folkmoot.voting.domain.Weighing;

/** Whether a member is on a poll's roll, and why. */
@Schema(name = "Standing")
record StandingView(
        Hash poll,
        Hash member,
        boolean onRoll,

        @Schema(
                description = "on-roll, struck-off, not-in-body, excluded, without-power, joined-later, left-before or"
                        + " never-member")
        String reason,

        Optional<BigInteger> power,
        @Schema(description = "When the member joined") Optional<Instant> since,

        @Schema(description = "The body that votes, if the member does not belong to it")
        Optional<String> body,

        @Schema(description = "The body's condition as the constitution writes it")
        Optional<String> who,

        @Schema(description = "What of the body's exclusions leaves the member out")
        Optional<String> excludedBy,

        @Schema(description = "How the power was weighed") Optional<WeighingView> weighing,

        @Schema(description = "Who votes for whom, if the body delegates")
        Optional<ShareView> delegation) {
    /** How a power was weighed. */
    @Schema(name = "Weighing")
    record WeighingView(
            @Schema(description = "The voting power that the constitution names")
            String plugin,

            @Schema(description = "What the member owned when the roll was frozen, in minor units, by asset")
            Map<String, BigInteger> balances,

            @Schema(description = "The power before the body's cap")
            BigInteger raw,

            @Schema(description = "The most that the cap leaves to one member, if there is one")
            Optional<BigInteger> most) {
        static WeighingView of(Weighing weighing) {
            return new WeighingView(weighing.plugin(), weighing.balances(), weighing.raw(), weighing.most());
        }
    }

    static StandingView of(Hash poll, Hash member, Standing standing) {
        return switch (standing) {
            case Standing.OnRoll(var power, var weighing, var since) ->
                new StandingView(
                        poll,
                        member,
                        true,
                        "on-roll",
                        Optional.of(power),
                        Optional.of(since),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(WeighingView.of(weighing)),
                        Optional.empty());
            case Standing.StruckOff struck ->
                off(poll, member, "struck-off", Optional.of(struck.since()))
                        .in(struck.body(), Optional.empty(), Optional.empty(), Optional.empty());
            case Standing.NotInBody notIn ->
                off(poll, member, "not-in-body", Optional.of(notIn.since()))
                        .in(notIn.body(), Optional.of(notIn.who()), Optional.empty(), Optional.empty());
            case Standing.Excluded excluded ->
                off(poll, member, "excluded", Optional.of(excluded.since()))
                        .in(excluded.body(), Optional.empty(), Optional.of(excluded.entry()), Optional.empty());
            case Standing.Powerless powerless ->
                off(poll, member, "without-power", Optional.of(powerless.since()))
                        .in(powerless.body(), Optional.empty(), Optional.empty(), Optional.of(powerless.weighing()));
            case Standing.JoinedLater(var since) -> off(poll, member, "joined-later", Optional.of(since));
            case Standing.LeftBefore() -> off(poll, member, "left-before", Optional.empty());
            case Standing.NeverMember() -> off(poll, member, "never-member", Optional.empty());
        };
    }

    private StandingView in(
            String body, Optional<String> who, Optional<String> excludedBy, Optional<Weighing> weighing) {
        return new StandingView(
                poll,
                member,
                onRoll,
                reason,
                power,
                since,
                Optional.of(body),
                who,
                excludedBy,
                weighing.map(WeighingView::of),
                Optional.empty());
    }

    StandingView with(Optional<ShareView> share) {
        return new StandingView(poll, member, onRoll, reason, power, since, body, who, excludedBy, weighing, share);
    }

    private static StandingView off(Hash poll, Hash member, String reason, Optional<Instant> since) {
        return new StandingView(
                poll,
                member,
                false,
                reason,
                Optional.empty(),
                since,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
