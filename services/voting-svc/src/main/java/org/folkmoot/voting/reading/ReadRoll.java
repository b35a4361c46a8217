// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.folkmoot.constitution.Body;
import org.folkmoot.constitution.Delegating;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.platform.sessions.Reader;
import org.folkmoot.platform.sessions.Scope;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.DelegationStore;
import org.folkmoot.voting.PollStore;
import org.folkmoot.voting.RollStore;
import org.folkmoot.voting.Rulebook;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.PollRules;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Refused;
import org.folkmoot.voting.domain.RollTotals;

/** Reads a member's standing from the members' past. */
@ApplicationScoped
class ReadRoll {
    private final PollStore polls;
    private final RollStore rolls;
    private final Rulebook rulebook;
    private final ReadShare readShare;
    private final Reader reader;
    private final Constitutions constitutions;
    private final DelegationStore delegations;

    ReadRoll(
            PollStore polls,
            RollStore rolls,
            Rulebook rulebook,
            ReadShare readShare,
            Reader reader,
            Constitutions constitutions,
            DelegationStore delegations) {
        this.constitutions = constitutions;
        this.delegations = delegations;
        this.readShare = readShare;
        this.reader = reader;
        this.polls = polls;
        this.rolls = rolls;
        this.rulebook = rulebook;
    }

    StandingView handle(Hash id, Hash member) {
        var stored = polls.find(id).orElseThrow(() -> new Refused(new Refusal.PollUnknown(id)));
        var frozen = frozen(stored.poll());
        var definition = frozen.definition();
        reader.checkRoll(definition.community());
        var rules = rulebook.of(definition);
        var standing = StandingView.of(id, member, rolls.standing(stored.no(), rules, frozen.roll(), member));
        return standing.onRoll() && isShown(rules, member)
                ? standing.with(readShare
                        .handle(stored, rules, member, standing.power().orElseThrow())
                        .map(ShareView::of))
                : standing;
    }

    /** Where delegations are nobody else's business, or some of them were when they were made, only the member reads this. */
    private boolean isShown(PollRules rules, Hash member) {
        var body = rules.electorate().body();
        var community = rules.definition().community();
        if (body.delegation().isEmpty()) return false;
        return isOpen(Optional.of(body))
                        && isOpen(inForce(community, body))
                        && !delegations.hidesSome(community, body.name())
                || reader.isOneself(community, member, Scope.PERSONAL);
    }

    private static boolean isOpen(Optional<Body> body) {
        return body.flatMap(Body::delegation).filter(Delegating::isPublic).isPresent();
    }

    private Optional<Body> inForce(Hash community, Body body) {
        return constitutions.inForce(community).flatMap(rules -> rules.body(body.name()));
    }

    private record Frozen(PollDefinition definition, RollTotals roll) {}

    private static Frozen frozen(Poll poll) {
        return switch (poll) {
            case Poll.Running running -> new Frozen(running.definition(), running.roll());
            case Poll.Closed closed -> new Frozen(closed.definition(), closed.roll());
            case Poll.Waiting _, Poll.Cancelled _, Poll.Refused _ ->
                throw new Refused(poll.shut().orElseThrow());
        };
    }
}
