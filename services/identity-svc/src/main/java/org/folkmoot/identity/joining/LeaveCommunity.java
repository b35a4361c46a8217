// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import org.folkmoot.identity.Departures;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Fields;
import org.folkmoot.record.SignedAct;

/** Lets a member go who wants to. */
@ApplicationScoped
class LeaveCommunity {
    static final String ACT = "member.leave/1";

    private final ActDesk desk;
    private final Communities communities;
    private final MembershipStore membership;
    private final Departures departures;

    LeaveCommunity(ActDesk desk, Communities communities, MembershipStore membership, Departures departures) {
        this.desk = desk;
        this.communities = communities;
        this.membership = membership;
        this.departures = departures;
    }

    /** Gives the membership position that the community reached. */
    @Transactional
    long handle(SignedAct opened) {
        Fields.exactly(opened.act().body(), Set.of());
        var id = opened.act().community();
        // Before the desk asks whether the actor is a member, so that two farewells cannot both find one.
        var community = communities.lock(id);
        var accepted = desk.accept(opened);
        if (membership.size(id) == 1) throw new Refused(new Refusal.LastMember(id));
        return departures.end(
                community,
                accepted.member().member(),
                accepted.at(),
                opened.id().hex());
    }
}
