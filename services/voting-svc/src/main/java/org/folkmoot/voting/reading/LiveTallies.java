// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.delegation.Share;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.AdvanceCarriers;
import org.folkmoot.voting.DelegatedPolls;
import org.folkmoot.voting.Rulebook;
import org.folkmoot.voting.TallyStore;
import org.folkmoot.voting.domain.Poll;

/** The live tallies of the polls that somebody looked at lately. */
@ApplicationScoped
class LiveTallies {
    private static final int MOST = 64;

    private final TallyStore store;
    private final Rulebook rulebook;
    private final AdvanceCarriers advance;
    private final DelegatedPolls delegatedPolls;
    private final Clock clock;

    private final Map<Long, LiveTally> tallies = new LinkedHashMap<>(MOST, 1, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, LiveTally> eldest) {
            return size() > MOST;
        }
    };

    LiveTallies(
            TallyStore store, Rulebook rulebook, AdvanceCarriers advance, DelegatedPolls delegatedPolls, Clock clock) {
        this.delegatedPolls = delegatedPolls;
        this.advance = advance;
        this.store = store;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** The count of a running poll, not older than a second. */
    LiveTally.Snapshot of(long no, Poll.Running poll) {
        return tally(no, poll).at(clock.instant(), store);
    }

    /** What becomes of a member's power in a running poll, not older than a second. */
    Optional<Share> share(long no, Poll.Running poll, Hash member) {
        var tally = tally(no, poll);
        tally.at(clock.instant(), store);
        return tally.share(member);
    }

    private LiveTally tally(long no, Poll.Running poll) {
        synchronized (tallies) {
            var known = tallies.get(no);
            if (known != null) return known;
        }
        // Not while others are kept out: plugins of third parties take their time.
        var fresh = new LiveTally(no, rulebook.of(poll.definition()), poll.roll(), advance, delegatedPolls);
        synchronized (tallies) {
            return tallies.computeIfAbsent(no, _ -> fresh);
        }
    }
}
