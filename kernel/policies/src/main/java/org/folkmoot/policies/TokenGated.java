// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import org.folkmoot.policy.Admission;
import org.folkmoot.policy.AdmissionRule;
import org.folkmoot.policy.Applicant;
import org.folkmoot.policy.Evidence;

/** Admits whose account in the community's own ledger holds enough of an asset. */
public final class TokenGated implements AdmissionRule<TokenGated.Settings> {
    /**
     * What one must own.
     *
     * @param asset the code of the asset
     * @param atLeast how much, in minor units
     */
    public record Settings(String asset, long atLeast) {
        public Settings {
            if (atLeast < 1) {
                throw new IllegalArgumentException("atLeast is 1 or more: everybody owns nothing");
            }
        }
    }

    @Override
    public String id() {
        return "token-gated";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public Admission judge(Applicant applicant, Evidence evidence, Settings settings) {
        var owned = evidence.balance(settings.asset());
        var words = "The applicant owns " + owned + " units of " + settings.asset() + "; asked are "
                + settings.atLeast() + ".";
        return owned.compareTo(BigInteger.valueOf(settings.atLeast())) >= 0
                ? Admission.admitted(id(), words)
                : Admission.waiting(id(), words);
    }
}
