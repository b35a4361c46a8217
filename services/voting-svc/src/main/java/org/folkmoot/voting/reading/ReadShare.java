// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Changes;
import org.folkmoot.constitution.delegation.Share;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.AdvanceCarriers;
import org.folkmoot.voting.Stored;
import org.folkmoot.voting.TallyStore;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.PollRules;

/** Finds what becomes of a member's power in a poll that is open, or what became of it in one that is closed. */
@ApplicationScoped
class ReadShare {
    private final LiveTallies live;
    private final TallyStore tallies;
    private final AdvanceCarriers advance;

    ReadShare(LiveTallies live, TallyStore tallies, AdvanceCarriers advance) {
        this.live = live;
        this.tallies = tallies;
        this.advance = advance;
    }

    Optional<Share> handle(Stored stored, PollRules rules, Hash member) {
        return switch (stored.poll()) {
            case Poll.Running running -> live.share(stored.no(), running, member);
            case Poll.Closed closed -> closed(stored.no(), closed, rules, member);
            case Poll.Waiting _, Poll.Cancelled _, Poll.Refused _ -> Optional.empty();
        };
    }

    /** Worked out again. Who was struck off at the close is not kept, so there nothing is said. */
    private Optional<Share> closed(long no, Poll.Closed closed, PollRules rules, Hash member) {
        if (rules.electorate().body().changes() == Changes.RECOUNT) return Optional.empty();
        return advance.begin(rules, closed.roll()).map(carriers -> {
            var count = new AdvanceCarriers.Count(
                    no,
                    rules,
                    closed.roll(),
                    List.of(),
                    tallies.accepted(no),
                    closed.definition().closesAt());
            advance.handle(carriers, count, rules.groups());
            return carriers.share(member);
        });
    }
}
