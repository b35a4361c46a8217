// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.delegating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Body;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Delegating;
import org.folkmoot.constitution.Policy;
import org.folkmoot.platform.acts.Accepted;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Act;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.DelegationStore;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Refused;
import org.folkmoot.voting.domain.Scope;
import org.folkmoot.voting.domain.Wish;

/** Refuses delegations that the constitution in force does not provide for. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class CheckWish {
    private static final long MOST_WEIGHT = 1_000_000_000L;

    private final Constitutions constitutions;
    private final MembershipStore membership;
    private final DelegationStore delegations;

    CheckWish(Constitutions constitutions, MembershipStore membership, DelegationStore delegations) {
        this.constitutions = constitutions;
        this.membership = membership;
        this.delegations = delegations;
    }

    /** Gives what the body says about delegation. */
    Delegating handle(Accepted accepted, Wish wish) {
        var act = accepted.act();
        var rules = constitutions.inForce(act.community()).orElseThrow();
        var said = said(act, wish).orElseThrow(() -> new Refused(new Refusal.NoDelegation(wish.body())));
        checkScope(rules, wish);
        checkDelegates(said, wish, act.actor());
        var members = new HashSet<>(
                membership.current(act.community(), List.copyOf(wish.to().keySet())));
        for (var member : wish.to().keySet())
            if (!members.contains(member)) throw new Refused(new Refusal.DelegateUnknown(member));
        return said;
    }

    /**
     * What the constitution in force says of delegation in the body. One that holds can be ended also when it says nothing any
     * more: polls that are open go by the rules under which they were opened.
     */
    Optional<Delegating> said(Act act, Wish wish) {
        return constitutions
                .inForce(act.community())
                .orElseThrow()
                .body(wish.body())
                .flatMap(Body::delegation);
    }

    private static void checkDelegates(Delegating said, Wish wish, Hash actor) {
        if (wish.to().size() > said.delegates())
            throw invalid("At most " + said.delegates() + " may be named here, not "
                    + wish.to().size() + ".");
        if (wish.to().keySet().stream().allMatch(actor::equals) && !wish.to().isEmpty())
            throw invalid("One does not delegate to oneself; name nobody to vote for oneself.");
        if (said.model() == Delegating.Model.FOLLOWING && wish.to().containsKey(actor))
            throw invalid("Nobody follows oneself.");
        for (long weight : wish.to().values()) {
            if (weight < 1 || weight > MOST_WEIGHT) throw invalid("A weight is from 1 to " + MOST_WEIGHT + ".");
            if (said.model() == Delegating.Model.FOLLOWING && weight != 1)
                throw invalid("All who are followed weigh the same here.");
        }
    }

    private static void checkScope(Constitution rules, Wish wish) {
        switch (wish.scope()) {
            case Scope.OfBody() -> {}
            case Scope.OfPolicy(var name) ->
                known(rules.policy(name).stream().anyMatch(policy -> asks(policy, wish.body())), wish);
            case Scope.OfTopic(var topic) ->
                known(
                        rules.policies().stream()
                                .filter(policy -> policy.topic().equals(Optional.of(topic)))
                                .anyMatch(policy -> asks(policy, wish.body())),
                        wish);
            case Scope.OfPoll _ -> {} // that is looked at when it is known from when on it holds
        }
    }

    private static boolean asks(Policy policy, String body) {
        return policy.stages().stream()
                .flatMap(stage -> stage.chambers().stream())
                .anyMatch(chamber -> chamber.body().equals(body));
    }

    private static void known(boolean is, Wish wish) {
        if (!is) throw new Refused(new Refusal.ScopeUnknown(wish.scope().text(), wish.body()));
    }

    /** When a delegation ends by itself: when it says, or as late as the rules allow. */
    Optional<Instant> end(Delegating said, Wish wish, Instant now) {
        if (wish.to().isEmpty() && wish.until().isEmpty()) return Optional.empty();
        var latest = said.lasts().map(now::plus);
        wish.until().ifPresent(until -> {
            if (!until.isAfter(now)) throw new Refused(new Refusal.EndInvalid(until, "That is over already."));
            if (latest.filter(until::isAfter).isPresent())
                throw new Refused(new Refusal.EndInvalid(
                        until, "Delegations in '" + wish.body() + "' end at the latest at " + latest.get() + "."));
        });
        return wish.until().or(() -> latest);
    }

    /** Refuses to end what does not hold at the moment from which on it would not; says whether what does is hidden. */
    boolean checkHeld(Act act, Wish wish, Instant since) {
        return delegations
                .held(act.community(), act.actor(), wish.body(), wish.scope(), since)
                .orElseThrow(() -> new Refused(
                        new Refusal.DelegationIdle(wish.scope().text(), "There is no delegation in this scope.")));
    }

    private static Refused invalid(String reason) {
        return new Refused(new Refusal.DelegatesInvalid(reason));
    }
}
