// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.enacting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.folkmoot.contracts.DrawnV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.events.Facts;
import org.folkmoot.platform.events.Subscription;

/** Listens to the voting service, which draws those whom a role is given to by lot. */
@ApplicationScoped
class DrawNews implements Subscription {
    private final GrantDrawn grantDrawn;

    DrawNews(GrantDrawn grantDrawn) {
        this.grantDrawn = grantDrawn;
    }

    @Override
    public String name() {
        return "draws";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.VOTING);
    }

    @Override
    public Facts facts() {
        return Facts.on(DrawnV1.class, grantDrawn::handle);
    }
}
