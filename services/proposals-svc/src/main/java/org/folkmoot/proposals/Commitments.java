// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.folkmoot.constitution.Commitment;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.contracts.CommitmentDueV1;
import org.folkmoot.contracts.CommitmentReleasedV1;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.proposals.domain.Committed;
import org.folkmoot.proposals.domain.Committed.Standing;
import org.folkmoot.proposals.domain.Content;
import org.folkmoot.proposals.domain.Ended;
import org.folkmoot.proposals.domain.Proposal;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/** What is set aside for a proposal before it is enacted: asked for when its constitution says so, and freed when it ends. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Commitments {
    private static final String TREASURY = "treasury.";

    private final CommitmentTable table;
    private final Outbox outbox;

    Commitments(CommitmentTable table, Outbox outbox) {
        this.table = table;
        this.outbox = outbox;
    }

    /** Asks the treasury at the submission to set aside what any of the actions will move; false if nothing is asked for. */
    public boolean onSubmission(Proposal proposal, Constitution rules, Instant now) {
        var actions =
                IntStream.range(0, proposal.content().actions().size()).boxed().toList();
        return rules.treasury().commitment() == Commitment.ON_SUBMISSION && order(proposal, actions, now);
    }

    /** Asks the treasury, now that the proposal has passed, to set aside what the actions of the decision will move. */
    public void onPassing(Proposal proposal, Constitution rules, List<Integer> ordered, Instant now) {
        if (rules.treasury().commitment() == Commitment.ON_PASSING) order(proposal, ordered, now);
    }

    private boolean order(Proposal proposal, List<Integer> actions, Instant now) {
        var own = actions.stream()
                .filter(index -> isTreasurys(proposal.content(), index))
                .map(index -> Map.of("action", proposal.content().actions().get(index), "index", index))
                .toList();
        if (own.isEmpty()) return false;
        var text = Json.of(own).canonicalText();
        table.insert(proposal.id(), text, now);
        outbox.add(new CommitmentDueV1(proposal.community(), proposal.id(), name(proposal), text, now));
        return true;
    }

    private static boolean isTreasurys(Content content, int action) {
        return String.valueOf(content.actions().get(action).get("type")).startsWith(TREASURY);
    }

    /** What is set aside for a proposal, if anything was asked for. */
    public Optional<Committed> of(String proposal) {
        return table.of(proposal);
    }

    /** Takes note that it is set aside, unless the proposal has ended meanwhile. */
    public void taken(String proposal, Instant at) {
        due(proposal).ifPresent(_ -> table.stand(proposal, Standing.HELD, "", at));
    }

    /** Takes note that it cannot be set aside. */
    public void refused(String proposal, String detail, Instant at) {
        due(proposal).ifPresent(_ -> table.stand(proposal, Standing.REFUSED, detail, at));
    }

    private Optional<Committed> due(String proposal) {
        return table.of(proposal).filter(Committed::outstanding);
    }

    /** Tells the treasury that what is left is free, now that the proposal has ended. */
    void release(Proposal before, Ended ended) {
        table.of(before.id())
                .filter(known -> known.standing() == Standing.DUE || known.standing() == Standing.HELD)
                .ifPresent(known -> {
                    table.stand(before.id(), Standing.RELEASED, "", ended.endedAt());
                    outbox.add(new CommitmentReleasedV1(
                            before.community(),
                            before.id(),
                            name(before),
                            known.actions(),
                            ended.word(),
                            ended.endedAt()));
                });
    }

    /** The name binds a commitment to its community and proposal; the treasury works it out again. */
    private static String name(Proposal proposal) {
        var parts = Map.of("community", proposal.community(), "proposal", proposal.id(), "type", "commitment/1");
        return Hash.of(Json.of(parts).canonical()).hex();
    }
}
