// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.policy.Applicant;
import org.folkmoot.policy.Evidence;
import org.folkmoot.record.Hash;
import org.folkmoot.record.MemberIds;
import org.folkmoot.record.PublicKey;

/** The admission rule of a community at one moment, asked on behalf of one signer. */
public record Gate(Hash community, org.folkmoot.constitution.Gate rule, Evidence evidence) {
    /** Lets an applicant pass, or throws {@link Refused}. */
    public void admit(PublicKey applicant) {
        var key = applicant.did();
        var member = MemberIds.of(community, applicant).hex();
        var answer = rule.judge(new Applicant(member, key, evidence.at()), evidence);
        if (!answer.admitted()) throw new Refused(new Refusal.AdmissionRefused(key, answer.words()));
    }
}
