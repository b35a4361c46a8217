// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.enacting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.EnactmentEvent;
import org.folkmoot.identity.domain.Change;
import org.folkmoot.identity.domain.Outcome;
import org.folkmoot.platform.events.DueAction;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/** Enacts an action that is due here, once, and answers with what came of it. */
@ApplicationScoped
class EnactAction {
    private final EnactmentStore enactments;
    private final MembershipStore membership;
    private final ApplyChange applyChange;
    private final Outbox outbox;
    private final Clock clock;

    EnactAction(
            EnactmentStore enactments,
            MembershipStore membership,
            ApplyChange applyChange,
            Outbox outbox,
            Clock clock) {
        this.enactments = enactments;
        this.membership = membership;
        this.applyChange = applyChange;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Runs in the transaction that notes the event. */
    void handle(EnactmentDueV1 due) {
        DueAction.of(due).map(DueAction::said).filter(Change::concerns).ifPresent(action -> enact(due, action));
    }

    private void enact(EnactmentDueV1 due, Json.Obj action) {
        var community = membership.lock(Hash.parse(due.community()));
        // Under the lock, so that the same enactment asked for twice at once is found, too.
        if (enactments.knows(due.enactment())) return;
        var now = clock.instant();
        var outcome = community
                .map(known -> applyChange.handle(new Due(due, known, now), action))
                .orElseGet(() ->
                        new Outcome.Failed("community-unknown", "There is no community " + due.community() + "."));
        enactments.insert(due, outcome, now);
        outbox.add(answer(due, outcome, now));
    }

    static EnactmentEvent answer(EnactmentDueV1 due, Outcome outcome, Instant now) {
        return switch (outcome) {
            case Outcome.Enacted enacted ->
                new ActionEnactedV1(
                        due.community(),
                        due.proposal(),
                        due.enactment(),
                        due.actionIndex(),
                        due.attempt(),
                        now,
                        enacted.result());
            case Outcome.Failed failed ->
                new ActionFailedV1(
                        due.community(),
                        due.proposal(),
                        due.enactment(),
                        due.actionIndex(),
                        due.attempt(),
                        failed.reason(),
                        failed.detail(),
                        now);
        };
    }
}
