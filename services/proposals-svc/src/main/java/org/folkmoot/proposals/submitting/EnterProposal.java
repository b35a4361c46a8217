// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.submitting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;
import org.folkmoot.constitution.Deposit;
import org.folkmoot.constitution.Policy;
import org.folkmoot.platform.acts.Accepted;
import org.folkmoot.proposals.CallPoll;
import org.folkmoot.proposals.Commitments;
import org.folkmoot.proposals.Deposits;
import org.folkmoot.proposals.Lives;
import org.folkmoot.proposals.Retention;
import org.folkmoot.proposals.Ruling;
import org.folkmoot.proposals.Taken;
import org.folkmoot.proposals.domain.Backing;
import org.folkmoot.proposals.domain.Cause;
import org.folkmoot.proposals.domain.Draft;
import org.folkmoot.proposals.domain.State;

/** Puts a draft that may be submitted on its way: to the vote, or to whatever its policy wants before that. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class EnterProposal {
    private final Lives lives;
    private final CallPoll callPoll;
    private final Deposits deposits;
    private final Commitments commitments;
    private final Retention retention;

    EnterProposal(Lives lives, CallPoll callPoll, Deposits deposits, Commitments commitments, Retention retention) {
        this.retention = retention;
        this.commitments = commitments;
        this.lives = lives;
        this.callPoll = callPoll;
        this.deposits = deposits;
    }

    State handle(Draft draft, Taken taken, Accepted accepted, Ruling ruling) {
        var proposal = taken.proposal();
        var now = taken.now();
        var cause = new Cause.Act(accepted.id().hex());
        retention.begin(proposal, ruling);
        var backing = backing(ruling.policy(), now);
        var deposit = deposit(ruling.policy());
        var waits = commitments.onSubmission(proposal, ruling.constitution(), now) || deposit.isPresent();
        if (!waits && backing.isEmpty()) return callPoll.handle(proposal, ruling, now, now, cause);
        lives.enter(proposal, CallPoll.entry(ruling, now));
        deposit.ifPresent(asked -> deposits.order(proposal, ruling, asked, now, accepted.signed()));
        State next = waits ? draft.deposit(backing) : draft.sponsor(backing.orElseThrow());
        lives.move(proposal, next, now, cause);
        return next;
    }

    private static Optional<Backing> backing(Policy policy, Instant now) {
        return policy.proposing()
                .sponsors()
                .map(asked -> new Backing(asked.body(), asked.count(), 0, now.plus(asked.within())));
    }

    /** A deposit of nothing is none. */
    private static Optional<Deposit> deposit(Policy policy) {
        return policy.deposit().filter(deposit -> deposit.amount().signum() > 0);
    }
}
