// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.enacting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import org.folkmoot.contracts.DrawnV1;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.identity.domain.CannotEnact;
import org.folkmoot.identity.domain.Outcome;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/**
 * Gives a role to those who were drawn by lot, once, and answers for the action that asked for the draw. Whoever has left since
 * gets nothing; nobody is drawn in their place.
 */
@ApplicationScoped
class GrantDrawn {
    private static final String ACTION =
            Json.object(Map.of("type", "role.draw")).canonicalText();

    private final EnactmentStore enactments;
    private final MembershipStore membership;
    private final Constitutions constitutions;
    private final ChangeRoles changeRoles;
    private final Outbox outbox;
    private final Clock clock;

    GrantDrawn(
            EnactmentStore enactments,
            MembershipStore membership,
            Constitutions constitutions,
            ChangeRoles changeRoles,
            Outbox outbox,
            Clock clock) {
        this.enactments = enactments;
        this.membership = membership;
        this.constitutions = constitutions;
        this.changeRoles = changeRoles;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Runs in the transaction that notes the event. */
    void handle(DrawnV1 drawn) {
        var community = membership.lock(Hash.parse(drawn.community()));
        // Under the lock, so that the same draw told of twice at once is found, too.
        if (enactments.knows(drawn.enactment())) return;
        var order = order(drawn);
        var now = clock.instant();
        var outcome = community
                .map(known -> grant(drawn, new Due(order, known, now)))
                .orElseGet(() ->
                        new Outcome.Failed("community-unknown", "There is no community " + drawn.community() + "."));
        enactments.insert(order, outcome, now);
        outbox.add(EnactAction.answer(order, outcome, now));
    }

    private Outcome grant(DrawnV1 drawn, Due due) {
        try {
            check(drawn, due);
            if (!changeRoles.grantAll(
                    due, drawn.panel().stream().map(Hash::parse).toList(), drawn.role(), drawn.until()))
                throw new CannotEnact("nobody-left", "Nobody who was drawn is a member any more.");
            return new Outcome.Enacted(drawn.draw());
        } catch (CannotEnact refused) {
            return refused.failed();
        }
    }

    /** The rules may have changed while the seed was made, and the term may be over before anybody heard of the draw. */
    private void check(DrawnV1 drawn, Due due) {
        if (!constitutions.inForce(due.community()).roles().containsKey(drawn.role()))
            throw new CannotEnact("role-unknown", "There is no role '" + drawn.role() + "' any more.");
        if (!due.now().isBefore(drawn.until()))
            throw new CannotEnact("term-over", "The term of those who were drawn ended at " + drawn.until() + ".");
    }

    /** The order that the draw was opened for; the draw stands for its action. */
    private static EnactmentDueV1 order(DrawnV1 drawn) {
        return new EnactmentDueV1(
                drawn.community(),
                drawn.proposal(),
                drawn.enactment(),
                drawn.actionIndex(),
                drawn.attempt(),
                ACTION,
                drawn.drawnAt());
    }
}
