// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.constitution.DrawPlan;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.drawing.Strata;

/** A draw as a file from which anybody draws again: {@code folkmoot draw panel}. */
@Schema(name = "DrawFile")
record DrawFileView(
        @Schema(description = "The title") String draw,

        int seats,

        @Schema(description = "Where the people are who can be drawn: a table beside this file", examples = "pool.csv")
        String pool,

        Map<String, Map<String, List<Integer>>> quotas,

        @Schema(description = "Who may make the seed") List<Hash> committers,

        @Schema(description = "The round, from 1; the value of one round is of no use in another")
        int round,

        @Schema(description = "What they committed to in this round, by member")
        SortedMap<String, String> commitments,

        @Schema(description = "What they revealed in this round, by member")
        SortedMap<String, String> reveals) {
    static final String POOL = "pool.csv";

    static DrawFileView of(Known draw, DrawPlan plan, List<SeedStore.Committer> committers) {
        var commitments = new TreeMap<String, String>();
        var reveals = new TreeMap<String, String>();
        for (var committer : committers)
            committer.said().ifPresent(said -> {
                commitments.put(committer.member().hex(), said.commitment());
                said.value().ifPresent(value -> reveals.put(committer.member().hex(), value));
            });
        return new DrawFileView(
                draw.title(),
                plan.seats(),
                POOL,
                DrawView.bounds(Strata.quotas(plan)),
                committers.stream().map(SeedStore.Committer::member).toList(),
                draw.round().number(),
                commitments,
                reveals);
    }
}
