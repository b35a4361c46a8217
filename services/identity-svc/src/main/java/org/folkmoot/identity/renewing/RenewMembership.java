// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.renewing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Set;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Fields;
import org.folkmoot.record.SignedAct;

/** Renews a membership for another term, from its end on. */
@ApplicationScoped
class RenewMembership {
    static final String ACT = "member.renew/1";

    private final ActDesk desk;
    private final MembershipStore membership;
    private final EndStore ends;

    RenewMembership(ActDesk desk, MembershipStore membership, EndStore ends) {
        this.desk = desk;
        this.membership = membership;
        this.ends = ends;
    }

    /** Gives the new end. */
    @Transactional
    Instant handle(SignedAct opened) {
        var act = opened.act();
        Fields.exactly(act.body(), Set.of());
        // Before the desk asks whether the actor is a member, so that nobody renews what is being ended.
        if (membership.lock(act.community()).isEmpty())
            throw new ActRefused(new ActRefusal.CommunityUnknown(act.community()));
        var accepted = desk.accept(opened);
        var term = ends.applied(act.community())
                .orElseThrow(() -> new Refused(new Refusal.MembershipEndless(act.community())));
        var end = ends.end(act.community(), act.actor())
                .orElseThrow(() -> new Refused(new Refusal.MembershipEndless(act.community())));
        var from = end.minus(term.renewal());
        if (accepted.at().isBefore(from)) throw new Refused(new Refusal.RenewalTooEarly(from, end));
        var next = end.plus(term.lasts());
        ends.put(act.community(), act.actor(), next);
        return next;
    }
}
