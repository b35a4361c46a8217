// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Membership.Challenge;
import org.folkmoot.contracts.MemberEntry;
import org.folkmoot.contracts.MembersAddedV1;
import org.folkmoot.identity.Gates;
import org.folkmoot.identity.Joinings;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.platform.membership.Admission;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.platform.membership.KeyStore;
import org.folkmoot.platform.membership.KnownCommunity;
import org.folkmoot.platform.membership.MembershipStore;

/**
 * Looks at an open application and admits as soon as the constitution says so: whenever somebody has spoken for or
 * against it, and when time alone may have changed the answer.
 */
@ApplicationScoped
class Consider {
    /** Some evidence counts again after a while, such as the word of a member who had vouched for somebody expelled. */
    private static final Duration AGAIN = Duration.ofHours(1);

    private final Gates gates;
    private final Constitutions constitutions;
    private final Joinings joinings;
    private final ApplicationStore applications;
    private final Sources sources;
    private final MembershipStore membership;
    private final KeyStore keys;
    private final Outbox outbox;

    Consider(
            Gates gates,
            Constitutions constitutions,
            Joinings joinings,
            ApplicationStore applications,
            Sources sources,
            MembershipStore membership,
            KeyStore keys,
            Outbox outbox) {
        this.gates = gates;
        this.constitutions = constitutions;
        this.joinings = joinings;
        this.applications = applications;
        this.sources = sources;
        this.membership = membership;
        this.keys = keys;
        this.outbox = outbox;
    }

    /** Runs under the community's lock, and answers with the application as it stands then. */
    Application handle(KnownCommunity community, Application open, Instant at) {
        if (open.isOpen()) decide(community, open, at);
        var application = applications.find(open.community(), open.applicant()).orElseThrow();
        if (!application.isOpen()) sources.drop(application);
        return application;
    }

    /** What the constitution says about an applicant now, whatever is due. */
    org.folkmoot.policy.Admission judge(KnownCommunity community, Application application, Instant at) {
        return gates.judge(
                community,
                application.key(),
                application.appliedAt(),
                new StoredEvidence(at, application, gates.founders(community.community()), sources));
    }

    private void decide(KnownCommunity community, Application open, Instant at) {
        applications.hold(open);
        if (membership.member(open.community(), open.applicant()).isPresent()) {
            applications.decide(open, Application.State.ADMITTED, "Admitted otherwise.", at);
            return;
        }
        if (keys.isKnown(open.community(), open.key())) {
            applications.decide(open, Application.State.REFUSED, "The key is another member's by now.", at);
            return;
        }
        var challenge = constitutions.inForce(community).membership().challenge();
        var objections = challenge.isPresent() ? sources.voices().objections(open) : 0;
        if (challenge.filter(rule -> objections >= rule.objections()).isPresent()) {
            applications.decide(open, Application.State.REFUSED, objections + " members objected.", at);
            return;
        }
        var answer = judge(community, open, at);
        switch (answer.answer()) {
            case REFUSED -> applications.decide(open, Application.State.REFUSED, answer.words(), at);
            case WAITING -> applications.wait(open, answer.words(), at.plus(AGAIN));
            case ADMITTED -> admitInTime(community, open, answer, challenge, at);
        }
    }

    private void admitInTime(
            KnownCommunity community,
            Application open,
            org.folkmoot.policy.Admission answer,
            Optional<Challenge> challenge,
            Instant at) {
        var end = challenge.map(rule -> open.appliedAt().plus(rule.window())).filter(at::isBefore);
        if (end.isPresent()) {
            applications.wait(open, answer.words() + " Members may object until " + end.get() + ".", end.get());
            return;
        }
        var limited = joinings.limit(community, at, 1);
        if (limited.isPresent()) {
            var until = limited.get().until();
            applications.wait(
                    open,
                    answer.words() + " " + limited.get().joined() + " joined lately and "
                            + limited.get().most() + " may, so nobody is let in before " + until + ".",
                    until);
            return;
        }
        admit(community, open, answer, at);
    }

    private void admit(KnownCommunity community, Application open, org.folkmoot.policy.Admission answer, Instant at) {
        // All are looked at before any is used up: what admitted nobody can be presented again.
        if (answer.nullifiers().stream().anyMatch(nullifier -> applications.isUsed(open.community(), nullifier))) {
            applications.decide(
                    open, Application.State.REFUSED, "What would admit the applicant has admitted somebody else.", at);
            return;
        }
        answer.nullifiers().forEach(nullifier -> applications.use(open.community(), nullifier, open.applicant()));
        long position = community.position() + 1;
        joinings.add(community, position, at, 1);
        membership.add(open.community(), position, at, List.of(new Admission(open.applicant(), open.key())));
        var entry = new MemberEntry(open.applicant().hex(), open.key().did());
        outbox.add(new MembersAddedV1(
                open.community().hex(), position, at, List.of(entry), open.act().hex()));
        sources.elections().used(open.community(), open.applicant());
        applications.decide(open, Application.State.ADMITTED, answer.words(), at);
    }
}
