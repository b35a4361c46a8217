// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Deposit;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.course.DepositJudge;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.contracts.DepositDueV1;
import org.folkmoot.contracts.DepositReleasedV1;
import org.folkmoot.contracts.EventJson;
import org.folkmoot.contracts.EventType;
import org.folkmoot.contracts.Signed;
import org.folkmoot.contracts.TraceEntry;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.proposals.domain.Ended;
import org.folkmoot.proposals.domain.Proposal;
import org.folkmoot.proposals.domain.PutDown;
import org.folkmoot.proposals.domain.PutDown.Standing;
import org.folkmoot.proposals.domain.Release;
import org.folkmoot.proposals.domain.Verdict;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/** What authors put down: asked for at the submission, and released when the proposal ends, whatever ended it. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Deposits {
    private static final EventType DECISION =
            EventType.named("voting.decision-reached.v1").orElseThrow();

    private final DepositTable table;
    private final ProposalStore proposals;
    private final Rulebook rulebook;
    private final Plugins plugins;
    private final Outbox outbox;

    Deposits(DepositTable table, ProposalStore proposals, Rulebook rulebook, Plugins plugins, Outbox outbox) {
        this.table = table;
        this.proposals = proposals;
        this.rulebook = rulebook;
        this.plugins = plugins;
        this.outbox = outbox;
    }

    /** Asks the treasury for what the policy of a ruling wants put down. */
    public void order(Proposal proposal, Ruling ruling, Deposit deposit, Instant now, Signed submission) {
        table.insert(proposal.id(), ruling.constitution().asset(deposit.asset()).orElseThrow(), deposit.amount());
        outbox.add(new DepositDueV1(
                proposal.community(),
                proposal.id(),
                name(proposal),
                proposal.author(),
                deposit.asset(),
                deposit.amount(),
                now,
                submission));
    }

    /** What was put down for a proposal, if anything was. */
    public Optional<PutDown> of(String proposal) {
        return table.of(proposal);
    }

    /** Takes note that the treasury keeps it, unless the proposal has ended meanwhile. */
    public void taken(String proposal) {
        table.of(proposal)
                .filter(known -> known.standing() == Standing.DUE)
                .ifPresent(_ -> table.stand(proposal, Standing.HELD));
    }

    /** Takes note that the treasury could not take it. */
    public void refused(String proposal) {
        table.of(proposal)
                .filter(known -> known.standing() == Standing.DUE || known.standing() == Standing.RELEASED)
                .ifPresent(_ -> table.stand(proposal, Standing.REFUSED));
    }

    /** Takes note where it went. */
    public void settled(String proposal, PutDown.Settled settled) {
        table.of(proposal)
                .filter(known -> known.standing() == Standing.RELEASED)
                .ifPresent(_ -> table.settle(proposal, settled));
    }

    /** Tells the treasury what becomes of it, now that the proposal has ended. */
    void release(Proposal before, Ended ended) {
        table.of(before.id())
                .filter(known -> known.standing() == Standing.DUE || known.standing() == Standing.HELD)
                .ifPresent(known -> {
                    var released = Release.of(judge(before), known.amount(), before.state(), ended, verdict(before));
                    table.release(before.id(), released);
                    outbox.add(new DepositReleasedV1(
                            before.community(),
                            before.id(),
                            name(before),
                            DepositReleasedV1.Fate.valueOf(released.fate().name()),
                            released.part(),
                            ended.word(),
                            ended.endedAt()));
                });
    }

    private DepositJudge judge(Proposal proposal) {
        var entry = proposals.entry(proposal.id()).orElseThrow();
        var constitution = rulebook.constitution(Hash.parse(proposal.community()), Hash.parse(entry.constitution()));
        return DepositJudge.of(constitution.policy(entry.policy()).orElseThrow().deposit(), plugins);
    }

    private Optional<Verdict> verdict(Proposal proposal) {
        return proposals
                .decision(proposal.id())
                .map(json -> (DecisionReachedV1) EventJson.read(DECISION, json.getBytes(UTF_8)))
                .map(Deposits::verdict);
    }

    private static Verdict verdict(DecisionReachedV1 told) {
        var stopped = DepositJudge.stopped(
                told.trace().stream().filter(rule -> !rule.passed()).map(TraceEntry::rule));
        return new Verdict(
                told.poll(), told.outcome() == DecisionReachedV1.Outcome.PASSED, stopped, DecisionFacts.of(told));
    }

    /** The name binds a deposit to its community and proposal; the treasury works it out again. */
    private static String name(Proposal proposal) {
        var parts = Map.of("community", proposal.community(), "proposal", proposal.id(), "type", "deposited/1");
        return Hash.of(Json.of(parts).canonical()).hex();
    }
}
