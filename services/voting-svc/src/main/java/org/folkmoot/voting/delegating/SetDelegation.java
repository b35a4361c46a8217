// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.delegating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.folkmoot.constitution.Delegating;
import org.folkmoot.contracts.DelegationHiddenV1;
import org.folkmoot.contracts.DelegationMadeV1;
import org.folkmoot.platform.acts.Accepted;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.record.SignedAct;
import org.folkmoot.voting.ClockBound;
import org.folkmoot.voting.DelegationHistory;
import org.folkmoot.voting.DelegationStore;
import org.folkmoot.voting.domain.Made;
import org.folkmoot.voting.domain.Wish;

/**
 * Takes a member's delegates, or their end. They hold from the moment at which they are accepted, which is found behind a
 * lock that the counting of a poll waits for, too: what comes after the count is not in it. No two of a community hold from
 * the same moment on, so that a poll that is followed hears of one after the other. Clocks of replicas differ, so that moment
 * is the one of the own clock only if nothing of the body was counted as of a later one.
 */
@ApplicationScoped
class SetDelegation {
    static final String SET = "delegation.set/1";
    static final String END = "delegation.end/1";

    private final ActDesk desk;
    private final DelegationStore delegations;
    private final DelegationHistory history;
    private final CheckWish checkWish;
    private final CheckPoll checkPoll;
    private final ClockBound clockBound;
    private final Outbox outbox;

    SetDelegation(
            ActDesk desk,
            DelegationStore delegations,
            DelegationHistory history,
            CheckWish checkWish,
            CheckPoll checkPoll,
            ClockBound clockBound,
            Outbox outbox) {
        this.clockBound = clockBound;
        this.history = history;
        this.desk = desk;
        this.delegations = delegations;
        this.checkWish = checkWish;
        this.checkPoll = checkPoll;
        this.outbox = outbox;
    }

    /** Gives what holds from now on. */
    @Transactional
    Made handle(SignedAct opened) {
        var act = opened.act();
        var ends = act.type().equals(END);
        var wish = ends ? Wish.ending(act.body()) : Wish.read(act.body());
        // Before the lock: ballots of followed polls wait behind it.
        desk.check(opened);
        var named = checkPoll.hold(act.community(), wish);
        delegations.lock(act.community());
        clockBound.check();
        var accepted = desk.accept(opened);
        var since = history.soonest(act.community(), wish.body(), accepted.at());
        var said = ends ? checkWish.said(act, wish) : Optional.of(checkWish.handle(accepted, wish));
        named.ifPresent(poll -> checkPoll.handle(poll, wish, since));
        // Who ends what nobody knew of tells nobody that it was there.
        boolean wasHidden = ends && checkWish.checkHeld(act, wish, since);
        var until = ends ? wish.until() : checkWish.end(said.orElseThrow(), wish, since);
        var made = new Made(0, act.actor(), wish.body(), wish.scope(), wish.to(), since, until, accepted.id());
        boolean hidden = wasHidden || said.filter(Delegating::isPublic).isEmpty();
        delegations.add(act.community(), made, ends, hidden);
        tell(hidden, accepted, made);
        return made;
    }

    private void tell(boolean hidden, Accepted accepted, Made made) {
        var community = accepted.act().community().hex();
        outbox.add(
                hidden
                        ? new DelegationHiddenV1(
                                community, made.body(), accepted.id().hex(), made.since())
                        : new DelegationMadeV1(
                                community, made.body(), made.principal().hex(), made.since(), accepted.signed()));
    }
}
