// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.deciding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.contracts.PollExtendedV1;
import org.folkmoot.contracts.PollOpenedV1;
import org.folkmoot.contracts.PollRefusedV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.events.Facts;
import org.folkmoot.platform.events.Subscription;

/** Listens to the voting service. */
@ApplicationScoped
class PollNews implements Subscription {
    private final NotePoll notePoll;

    PollNews(NotePoll notePoll) {
        this.notePoll = notePoll;
    }

    @Override
    public String name() {
        return "polls";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.VOTING);
    }

    @Override
    public Facts facts() {
        return Facts.on(PollOpenedV1.class, notePoll::opened)
                .and(PollExtendedV1.class, notePoll::extended)
                .and(PollRefusedV1.class, notePoll::refused)
                .and(DecisionReachedV1.class, notePoll::decided);
    }
}
