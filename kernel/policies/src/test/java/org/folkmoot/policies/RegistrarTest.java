// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.folkmoot.policies.Registrar.Settings;
import org.folkmoot.policy.Applicant;
import org.folkmoot.policy.Evidence;
import org.folkmoot.policy.testkit.AdmissionRuleContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrarTest extends AdmissionRuleContract<Settings> {
    private static final String ALICE = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK";
    private static final String BOB = "did:key:z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw";
    private static final Applicant CAROL =
            new Applicant("ca".repeat(32), "did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH", Instant.EPOCH);

    private static Evidence by(String signer) {
        return NOTHING.by(signer).foundedBy(ALICE);
    }

    @Override
    protected Registrar plugin() {
        return new Registrar();
    }

    @Override
    protected List<Settings> settings() {
        return List.of(new Settings(List.of(ALICE)), new Settings(List.of("founders")));
    }

    @Override
    protected Evidence convincing(Settings settings) {
        return by(ALICE);
    }

    @Test
    void aFounderWhoIsNotListedIsNoRegistrar() {
        var settings = new Settings(List.of(BOB));

        var admission = plugin().judge(CAROL, by(ALICE), settings);

        assertThat(admission.admitted()).isFalse();
        assertThat(admission.words()).isEqualTo(ALICE + " is not a registrar: only " + BOB + " may admit.");
    }

    @Test
    void aListedKeyNeedNotBeAFounder() {
        var settings = new Settings(List.of("founders", BOB));

        assertThat(plugin().judge(CAROL, by(BOB), settings).admitted()).isTrue();
        assertThat(plugin().judge(CAROL, by(ALICE), settings).admitted()).isTrue();
    }

    @Test
    void anApplicantDoesNotAdmitItself() {
        var settings = new Settings(List.of("founders"));

        assertThat(plugin().judge(CAROL, by(CAROL.key()), settings).admitted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"founder", "did:key:", "did:key:z6Mk 0", "did:web:example.org", ""})
    void refusesARegistrarThatIsNoKey(String registrar) {
        var registrars = List.of(registrar);

        assertThatThrownBy(() -> new Settings(registrars))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did:key");
    }

    @Test
    void refusesAListOfNobody() {
        assertThatThrownBy(() -> new Settings(List.of())).hasMessageContaining("nobody could ever be admitted");
    }
}
