// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.deciding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.contracts.Event;
import org.folkmoot.contracts.PollExtendedV1;
import org.folkmoot.contracts.PollOpenedV1;
import org.folkmoot.contracts.PollRefusedV1;
import org.folkmoot.contracts.Topics;
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
    public Set<Class<? extends Event>> events() {
        return Set.of(PollOpenedV1.class, PollExtendedV1.class, PollRefusedV1.class, DecisionReachedV1.class);
    }

    @Override
    public void on(Event event) {
        switch (event) {
            case PollOpenedV1 opened -> notePoll.opened(opened);
            case PollExtendedV1 extended -> notePoll.extended(extended);
            case PollRefusedV1 refused -> notePoll.refused(refused);
            case DecisionReachedV1 decision -> notePoll.decided(decision);
            default -> {} // single ballots do not concern proposals
        }
    }
}
