// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import org.folkmoot.policy.Admission;
import org.folkmoot.policy.AdmissionRule;
import org.folkmoot.policy.Applicant;
import org.folkmoot.policy.Evidence;

/**
 * Admits everybody who asks. One person can ask with a thousand keys, so what such members decide should bind no money;
 * the community's cool-down is their probation.
 */
public final class Open implements AdmissionRule<Open.Settings> {
    /** There is nothing to set. */
    public record Settings() {}

    @Override
    public String id() {
        return "open";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public Admission judge(Applicant applicant, Evidence evidence, Settings settings) {
        return Admission.admitted(id(), "Everybody who asks is admitted.");
    }
}
