// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.SignedAct;

/** Takes a member's vouch or an attester's claim for somebody, and looks at that application again. */
@ApplicationScoped
class SpeakForApplicant {
    static final String VOUCH = "member.vouch/1";
    static final String ATTEST = "member.attest/1";

    private static final Set<String> CLAIM = Set.of("claim");

    private final ActDesk desk;
    private final Communities communities;
    private final Constitutions constitutions;
    private final MembershipStore membership;
    private final ApplicationStore applications;
    private final VoiceStore voices;
    private final Consider consider;

    SpeakForApplicant(
            ActDesk desk,
            Communities communities,
            Constitutions constitutions,
            MembershipStore membership,
            ApplicationStore applications,
            VoiceStore voices,
            Consider consider) {
        this.desk = desk;
        this.communities = communities;
        this.constitutions = constitutions;
        this.membership = membership;
        this.applications = applications;
        this.voices = voices;
        this.consider = consider;
    }

    /** A vouch may also be for a member: trust flows through members. */
    @Transactional
    Standing vouch(SignedAct opened) {
        Fields.exactly(opened.act().body(), Set.of());
        var act = opened.act();
        // Before the desk asks who is a member, so that nobody speaks who is on the way out.
        var community = communities.lock(act.community());
        var accepted = desk.accept(opened);
        var voucher = accepted.member().member();
        if (voucher.equals(act.subject())) throw new Refused(new Refusal.AboutOneself(voucher));
        checkKnown(act.community(), act.subject());
        if (voices.given(act.community(), voucher) >= VoiceStore.MOST
                || voices.received(act.community(), act.subject()) >= VoiceStore.MOST)
            throw new Refused(new Refusal.TooManySaid(VoiceStore.MOST));
        if (!voices.vouch(act.community(), act.subject(), voucher, accepted.at(), opened.id()))
            throw new Refused(new Refusal.SaidBefore(act.subject(), voucher));
        return standing(act.subject(), reconsider(community, act.subject(), accepted.at()));
    }

    /** An attester need not be a member, but is named by the constitution: nobody else can fill the page. */
    @Transactional
    Standing attest(SignedAct opened) {
        var act = opened.act();
        var claim = Claims.read(Fields.exactly(act.body(), CLAIM).text("claim"), "claim");
        var community = communities.lock(act.community());
        var at = desk.record(opened);
        if (!Attesters.named(constitutions.inForce(community).admission(), act.key()))
            throw new Refused(new Refusal.NotAnAttester(act.key().did()));
        checkKnown(act.community(), act.subject());
        if (voices.attestations(act.community(), act.subject()).size() >= VoiceStore.MOST)
            throw new Refused(new Refusal.TooManySaid(VoiceStore.MOST));
        if (!voices.attest(act.community(), act.subject(), act.key(), claim, at, opened.id()))
            throw new Refused(new Refusal.SaidBefore(act.subject(), act.actor()));
        return standing(act.subject(), reconsider(community, act.subject(), at));
    }

    private Optional<Application> reconsider(
            org.folkmoot.platform.membership.KnownCommunity community, Hash applicant, Instant at) {
        return applications
                .find(community.community(), applicant)
                .map(application -> consider.handle(community, application, at));
    }

    private void checkKnown(Hash community, Hash person) {
        if (applications.find(community, person).isEmpty()
                && membership.member(community, person).isEmpty())
            throw new Refused(new Refusal.ApplicantUnknown(community, person));
    }

    private static Standing standing(Hash person, Optional<Application> application) {
        return application
                .map(known -> new Standing(person, known.state(), known.words()))
                .orElseGet(() -> new Standing(person, Application.State.ADMITTED, ""));
    }

    /** How the person stands after what was said. */
    record Standing(Hash person, Application.State state, String words) {}
}
