// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Set;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.record.Fields;
import org.folkmoot.record.SignedAct;
import org.folkmoot.record.Verifier;

/** Takes what officers of another community say about an applicant who is a member there. */
@ApplicationScoped
class PresentMembership {
    static final String ACT = "membership.present/1";

    /** The most statements about one applicant. */
    static final int MOST = 16;

    private static final Set<String> STATEMENTS = Set.of("statements");

    private final ActDesk desk;
    private final Communities communities;
    private final ApplicationStore applications;
    private final RecognitionStore recognitions;
    private final Consider consider;
    private final Verifier verifier;
    private final Clock clock;

    PresentMembership(
            ActDesk desk,
            Communities communities,
            ApplicationStore applications,
            RecognitionStore recognitions,
            Consider consider,
            Verifier verifier,
            Clock clock) {
        this.desk = desk;
        this.communities = communities;
        this.applications = applications;
        this.recognitions = recognitions;
        this.consider = consider;
        this.verifier = verifier;
        this.clock = clock;
    }

    @Transactional
    Application handle(SignedAct opened) {
        var act = opened.act();
        var items = Fields.exactly(act.body(), STATEMENTS).array("statements").items();
        if (items.isEmpty() || items.size() > MOST)
            throw Statement.refused("There is no statement, or there are more than " + MOST + ".");
        var statements = new ArrayList<Statement>();
        for (var item : items) {
            var statement = Statement.read(item, verifier, clock.instant());
            if (!statement.key().equals(act.key())) throw Statement.refused("A statement is about another key.");
            statements.add(statement);
        }
        var community = communities.lock(act.community());
        var application = applications.openOne(act.community(), act.actor());
        var at = desk.record(opened);
        for (var statement : statements) recognitions.put(application, statement);
        if (recognitions.count(application) > MOST) throw new Refused(new Refusal.TooManySaid(MOST));
        return consider.handle(community, application, at);
    }
}
