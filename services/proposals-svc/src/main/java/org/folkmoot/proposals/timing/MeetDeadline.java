// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.timing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.folkmoot.proposals.Lives;
import org.folkmoot.proposals.domain.Cause;
import org.folkmoot.proposals.domain.Moves;

/** Does what a proposal's deadline asks for: taking it writes down what time made of it, and a timelock that ended begins the enactment. */
@ApplicationScoped
class MeetDeadline {
    private final Lives lives;

    MeetDeadline(Lives lives) {
        this.lives = lives;
    }

    @Transactional(TxType.REQUIRES_NEW)
    void handle(String id) {
        lives.findFree(id)
                .ifPresent(taken -> Moves.start(taken.proposal().state(), taken.now())
                        .ifPresent(order -> lives.move(taken.proposal(), order, taken.now(), new Cause.Time())));
    }
}
