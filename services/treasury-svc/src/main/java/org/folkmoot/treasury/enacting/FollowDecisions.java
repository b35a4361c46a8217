// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.contracts.CommitmentDueV1;
import org.folkmoot.contracts.CommitmentReleasedV1;
import org.folkmoot.contracts.CommunityFoundedV1;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.ProposalSubmittedV1;
import org.folkmoot.contracts.ProposalsEvent;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.events.Facts;
import org.folkmoot.platform.events.Subscription;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.treasury.ActionJson;
import org.folkmoot.treasury.DecidedElsewhere;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.domain.Order;

/**
 * Enacts what is due in the treasury. Decisions and foundings come on two topics that have no order between them: what is
 * due before its community is known is kept until it is, and so is what is due before its proposal is known, where a limit
 * is about that.
 */
@ApplicationScoped
class FollowDecisions implements Subscription {
    private final Ledger ledger;
    private final EarlyEnactments early;
    private final EnactOrder enactOrder;
    private final EnactTogether enactTogether;
    private final EarlyCommitments earlyCommitments;
    private final CommitFunds commitFunds;
    private final Instance<DecidedElsewhere> features;
    private final Submissions submissions;

    FollowDecisions(
            Ledger ledger,
            EarlyEnactments early,
            EnactOrder enactOrder,
            EnactTogether enactTogether,
            EarlyCommitments earlyCommitments,
            CommitFunds commitFunds,
            @Any Instance<DecidedElsewhere> features,
            Submissions submissions) {
        this.submissions = submissions;
        this.features = features;
        this.earlyCommitments = earlyCommitments;
        this.commitFunds = commitFunds;
        this.ledger = ledger;
        this.early = early;
        this.enactOrder = enactOrder;
        this.enactTogether = enactTogether;
    }

    @Override
    public String name() {
        return "enactments";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.IDENTITY, Topics.PROPOSALS);
    }

    @Override
    public Facts facts() {
        return Facts.on(EnactmentDueV1.class, this::enact)
                .and(CommitmentDueV1.class, due -> commitment(due.community(), due.commitment(), due))
                .and(ProposalSubmittedV1.class, this::submitted)
                .and(
                        CommitmentReleasedV1.class,
                        released -> commitment(released.community(), released.commitment(), released))
                .and(CommunityFoundedV1.class, founded -> begin(Hash.parse(founded.community())));
    }

    /** What proposals have set aside is there before anything is enacted, and what they leave is freed after that. */
    private void begin(Hash community) {
        var enactments = early.take(community);
        var commitments = earlyCommitments.take(community);
        commitments.stream().filter(CommitmentDueV1.class::isInstance).forEach(this::apply);
        enactments.forEach(this::enact);
        commitments.stream().filter(CommitmentReleasedV1.class::isInstance).forEach(this::apply);
    }

    private void commitment(String community, String commitment, ProposalsEvent event) {
        var parts = Map.of("community", community, "proposal", event.proposal(), "type", "commitment/1");
        if (!commitment.equals(Hash.of(Json.object(parts).canonical()).hex()))
            throw new EnactmentForged("not the name of the commitment: " + commitment);
        if (isKnown(Hash.parse(community))) apply(event);
        else earlyCommitments.keep(community, commitment, event);
    }

    private void apply(ProposalsEvent event) {
        switch (event) {
            case CommitmentDueV1 due -> commitFunds.commit(due);
            case CommitmentReleasedV1 released -> commitFunds.release(released);
            default -> throw new IllegalStateException("nothing about a commitment: " + event);
        }
    }

    private void enact(EnactmentDueV1 due) {
        var together = DueTogether.parts(due);
        var order = together.isEmpty() ? ActionOrder.due(due) : Optional.<Order>empty();
        var feature = together.isEmpty() ? feature(due) : Optional.<DecidedElsewhere>empty();
        if (together.isEmpty() && order.isEmpty() && feature.isEmpty()) return; // another service owns it
        if (!due.enactment().equals(DueTogether.name(due, due.actionIndex())))
            throw new EnactmentForged("not the name of the enactment: " + due.enactment());
        if (!isKnown(Hash.parse(due.community())) || isMissed(due)) early.keep(due);
        else if (!together.isEmpty()) enactTogether.handle(due, together);
        else if (feature.isPresent()) enactOrder.handle(due, feature.get());
        else enactOrder.handle(due, order.orElseThrow());
    }

    /** What was decided before its submission was heard of is done now. */
    private void submitted(ProposalSubmittedV1 submitted) {
        submissions.keep(submitted);
        early.take(Hash.parse(submitted.community()), Hash.parse(submitted.proposal()))
                .forEach(this::enact);
    }

    /** Looks a second time under the lock, because the submission may be applied at this very moment. */
    private boolean isMissed(EnactmentDueV1 due) {
        var community = Hash.parse(due.community());
        var proposal = Hash.parse(due.proposal());
        if (!submissions.isMissed(community, proposal)) return false;
        early.lock(community);
        return submissions.isMissed(community, proposal);
    }

    private Optional<DecidedElsewhere> feature(EnactmentDueV1 due) {
        var type = ActionJson.of(due).map(ActionJson::type).orElse("");
        return features.stream()
                .filter(candidate -> candidate.types().contains(type))
                .findFirst();
    }

    /** Looks a second time under the lock, because the founding may be applied at this very moment. */
    private boolean isKnown(Hash community) {
        if (ledger.has(community)) return true;
        early.lock(community);
        return ledger.has(community);
    }
}
