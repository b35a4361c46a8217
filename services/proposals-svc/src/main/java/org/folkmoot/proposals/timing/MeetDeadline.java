// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.timing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.folkmoot.proposals.Lives;
import org.folkmoot.proposals.Retention;
import org.folkmoot.proposals.domain.Cause;
import org.folkmoot.proposals.domain.Moves;

/** Does what a proposal's deadline asks for: taking it writes down what time made of it, and a timelock that ended begins the enactment. */
@ApplicationScoped
class MeetDeadline {
    private final Lives lives;
    private final Retention retention;

    MeetDeadline(Lives lives, Retention retention) {
        this.lives = lives;
        this.retention = retention;
    }

    @Transactional(TxType.REQUIRES_NEW)
    void handle(String id) {
        lives.findFree(id)
                .ifPresent(taken -> Moves.start(
                                taken.proposal().state(), taken.now(), () -> retention.broken(taken.proposal()))
                        .ifPresent(next -> lives.move(taken.proposal(), next, taken.now(), new Cause.Time())));
    }
}
