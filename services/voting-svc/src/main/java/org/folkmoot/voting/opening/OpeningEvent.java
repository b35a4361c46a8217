// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.opening;

import org.folkmoot.contracts.Event;
import org.folkmoot.contracts.PollOpenedV1;
import org.folkmoot.contracts.PollRefusedV1;
import org.folkmoot.voting.domain.Poll;

/** Tells the others that a poll is held, or why it is not. */
final class OpeningEvent {
    private OpeningEvent() {}

    static Event of(Poll.Refused refused) {
        var terms = refused.terms();
        return new PollRefusedV1(
                terms.community().hex(), terms.proposal().hex(), terms.poll().hex(), refused.reason(), refused.at());
    }

    static Event of(Poll.Running running) {
        var terms = running.terms();
        return new PollOpenedV1(
                terms.community().hex(),
                terms.proposal().hex(),
                terms.poll().hex(),
                running.roll().members(),
                running.roll().power(),
                running.definition().opensAt(),
                running.closesAt(),
                running.openedAt());
    }
}
