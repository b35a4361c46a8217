// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.folkmoot.constitution.Changes;
import org.folkmoot.constitution.delegation.Carried;
import org.folkmoot.constitution.delegation.Lost;
import org.folkmoot.constitution.delegation.Share;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.AdvanceCarriers;
import org.folkmoot.voting.Carriers;
import org.folkmoot.voting.DelegatedPolls;
import org.folkmoot.voting.SealedStore;
import org.folkmoot.voting.Stored;
import org.folkmoot.voting.TallyStore;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.PollRules;

/** Finds what becomes of a member's power in a poll that is open, or what became of it in one that is closed. */
@ApplicationScoped
class ReadShare {
    private final LiveTallies live;
    private final TallyStore tallies;
    private final SealedStore sealed;
    private final DelegatedPolls delegatedPolls;
    private final AdvanceCarriers advance;
    private final ClosedCarriers closedCarriers;

    ReadShare(
            LiveTallies live,
            TallyStore tallies,
            SealedStore sealed,
            DelegatedPolls delegatedPolls,
            AdvanceCarriers advance,
            ClosedCarriers closedCarriers) {
        this.sealed = sealed;
        this.delegatedPolls = delegatedPolls;
        this.live = live;
        this.tallies = tallies;
        this.advance = advance;
        this.closedCarriers = closedCarriers;
    }

    /** Gives the share of a member of the roll, who has this power. */
    Optional<Share> handle(Stored stored, PollRules rules, Hash member, BigInteger power) {
        return found(stored, rules, member)
                .map(share -> share.carried().isEmpty() && share.lost().isEmpty()
                        ? apart(stored, rules, member, power)
                        : share);
    }

    /** The share of somebody who has no part in any delegation, and so is not known to whoever carries. */
    private Share apart(Stored stored, PollRules rules, Hash member, BigInteger power) {
        var own = new ArrayList<Carried>();
        BiConsumer<Hash, String> cast =
                (_, choice) -> own.add(new Carried(member.hex(), member.hex(), 0, power, choice));
        if (rules.seal().isPresent() && stored.poll() instanceof Poll.Closed)
            sealed.opened(stored.no(), List.of(member), cast);
        else tallies.latest(stored.no(), tallies.accepted(stored.no()), List.of(member), cast);
        var lost = own.isEmpty()
                ? List.of(new Lost(member.hex(), member.hex(), power, Lost.Reason.SILENT))
                : List.<Lost>of();
        return new Share(own, lost, BigInteger.ZERO);
    }

    private Optional<Share> found(Stored stored, PollRules rules, Hash member) {
        return switch (stored.poll()) {
            case Poll.Running running -> live.share(stored.no(), running, member);
            case Poll.Closed closed -> closed(stored.no(), closed, rules, member);
            case Poll.Waiting _, Poll.Cancelled _, Poll.Refused _ -> Optional.empty();
        };
    }

    /** Worked out again. Who was struck off at the close is not kept, so there nothing is said. */
    private Optional<Share> closed(long no, Poll.Closed closed, PollRules rules, Hash member) {
        if (rules.electorate().body().changes() == Changes.RECOUNT) return Optional.empty();
        return closedCarriers.of(no, () -> carriers(no, closed, rules)).map(carriers -> carriers.share(member));
    }

    private Optional<Carriers> carriers(long no, Poll.Closed closed, PollRules rules) {
        var at = delegatedPolls.asOf(no).orElse(closed.decided().at());
        var count = new AdvanceCarriers.Count(no, rules, closed.roll(), List.of(), tallies.accepted(no), at);
        if (rules.seal().isPresent())
            return advance.reopen(count, (members, each) -> sealed.opened(no, members, each), rules.groups());
        var begun = advance.begin(rules, closed.roll());
        begun.ifPresent(carriers -> advance.handle(carriers, count, rules.groups()));
        return begun;
    }
}
