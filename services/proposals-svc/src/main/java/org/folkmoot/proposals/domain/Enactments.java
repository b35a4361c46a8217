// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.util.Map;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/** Names the attempts at a proposal's actions, so that an answer fits one order only. */
public final class Enactments {
    private Enactments() {}

    /** Computes the name of an order. */
    public static String name(Proposal proposal, Enacting order) {
        var parts = Map.of(
                "action", order.action(),
                "attempt", order.attempt(),
                "community", proposal.community(),
                "proposal", proposal.id());
        return Hash.of(Json.of(parts).canonical()).hex();
    }
}
