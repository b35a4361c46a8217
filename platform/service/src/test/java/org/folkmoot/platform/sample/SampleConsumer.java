// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.folkmoot.contracts.ProposalCancelledV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.events.Facts;
import org.folkmoot.platform.events.Subscription;

/** Remembers the reasons for which proposals were cancelled, and refuses poison after it has swallowed it. */
@ApplicationScoped
class SampleConsumer implements Subscription {
    private final SampleStore store;

    SampleConsumer(SampleStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "sample";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.PROPOSALS);
    }

    @Override
    public Facts facts() {
        return Facts.on(ProposalCancelledV1.class, this::cancelled);
    }

    private void cancelled(ProposalCancelledV1 cancelled) {
        store.insert(cancelled.reason());
        if (Samples.isPoison(cancelled.reason())) throw new IllegalStateException("this is poison");
    }
}
