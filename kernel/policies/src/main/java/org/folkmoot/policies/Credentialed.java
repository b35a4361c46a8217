// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.folkmoot.policy.Admission;
import org.folkmoot.policy.AdmissionRule;
import org.folkmoot.policy.Applicant;
import org.folkmoot.policy.Credential;
import org.folkmoot.policy.Evidence;

/** Admits who presents a credential of a named issuer; one credential admits one member. */
public final class Credentialed implements AdmissionRule<Credentialed.Settings> {
    /**
     * Which credentials count.
     *
     * @param issuers the issuers' keys
     * @param type the credential's type
     * @param unique the claim that names the person, such as a number; of all with the same one, the first is admitted
     * @param requires claims that must be made, each written {@code name=value}
     * @param fresh how long after its beginning a credential counts; the last moment is left out
     */
    public record Settings(
            List<String> issuers,
            String type,
            String unique,
            Optional<List<String>> requires,
            Optional<Duration> fresh) {
        public Settings {
            issuers = List.copyOf(issuers);
            if (issuers.isEmpty()) {
                throw new IllegalArgumentException("issuers names none, so nobody could ever be admitted");
            }
            for (var claim : requires.orElse(List.of())) {
                if (claim.indexOf('=') < 1) {
                    throw new IllegalArgumentException("requires lists claims such as adult=true, not " + claim);
                }
            }
        }
    }

    @Override
    public String id() {
        return "credential";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public Admission judge(Applicant applicant, Evidence evidence, Settings settings) {
        for (var credential : evidence.credentials()) {
            var unique = credential.claims().get(settings.unique());
            if (unique != null && counts(credential, applicant, evidence, settings)) {
                return Admission.admitted(id(), credential.issuer() + " certified '" + settings.type() + "'.")
                        .using(credential.issuer() + "|" + credential.type() + "|" + unique);
            }
        }
        return Admission.waiting(
                id(),
                "No credential '" + settings.type() + "' of " + String.join(" or ", settings.issuers())
                        + " with the claim '" + settings.unique() + "' holds for the applicant's key.");
    }

    /** A credential that is bound to no key, or to another, may be somebody else's. */
    private static boolean counts(Credential credential, Applicant applicant, Evidence evidence, Settings settings) {
        var at = evidence.at();
        return settings.issuers().contains(credential.issuer())
                && credential.type().equals(settings.type())
                && credential.holder().equals(applicant.key())
                && !at.isBefore(credential.from())
                && at.isBefore(credential.until())
                && settings.fresh()
                        .filter(length -> !credential.from().plus(length).isAfter(at))
                        .isEmpty()
                && settings.requires().orElse(List.of()).stream().allMatch(claim -> made(credential, claim));
    }

    private static boolean made(Credential credential, String claim) {
        int at = claim.indexOf('=');
        return claim.substring(at + 1).equals(credential.claims().get(claim.substring(0, at)));
    }
}
