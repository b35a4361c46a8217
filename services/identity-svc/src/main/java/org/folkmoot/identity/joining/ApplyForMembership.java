// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.membership.KeyStore;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Fields;
import org.folkmoot.record.SignedAct;

/** Takes somebody's wish to become a member, and admits at once whom the rules let in at once. */
@ApplicationScoped
class ApplyForMembership {
    static final String ACT = "member.join/1";

    private final ActDesk desk;
    private final Communities communities;
    private final MembershipStore membership;
    private final KeyStore keys;
    private final ApplicationStore applications;
    private final Consider consider;

    ApplyForMembership(
            ActDesk desk,
            Communities communities,
            MembershipStore membership,
            KeyStore keys,
            ApplicationStore applications,
            Consider consider) {
        this.desk = desk;
        this.communities = communities;
        this.membership = membership;
        this.keys = keys;
        this.applications = applications;
        this.consider = consider;
    }

    @Transactional
    Application handle(SignedAct opened) {
        var act = opened.act();
        Fields.exactly(act.body(), Set.of());
        if (!act.key().admissible())
            throw new Refused(new Refusal.KeyInvalid(act.key().did(), Optional.empty()));
        var community = communities.lock(act.community());
        var at = desk.record(opened);
        if (membership.member(act.community(), act.actor()).isPresent())
            throw new Refused(new Refusal.AlreadyMember(act.actor(), Optional.empty()));
        if (keys.isKnown(act.community(), act.key()))
            throw new Refused(new Refusal.KeyTaken(act.key().did(), Optional.empty()));
        applications
                .find(act.community(), act.actor())
                .filter(Application::isOpen)
                .ifPresent(open -> {
                    throw new Refused(new Refusal.ApplicationOpen(open.applicant(), open.appliedAt()));
                });
        applications.insert(act.community(), act.actor(), act.key(), opened.id(), at);
        var application = applications.find(act.community(), act.actor()).orElseThrow();
        return consider.handle(community, application, at);
    }
}
