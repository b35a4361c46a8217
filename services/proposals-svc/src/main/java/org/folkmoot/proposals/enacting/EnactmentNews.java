// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.enacting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.Event;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.events.Subscription;

/** Listens to the services that own actions. */
@ApplicationScoped
class EnactmentNews implements Subscription {
    private final NoteAnswer noteAnswer;

    EnactmentNews(NoteAnswer noteAnswer) {
        this.noteAnswer = noteAnswer;
    }

    @Override
    public String name() {
        return "enactments";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.TREASURY, Topics.IDENTITY);
    }

    @Override
    public Set<Class<? extends Event>> events() {
        return Set.of(ActionEnactedV1.class, ActionFailedV1.class);
    }

    @Override
    public void on(Event event) {
        switch (event) {
            case ActionEnactedV1 enacted -> noteAnswer.enacted(enacted);
            case ActionFailedV1 failed -> noteAnswer.failed(failed);
            default -> {} // other facts of these services do not concern proposals
        }
    }
}
