// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.constitution.DrawPlan;
import org.folkmoot.record.Hash;
import org.folkmoot.sortition.Quotas;
import org.folkmoot.voting.domain.drawing.Said;
import org.folkmoot.voting.domain.drawing.Strata;

/** How far a draw is. */
@Schema(name = "Draw")
record DrawView(
        @Schema(description = "The hash of everything that the draw depends on but the seed")
        Hash draw,

        Hash community,
        Hash proposal,

        @Schema(description = "The action's place in the proposal, from 0")
        int action,

        @Schema(description = "The attempt at the action, from 1")
        int attempt,

        String title,

        @Schema(description = "What those who are drawn become")
        String role,

        @Schema(description = "The body from which is drawn")
        String from,

        int seats,

        @Schema(description = "From how many to how many of each body, by stratum")
        Map<String, Map<String, List<Integer>>> quotas,

        @Schema(description = "The constitution that was in force when it was opened")
        Hash constitution,

        @Schema(description = "The membership position as of which people can be drawn")
        long position,

        @Schema(description = "The place in the journal as of which balances count, where they do")
        Optional<Long> balancesPosition,

        @Schema(description = "How many people can be drawn")
        long people,

        @Schema(description = "How many panels keep the quotas; each is as likely as the others")
        BigInteger panels,

        @Schema(
                description =
                        "committing, revealing, ending (its time is over, and it is being worked on), drawn or failed")
        String state,

        @Schema(description = "The round, from 1") int round,

        @Schema(description = "Until when commitments are taken in this round, and from when on values")
        Instant revealsAt,

        @Schema(description = "Until when values are taken in this round")
        Instant closesAt,

        @Schema(description = "How many must commit in a round")
        int atLeast,

        @Schema(description = "Who makes the seed, and what they said in this round")
        List<CommitterView> committers,

        Instant openedAt,
        Optional<Instant> endedAt,

        @Schema(description = "32 bytes in hex, if somebody was drawn")
        Optional<String> seed,

        @Schema(description = "Who was drawn, in the order of the draw; empty before")
        List<Hash> panel,

        @Schema(description = "Why nobody was drawn, in one word")
        Optional<String> reason,

        @Schema(description = "The same as a sentence") Optional<String> detail) {
    /** Somebody who makes the seed. */
    @Schema(name = "Committer")
    record CommitterView(
            Hash member,

            @Schema(
                    description =
                            "The round in which they committed and did not reveal, after which they are asked no more")
            Optional<Integer> withheldIn,

            @Schema(description = "What they committed to in this round: the hash of draw, member and value")
            Optional<String> commitment,

            Optional<Instant> committedAt,

            @Schema(description = "What they revealed in this round: 32 bytes in hex")
            Optional<String> value,

            Optional<Instant> revealedAt) {
        static CommitterView of(SeedStore.Committer committer) {
            return new CommitterView(
                    committer.member(),
                    committer.withheldIn(),
                    committer.said().map(Said::commitment),
                    committer.committedAt(),
                    committer.said().flatMap(Said::value),
                    committer.revealedAt());
        }
    }

    static DrawView of(Known draw, DrawPlan plan, List<SeedStore.Committer> committers, List<Hash> panel, Instant now) {
        var order = draw.order();
        var round = draw.round();
        return new DrawView(
                draw.id(),
                order.community(),
                order.proposal(),
                order.actionIndex(),
                order.attempt(),
                draw.title(),
                plan.role().name(),
                plan.from().name(),
                plan.seats(),
                bounds(Strata.quotas(plan)),
                draw.constitution(),
                draw.position(),
                draw.place(),
                draw.people(),
                draw.panels(),
                state(draw, now),
                round.number(),
                round.revealsAt(),
                round.closesAt(),
                plan.seed().least(),
                committers.stream().map(CommitterView::of).toList(),
                draw.openedAt(),
                draw.ended().map(Known.Ended::at),
                draw.ended().flatMap(Known.Ended::seed),
                panel,
                draw.ended().flatMap(Known.Ended::reason),
                draw.ended().flatMap(Known.Ended::detail));
    }

    static Map<String, Map<String, List<Integer>>> bounds(Quotas quotas) {
        var bounds = new TreeMap<String, Map<String, List<Integer>>>();
        quotas.of().forEach((stratum, within) -> {
            var each = new TreeMap<String, List<Integer>>();
            within.forEach((property, range) -> each.put(property, List.of(range.least(), range.most())));
            bounds.put(stratum, each);
        });
        return bounds;
    }

    private static String state(Known draw, Instant now) {
        if (draw.ended().isPresent()) return draw.ended().get().seed().isPresent() ? "drawn" : "failed";
        if (draw.round().commits(now)) return "committing";
        return draw.round().reveals(now) ? "revealing" : "ending";
    }
}
