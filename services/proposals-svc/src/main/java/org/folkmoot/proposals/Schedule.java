// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import org.folkmoot.proposals.domain.Delayed;
import org.folkmoot.proposals.domain.Depositing;
import org.folkmoot.proposals.domain.Draft;
import org.folkmoot.proposals.domain.Enacting;
import org.folkmoot.proposals.domain.Ended;
import org.folkmoot.proposals.domain.Failed;
import org.folkmoot.proposals.domain.Sponsoring;
import org.folkmoot.proposals.domain.State;
import org.folkmoot.proposals.domain.Submitted;
import org.folkmoot.proposals.domain.Timelocked;
import org.folkmoot.proposals.domain.Voting;

/** The table of deadlines, which are always those of the proposal's present state. */
@ApplicationScoped
class Schedule {
    private final EntityManager entities;

    Schedule(EntityManager entities) {
        this.entities = entities;
    }

    void replace(String proposal, State state) {
        entities.createNativeQuery("delete from schedule where proposal = :proposal")
                .setParameter("proposal", proposal)
                .executeUpdate();
        deadlines(state)
                .forEach((kind, dueAt) -> entities.createNativeQuery(
                                "insert into schedule (proposal, kind, due_at) values (:proposal, :kind, :dueAt)")
                        .setParameter("proposal", proposal)
                        .setParameter("kind", kind)
                        .setParameter("dueAt", dueAt)
                        .executeUpdate());
    }

    private static Map<String, Instant> deadlines(State state) {
        return switch (state) {
            case Delayed delayed ->
                Map.of("start-voting", delayed.terms().window().opensAt());
            case Sponsoring sponsoring -> Map.of("lapse", sponsoring.backing().until());
            case Timelocked timelocked ->
                Map.of(
                        "end-timelock", timelocked.mandate().eta(),
                        "expire", timelocked.mandate().expiry());
            case Failed failed ->
                failed.turn().map(turn -> Map.of("expire", turn.at())).orElseThrow();
            case Draft _, Depositing _, Submitted _, Voting _, Enacting _, Ended _ -> Map.of();
        };
    }
}
