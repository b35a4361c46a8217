// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.record.Fields;
import org.folkmoot.record.SignedAct;

/** Takes a member's objection to an open application. */
@ApplicationScoped
class ObjectToApplicant {
    static final String ACT = "member.challenge/1";

    private static final Set<String> REASON = Set.of("reason");

    private final ActDesk desk;
    private final Communities communities;
    private final Constitutions constitutions;
    private final ApplicationStore applications;
    private final VoiceStore voices;
    private final Consider consider;

    ObjectToApplicant(
            ActDesk desk,
            Communities communities,
            Constitutions constitutions,
            ApplicationStore applications,
            VoiceStore voices,
            Consider consider) {
        this.desk = desk;
        this.communities = communities;
        this.constitutions = constitutions;
        this.applications = applications;
        this.voices = voices;
        this.consider = consider;
    }

    @Transactional
    Application handle(SignedAct opened) {
        var act = opened.act();
        var reason = Claims.read(Fields.exactly(act.body(), REASON).text("reason"), "reason");
        var community = communities.lock(act.community());
        var accepted = desk.accept(opened);
        var member = accepted.member().member();
        if (constitutions.inForce(community).membership().challenge().isEmpty())
            throw new Refused(new Refusal.ObjectionsNotProvided(act.community()));
        var application = applications
                .find(act.community(), act.subject())
                .orElseThrow(() -> new Refused(new Refusal.ApplicantUnknown(act.community(), act.subject())));
        if (!application.isOpen())
            throw new Refused(
                    new Refusal.ApplicationDecided(application.applicant(), ApplicationView.word(application.state())));
        if (!voices.object(application, member, reason, accepted.at()))
            throw new Refused(new Refusal.SaidBefore(application.applicant(), member));
        return consider.handle(community, application, accepted.at());
    }
}
