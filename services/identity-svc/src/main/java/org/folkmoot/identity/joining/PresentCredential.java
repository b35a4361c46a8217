// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.joining;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Set;
import org.folkmoot.credentials.CredentialRefused;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.policy.Credential;
import org.folkmoot.record.Act;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.SignedAct;

/**
 * Takes an applicant's credential. Acts are kept for ever and credentials are personal data, so the act has the hash of the
 * presentation, which comes beside it.
 */
@ApplicationScoped
class PresentCredential {
    static final String ACT = "credential.present/1";

    /** The most credentials of one application. */
    static final int MOST = 4;

    private static final Set<String> PRESENTATION = Set.of("presentation");

    private final ActDesk desk;
    private final Communities communities;
    private final ApplicationStore applications;
    private final CredentialStore credentials;
    private final Consider consider;

    PresentCredential(
            ActDesk desk,
            Communities communities,
            ApplicationStore applications,
            CredentialStore credentials,
            Consider consider) {
        this.desk = desk;
        this.communities = communities;
        this.applications = applications;
        this.credentials = credentials;
        this.consider = consider;
    }

    @Transactional
    Application handle(SignedAct opened, String presentation) {
        var act = opened.act();
        var signed = Fields.exactly(act.body(), PRESENTATION).hash("presentation");
        var found = Hash.of(presentation.getBytes(UTF_8));
        if (!signed.equals(found)) throw new Refused(new Refusal.CommitmentMismatch(signed, found));
        checkBound(act, credential(act, presentation));
        var community = communities.lock(act.community());
        var application = applications.openOne(act.community(), act.actor());
        var at = desk.record(opened);
        if (credentials.count(application) >= MOST) throw new Refused(new Refusal.TooManySaid(MOST));
        if (!credentials.add(application, presentation, opened.id()))
            throw new Refused(new Refusal.SaidBefore(application.applicant(), act.actor()));
        return consider.handle(community, application, at);
    }

    private Credential credential(Act act, String presentation) {
        try {
            return credentials.read(act.community(), act.actor(), presentation);
        } catch (CredentialRefused e) {
            throw new Refused(new Refusal.CredentialRefused(
                    e.reason().name().toLowerCase(Locale.ROOT), String.valueOf(e.getMessage())));
        }
    }

    /** The member's first key is the applicant's, and the one that the credential names. */
    private static void checkBound(Act act, Credential credential) {
        if (!credential.holder().equals(act.key().did()))
            throw new Refused(new Refusal.CredentialRefused(
                    "holder", "The credential is bound to " + credential.holder() + ", not to the applicant's key."));
    }
}
