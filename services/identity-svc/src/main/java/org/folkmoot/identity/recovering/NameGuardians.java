// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.recovering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.SignedAct;

/**
 * Takes a member's choice of guardians. Where there are some already, the new ones have their say only after the old
 * ones' delay: whoever stole a key cannot use it to take the member's way back.
 */
@ApplicationScoped
class NameGuardians {
    static final String ACT = "guardians.name/1";

    private final ActDesk desk;
    private final MembershipStore membership;
    private final RecoveryStore recoveries;

    NameGuardians(ActDesk desk, MembershipStore membership, RecoveryStore recoveries) {
        this.desk = desk;
        this.membership = membership;
        this.recoveries = recoveries;
    }

    /** Gives the moment from which on the choice holds. */
    @Transactional
    Instant handle(SignedAct opened) {
        var act = opened.act();
        var named = Guardianship.read(act.body(), act.actor());
        if (membership.lock(act.community()).isEmpty())
            throw new ActRefused(new ActRefusal.CommunityUnknown(act.community()));
        var accepted = desk.accept(opened);
        for (var guardian : named.guardians())
            if (membership.member(act.community(), guardian).isEmpty())
                throw new Refused(new Refusal.MemberUnknown(act.community(), guardian));
        var from = recoveries
                .guardians(act.community(), act.actor(), accepted.at())
                .map(before -> accepted.at().plus(before.delay()))
                .orElse(accepted.at());
        recoveries.name(act.community(), act.actor(), named, from, opened.id());
        return from;
    }
}
