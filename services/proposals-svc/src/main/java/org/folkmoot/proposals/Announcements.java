// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.Event;
import org.folkmoot.contracts.ProposalCancelledV1;
import org.folkmoot.contracts.ProposalEndedV1;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.proposals.domain.Cancelled;
import org.folkmoot.proposals.domain.Content;
import org.folkmoot.proposals.domain.Draft;
import org.folkmoot.proposals.domain.Enacted;
import org.folkmoot.proposals.domain.Enacting;
import org.folkmoot.proposals.domain.Enactments;
import org.folkmoot.proposals.domain.Ended;
import org.folkmoot.proposals.domain.Entering;
import org.folkmoot.proposals.domain.Expired;
import org.folkmoot.proposals.domain.Failed;
import org.folkmoot.proposals.domain.Lapsed;
import org.folkmoot.proposals.domain.Passed;
import org.folkmoot.proposals.domain.Polled;
import org.folkmoot.proposals.domain.Proposal;
import org.folkmoot.proposals.domain.Rejected;
import org.folkmoot.proposals.domain.State;
import org.folkmoot.proposals.domain.Timelocked;
import org.folkmoot.record.Json;

/** What the other services are told when a proposal enters a state. Nobody was told of a draft, so nobody is told of its end. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class Announcements {
    private final Outbox outbox;
    private final Deposits deposits;
    private final Commitments commitments;

    Announcements(Outbox outbox, Deposits deposits, Commitments commitments) {
        this.commitments = commitments;
        this.outbox = outbox;
        this.deposits = deposits;
    }

    void tell(Proposal before, State next) {
        outbox.addAll(of(before, next));
        if (next instanceof Ended ended) {
            deposits.release(before, ended);
            commitments.release(before, ended);
        }
    }

    private static List<Event> of(Proposal before, State next) {
        return switch (next) {
            case Enacting order -> List.of(due(before, order));
            case Ended ended -> of(before, ended);
            case Draft _, Entering _, Polled _, Timelocked _, Failed _ -> List.of();
        };
    }

    private static List<Event> of(Proposal before, Ended ended) {
        return switch (before.state()) {
            case Polled polled
            when ended instanceof Cancelled cancelled ->
                List.of(withdrawal(before, polled, cancelled), end(before, ended));
            case Entering _, Polled _, Passed _ -> List.of(end(before, ended));
            case Draft _, Ended _ -> List.of();
        };
    }

    private static ProposalCancelledV1 withdrawal(Proposal before, Polled polled, Cancelled cancelled) {
        return new ProposalCancelledV1(
                before.community(), before.id(), polled.terms().poll(), cancelled.reason(), cancelled.endedAt());
    }

    private static ProposalEndedV1 end(Proposal before, Ended ended) {
        var how = switch (ended) {
            case Enacted _ -> ProposalEndedV1.State.ENACTED;
            case Rejected _ -> ProposalEndedV1.State.REJECTED;
            case Cancelled _ -> ProposalEndedV1.State.CANCELLED;
            case Expired _, Lapsed _ -> ProposalEndedV1.State.EXPIRED;
        };
        return new ProposalEndedV1(before.community(), before.id(), how, ended.endedAt(), ended.reason());
    }

    private static EnactmentDueV1 due(Proposal before, Enacting order) {
        return new EnactmentDueV1(
                before.community(),
                before.id(),
                Enactments.name(before, order),
                order.action(),
                order.attempt(),
                action(before.content(), order).canonicalText(),
                order.orderedAt());
    }

    /** What is due: an action, or all that the decision ordered, each with its place, where they are enacted together. */
    private static Json action(Content content, Enacting order) {
        var actions = content.actions();
        if (!content.together()) return Json.of(actions.get(order.action()));
        var due = order.mandate().actions().stream()
                .map(index -> Map.of("action", actions.get(index), "index", index))
                .toList();
        return Json.of(Map.of("actions", due, "type", EnactmentDueV1.TOGETHER));
    }
}
