// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.enacting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.events.Facts;
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
        return Set.of(Topics.TREASURY, Topics.IDENTITY, Topics.VOTING);
    }

    @Override
    public Facts facts() {
        return Facts.on(ActionEnactedV1.class, noteAnswer::enacted).and(ActionFailedV1.class, noteAnswer::failed);
    }
}
