// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import org.folkmoot.policy.Admission;
import org.folkmoot.policy.AdmissionRule;
import org.folkmoot.policy.Applicant;
import org.folkmoot.policy.Evidence;

/** Admits whom the members elect: by a proposal with the action {@code member.add} that passed. */
public final class Election implements AdmissionRule<Election.Settings> {
    /** There is nothing to set: the policy that judges the proposal has the rules of the election. */
    public record Settings() {}

    @Override
    public String id() {
        return "election";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public Admission judge(Applicant applicant, Evidence evidence, Settings settings) {
        return evidence.decided()
                ? Admission.admitted(id(), "The members elected the applicant.")
                : Admission.waiting(id(), "No proposal to admit the applicant has passed.");
    }
}
