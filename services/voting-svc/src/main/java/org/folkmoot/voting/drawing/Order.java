// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import java.time.Instant;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.record.Hash;

/** What asked for a draw: an action of a proposal, and which attempt at it. */
record Order(Hash community, Hash proposal, Hash enactment, int actionIndex, int attempt) {
    static Order of(EnactmentDueV1 due) {
        return new Order(
                Hash.parse(due.community()),
                Hash.parse(due.proposal()),
                Hash.parse(due.enactment()),
                due.actionIndex(),
                due.attempt());
    }

    ActionFailedV1 failed(String reason, String detail, Instant at) {
        return new ActionFailedV1(
                community.hex(), proposal.hex(), enactment.hex(), actionIndex, attempt, reason, detail, at);
    }
}
