// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.retrying;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.proposals.Lives;
import org.folkmoot.proposals.Retention;
import org.folkmoot.proposals.domain.Cause;
import org.folkmoot.proposals.domain.Enacting;
import org.folkmoot.proposals.domain.Moves;
import org.folkmoot.proposals.domain.Refused;
import org.folkmoot.record.SignedAct;

/** Orders a failed action again at a member's wish. */
@ApplicationScoped
class RetryEnactment {
    private final ActDesk desk;
    private final Lives lives;
    private final Retention retention;

    RetryEnactment(ActDesk desk, Lives lives, Retention retention) {
        this.desk = desk;
        this.retention = retention;
        this.lives = lives;
    }

    @Transactional
    Enacting handle(SignedAct opened) {
        var taken = lives.take(opened.act().subject().hex());
        var accepted = desk.accept(opened);
        var order = Moves.retry(taken.proposal().state(), taken.now());
        retention.broken(taken.proposal()).ifPresent(few -> {
            throw new Refused(few);
        });
        lives.move(
                taken.proposal(),
                order,
                taken.now(),
                new Cause.Act(accepted.id().hex()));
        return order;
    }
}
