// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.util.List;
import java.util.regex.Pattern;
import org.folkmoot.policy.Admission;
import org.folkmoot.policy.AdmissionRule;
import org.folkmoot.policy.Applicant;
import org.folkmoot.policy.Evidence;

/** Admits whom a registrar signs for: one of the listed keys, or a founder where {@code founders} is listed. */
public final class Registrar implements AdmissionRule<Registrar.Settings> {
    private static final String FOUNDERS = "founders";
    private static final Pattern KEY =
            Pattern.compile("did:key:z[1-9A-HJ-NP-Za-km-z]+|did:pkh:eip155:1:0x[0-9a-f]{40}");

    /**
     * Who may admit.
     *
     * @param of the registrars' keys; the word {@code founders} stands for every founder
     */
    public record Settings(List<String> of) {
        public Settings {
            of = List.copyOf(of);
            if (of.isEmpty()) {
                throw new IllegalArgumentException("of names no registrar, so nobody could ever be admitted");
            }
            for (var registrar : of) {
                if (!registrar.equals(FOUNDERS) && !KEY.matcher(registrar).matches()) {
                    throw new IllegalArgumentException(
                            "of lists keys, did:key or did:pkh, or the word founders, not " + registrar);
                }
            }
        }
    }

    @Override
    public String id() {
        return "registrar";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public Admission judge(Applicant applicant, Evidence evidence, Settings settings) {
        var signer = evidence.signer();
        if (settings.of().contains(signer)) {
            return Admission.admitted(id(), signer + " is a registrar.");
        }
        if (settings.of().contains(FOUNDERS) && evidence.founder(signer)) {
            return Admission.admitted(id(), signer + " is a founder, and founders are registrars.");
        }
        return Admission.waiting(
                id(), signer + " is not a registrar: only " + String.join(", ", settings.of()) + " may admit.");
    }
}
