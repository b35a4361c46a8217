// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.folkmoot.policy.Admission;
import org.folkmoot.policy.AdmissionRule;
import org.folkmoot.policy.Applicant;
import org.folkmoot.policy.Evidence;
import org.folkmoot.policy.Evidence.Attestation;

/** Admits whom so many of the named attesters sign the same claim about. */
public final class Attesters implements AdmissionRule<Attesters.Settings> {
    /**
     * Who attests what.
     *
     * @param of the attesters' keys; they need not be members
     * @param count how many of them must sign
     * @param claim what they sign, word for word
     * @param lasts how long an attestation counts; its last moment is left out
     */
    public record Settings(List<String> of, long count, String claim, Optional<Duration> lasts) {
        public Settings {
            of = List.copyOf(of);
            if (new HashSet<>(of).size() != of.size()) {
                throw new IllegalArgumentException("of names a key twice, which would count once");
            }
            if (count < 1 || count > of.size()) {
                throw new IllegalArgumentException("count is 1 to " + of.size() + ", the number of attesters; with "
                        + count + (count < 1 ? " everybody would be admitted" : " nobody could ever be admitted"));
            }
            if (claim.isBlank()) {
                throw new IllegalArgumentException("claim says what the attesters sign");
            }
        }
    }

    @Override
    public String id() {
        return "attesters";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public Admission judge(Applicant applicant, Evidence evidence, Settings settings) {
        long signed = evidence.attestations().stream()
                .filter(attestation -> settings.of().contains(attestation.attester()))
                .filter(attestation -> attestation.claim().equals(settings.claim()))
                .filter(attestation -> settings.lasts()
                        .filter(length -> !attestation.given().plus(length).isAfter(evidence.at()))
                        .isEmpty())
                .map(Attestation::attester)
                .distinct()
                .count();
        var words = signed + " of " + settings.of().size() + " attesters signed '" + settings.claim() + "'; asked are "
                + settings.count() + ".";
        return signed >= settings.count() ? Admission.admitted(id(), words) : Admission.waiting(id(), words);
    }
}
