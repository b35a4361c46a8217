// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.policies.Attesters.Settings;
import org.folkmoot.policy.Admission.Answer;
import org.folkmoot.policy.Evidence;
import org.folkmoot.policy.Evidence.Attestation;
import org.folkmoot.policy.testkit.AdmissionRuleContract;
import org.junit.jupiter.api.Test;

class AttestersTest extends AdmissionRuleContract<Settings> {
    private static final Duration YEAR = Duration.ofDays(365);

    @Override
    protected Attesters plugin() {
        return new Attesters();
    }

    @Override
    protected List<Settings> settings() {
        return List.of(new Settings(List.of("a", "b", "c"), 2, "lives here", Optional.of(YEAR)));
    }

    @Override
    protected Evidence convincing(Settings settings) {
        return NOTHING.attested(says("a", NOON), says("c", NOON));
    }

    @Test
    void countsDifferentAttestersOfTheList() {
        assertThat(answer(says("a", NOON))).isEqualTo(Answer.WAITING);
        assertThat(answer(says("a", NOON), says("a", NOON))).isEqualTo(Answer.WAITING);
        assertThat(answer(says("a", NOON), says("d", NOON))).isEqualTo(Answer.WAITING);
        assertThat(answer(says("a", NOON), new Attestation("b", "lives there", NOON)))
                .isEqualTo(Answer.WAITING);
        assertThat(answer(says("a", NOON), says("b", NOON), says("c", NOON))).isEqualTo(Answer.ADMITTED);
    }

    @Test
    void anAttestationGrowsOld() {
        var old = NOON.minus(YEAR);

        assertThat(answer(says("a", NOON), says("b", old.plusMillis(1)))).isEqualTo(Answer.ADMITTED);
        assertThat(answer(says("a", NOON), says("b", old))).isEqualTo(Answer.WAITING);
        assertThat(answer(says("a", NOON), says("b", old.minusMillis(1)))).isEqualTo(Answer.WAITING);
    }

    @Test
    void refusesANumberThatAdmitsNobodyOrEverybody() {
        assertThatThrownBy(() -> settings(List.of("a"), 0)).hasMessageContaining("everybody");
        assertThatThrownBy(() -> settings(List.of("a"), 2)).hasMessageContaining("nobody could ever");
        assertThatThrownBy(() -> settings(List.of("a", "a"), 2)).hasMessageContaining("twice");
    }

    private static Settings settings(List<String> of, long count) {
        return new Settings(of, count, "lives here", Optional.empty());
    }

    private Answer answer(Attestation... said) {
        return plugin().judge(APPLICANT, NOTHING.attested(said), settings().getFirst())
                .answer();
    }

    private static Attestation says(String attester, Instant given) {
        return new Attestation(attester, "lives here", given);
    }
}
