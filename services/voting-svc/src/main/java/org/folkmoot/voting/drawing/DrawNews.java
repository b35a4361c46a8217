// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.events.Facts;
import org.folkmoot.platform.events.Subscription;

/** Listens for actions that ask for a draw. */
@ApplicationScoped
class DrawNews implements Subscription {
    private final AskForDraw askForDraw;

    DrawNews(AskForDraw askForDraw) {
        this.askForDraw = askForDraw;
    }

    @Override
    public String name() {
        return "draws";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.PROPOSALS);
    }

    @Override
    public Facts facts() {
        return Facts.on(EnactmentDueV1.class, askForDraw::handle);
    }
}
