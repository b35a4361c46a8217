// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.contracts.CommitmentDueV1;
import org.folkmoot.contracts.CommitmentReleasedV1;
import org.folkmoot.contracts.DepositDueV1;
import org.folkmoot.contracts.DepositReleasedV1;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.ProposalsEvent;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.Malformed;
import org.folkmoot.treasury.ActionJson;
import org.folkmoot.treasury.DecidedElsewhere;
import org.folkmoot.treasury.DepositDesk;
import org.folkmoot.treasury.domain.Kept;
import org.folkmoot.treasury.domain.Order;

/** Does what was decided, by whatever owns it. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class ApplyDecision {
    private final EnactOrder enactOrder;
    private final EnactTogether enactTogether;
    private final PlanTogether planTogether;
    private final CommitFunds commitFunds;
    private final DepositDesk deposits;
    private final Instance<DecidedElsewhere> features;

    ApplyDecision(
            EnactOrder enactOrder,
            EnactTogether enactTogether,
            PlanTogether planTogether,
            CommitFunds commitFunds,
            DepositDesk deposits,
            @Any Instance<DecidedElsewhere> features) {
        this.enactOrder = enactOrder;
        this.enactTogether = enactTogether;
        this.planTogether = planTogether;
        this.commitFunds = commitFunds;
        this.deposits = deposits;
        this.features = features;
    }

    /** Whether it is the treasury's; what is malformed, or is not what its name says, is refused. */
    boolean owns(ProposalsEvent event) {
        return switch (event) {
            case EnactmentDueV1 due -> owns(due);
            case CommitmentDueV1 due -> {
                checkName(due.community(), due.proposal(), due.commitment());
                checkActions(DueTogether.listed(due.community(), due.proposal(), due.actions(), due.at()));
                yield true;
            }
            case CommitmentReleasedV1 released -> {
                checkName(released.community(), released.proposal(), released.commitment());
                checkActions(DueTogether.listed(
                        released.community(), released.proposal(), released.actions(), released.at()));
                yield true;
            }
            case DepositDueV1 due -> isDeposit(due, due.deposit());
            case DepositReleasedV1 released -> isDeposit(released, released.deposit());
            default -> false;
        };
    }

    /** The name binds a deposit to its community and proposal, so nobody's proposal can move somebody else's money. */
    private static boolean isDeposit(ProposalsEvent event, String deposit) {
        if (!deposit.equals(Kept.id(Hash.parse(event.community()), Hash.parse(event.proposal()))
                .hex())) throw new EnactmentForged("not the name of the deposit: " + deposit);
        return true;
    }

    private boolean owns(EnactmentDueV1 due) {
        var together = DueTogether.parts(due);
        together.forEach(planTogether::check);
        for (var part : together.isEmpty() ? List.of(due) : together)
            feature(part).ifPresent(feature -> feature.check(part));
        if (together.isEmpty() && ActionOrder.due(due).isEmpty() && feature(due).isEmpty()) return false;
        if (!due.enactment().equals(DueTogether.name(due, due.actionIndex())))
            throw new EnactmentForged("not the name of the enactment: " + due.enactment());
        return true;
    }

    private static void checkName(String community, String proposal, String commitment) {
        var parts = Map.of("community", community, "proposal", proposal, "type", "commitment/1");
        if (!commitment.equals(Hash.of(Json.object(parts).canonical()).hex()))
            throw new EnactmentForged("not the name of the commitment: " + commitment);
    }

    /** What cannot be read as actions is refused as it comes, before anything waits for it. */
    private static void checkActions(List<EnactmentDueV1> actions) {
        actions.forEach(ActionOrder::due);
    }

    /**
     * Looks again at what waited: it may have been kept without that, or by another version, whose words this one need not
     * know. So only a name that is not its own is forged for good.
     */
    void check(ProposalsEvent event) {
        try {
            if (!owns(event)) throw new NotUnderstood("not the treasury's, as this version knows it: " + event);
        } catch (Malformed | IllegalArgumentException | DateTimeException e) {
            throw new NotUnderstood(e);
        }
    }

    /** Does it, once in effect however often it is asked for. */
    void handle(ProposalsEvent event) {
        switch (event) {
            case EnactmentDueV1 due -> enact(due);
            case CommitmentDueV1 due -> commitFunds.commit(due);
            case CommitmentReleasedV1 released -> commitFunds.release(released);
            case DepositDueV1 due -> deposits.take(due);
            case DepositReleasedV1 released -> deposits.release(released);
            default -> throw new IllegalStateException("nothing that was decided: " + event);
        }
    }

    private void enact(EnactmentDueV1 due) {
        var together = DueTogether.parts(due);
        var feature = together.isEmpty() ? feature(due) : Optional.<DecidedElsewhere>empty();
        if (!together.isEmpty()) enactTogether.handle(due, together);
        else if (feature.isPresent()) enactOrder.handle(due, feature.get());
        else enactOrder.handle(due, order(due));
    }

    private static Order order(EnactmentDueV1 due) {
        return ActionOrder.due(due).orElseThrow();
    }

    private Optional<DecidedElsewhere> feature(EnactmentDueV1 due) {
        return ActionJson.of(due)
                .flatMap(action -> features.stream()
                        .filter(candidate -> candidate.owns(action))
                        .findFirst());
    }
}
