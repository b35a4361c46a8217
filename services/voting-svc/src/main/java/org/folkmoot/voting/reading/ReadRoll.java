// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import jakarta.enterprise.context.ApplicationScoped;
import org.folkmoot.constitution.Delegating;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.platform.sessions.Reader;
import org.folkmoot.platform.sessions.Scope;
import org.folkmoot.record.Hash;
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

    ReadRoll(PollStore polls, RollStore rolls, Rulebook rulebook, ReadShare readShare, Reader reader) {
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
        var standing = StandingView.of(id, member, rolls.standing(rules, frozen.roll(), member));
        return standing.onRoll() && isShown(rules, member)
                ? standing.with(readShare.handle(stored, rules, member).map(ShareView::of))
                : standing;
    }

    /** Where delegations are nobody else's business, only the member reads this. */
    private boolean isShown(PollRules rules, Hash member) {
        return rules.electorate().body().delegation().stream()
                .anyMatch(said -> said.visible() == Delegating.Visible.PUBLIC
                        || reader.isOneself(rules.definition().community(), member, Scope.PERSONAL));
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
