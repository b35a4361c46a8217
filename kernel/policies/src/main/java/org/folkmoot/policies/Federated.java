// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.folkmoot.policy.Admission;
import org.folkmoot.policy.AdmissionRule;
import org.folkmoot.policy.Applicant;
import org.folkmoot.policy.Evidence;
import org.folkmoot.policy.Evidence.Recognition;

/** Admits members of other communities, each of them once, on statements that enough of the named keys signed. */
public final class Federated implements AdmissionRule<Federated.Settings> {
    /**
     * Whose members are recognised, and on whose word.
     *
     * @param communities the ids of the communities
     * @param signers the keys whose statements count, such as those of the other community's registrars
     * @param count how many of them must sign
     * @param memberFor how long the applicant must have been a member there when the statement was signed
     * @param lasts how long a statement counts; its last moment is left out
     */
    public record Settings(
            List<String> communities,
            List<String> signers,
            long count,
            Optional<Duration> memberFor,
            Optional<Duration> lasts) {
        public Settings {
            communities = List.copyOf(communities);
            signers = List.copyOf(signers);
            if (communities.isEmpty()) {
                throw new IllegalArgumentException("communities names none, so nobody could ever be admitted");
            }
            if (count < 1 || count > signers.size()) {
                throw new IllegalArgumentException(
                        "count is 1 to " + signers.size() + ", the number of signers, not " + count);
            }
        }
    }

    @Override
    public String id() {
        return "federated";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public Admission judge(Applicant applicant, Evidence evidence, Settings settings) {
        return evidence.recognitions().stream()
                .filter(recognition -> counts(recognition, evidence, settings))
                .findFirst()
                .map(recognition -> Admission.admitted(
                                id(), "The applicant is a member of " + recognition.community() + ".")
                        .using(recognition.community() + "|" + recognition.member()))
                .orElseGet(() -> Admission.waiting(
                        id(),
                        "It is not proven that the applicant is a member of "
                                + String.join(" or ", settings.communities()) + "."));
    }

    private static boolean counts(Recognition recognition, Evidence evidence, Settings settings) {
        long signed = recognition.signers().stream()
                .distinct()
                .filter(settings.signers()::contains)
                .count();
        return settings.communities().contains(recognition.community())
                && signed >= settings.count()
                && settings.memberFor()
                        .filter(wait -> recognition.since().plus(wait).isAfter(recognition.provenAt()))
                        .isEmpty()
                && settings.lasts()
                        .filter(length -> !recognition.provenAt().plus(length).isAfter(evidence.at()))
                        .isEmpty();
    }
}
