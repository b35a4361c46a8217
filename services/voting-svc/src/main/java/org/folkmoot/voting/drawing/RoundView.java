// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.drawing.Said;

/** What was said in one round of a draw. */
@Schema(name = "DrawRound")
record RoundView(
        @Schema(description = "The round, from 1") int round,

        @Schema(description = "From when on commitments were taken, if that is known")
        Optional<Instant> opensAt,

        @Schema(description = "Until when commitments were taken, and from when on values")
        Optional<Instant> revealsAt,

        @Schema(description = "Until when values were taken")
        Optional<Instant> closesAt,

        @Schema(description = "Who could make the seed in this round, in the order of their ids")
        List<SayingView> committers) {
    /** What somebody said in the round who could make the seed. */
    @Schema(name = "DrawSaying")
    record SayingView(
            Hash member,

            @Schema(description = "What they committed to: the hash of draw and round, member and value")
            Optional<String> commitment,

            Optional<Instant> committedAt,

            @Schema(description = "What they revealed: 32 bytes in hex")
            Optional<String> value,

            Optional<Instant> revealedAt,

            @Schema(description = "Whether they kept the value back until the round was over, and are asked no more")
            boolean withheld) {
        private static SayingView of(SeedStore.Committer committer, int round) {
            return new SayingView(
                    committer.member(),
                    committer.said().map(Said::commitment),
                    committer.committedAt(),
                    committer.said().flatMap(Said::value),
                    committer.revealedAt(),
                    committer.withheldIn().filter(in -> in == round).isPresent());
        }
    }

    static RoundView of(RoundStore.Held round) {
        return new RoundView(
                round.number(),
                round.opensAt(),
                round.revealsAt(),
                round.closesAt(),
                round.committers().stream()
                        .map(committer -> SayingView.of(committer, round.number()))
                        .toList());
    }
}
