// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import org.folkmoot.identity.PersonalData;
import org.folkmoot.identity.PersonalData.Done;
import org.folkmoot.identity.domain.Personal;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.Accepted;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Fields;
import org.folkmoot.record.SignedAct;

/** Keeps, exports and erases what is held about a member, each by an act that the member signed. */
@ApplicationScoped
class ManagePersonalData {
    static final String PUT = "personal.put/1";
    static final String EXPORT = "personal.export/1";
    static final String ERASE = "personal.erase/1";

    private static final Set<String> COMMITMENT = Set.of("commitment");
    private static final Set<String> NOTHING = Set.of();

    private final ActDesk desk;
    private final MembershipStore membership;
    private final PersonalData personalData;
    private final Holdings holdings;

    ManagePersonalData(ActDesk desk, MembershipStore membership, PersonalData personalData, Holdings holdings) {
        this.desk = desk;
        this.membership = membership;
        this.personalData = personalData;
        this.holdings = holdings;
    }

    @Transactional
    Accepted put(SignedAct opened, Personal personal) {
        var act = opened.act();
        var committed = Fields.exactly(act.body(), COMMITMENT).hash("commitment");
        if (!committed.equals(personal.commitment()))
            throw new Refused(new Refusal.CommitmentMismatch(committed, personal.commitment()));
        // Whoever ends a membership erases what is held: nothing may come after that.
        membership.lock(act.community());
        var accepted = desk.accept(opened);
        personalData.put(act.community(), act.actor(), personal, accepted.at(), opened.id());
        return accepted;
    }

    @Transactional
    Holdings.Held export(SignedAct opened) {
        var act = opened.act();
        Fields.exactly(act.body(), NOTHING);
        var accepted = desk.accept(opened);
        personalData.log(
                act.community(),
                act.actor(),
                Done.EXPORTED,
                accepted.at(),
                opened.id().hex());
        return holdings.about(act.community(), act.actor(), accepted.at());
    }

    @Transactional
    Accepted erase(SignedAct opened) {
        var act = opened.act();
        Fields.exactly(act.body(), NOTHING);
        var accepted = desk.accept(opened);
        if (!personalData.erase(
                act.community(), act.actor(), accepted.at(), opened.id().hex()))
            throw new Refused(new Refusal.NoPersonalData(act.actor()));
        return accepted;
    }
}
