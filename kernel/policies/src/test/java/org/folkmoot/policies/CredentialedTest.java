// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.policies.Credentialed.Settings;
import org.folkmoot.policy.Credential;
import org.folkmoot.policy.Evidence;
import org.folkmoot.policy.testkit.AdmissionRuleContract;
import org.junit.jupiter.api.Test;

class CredentialedTest extends AdmissionRuleContract<Settings> {
    private static final Settings SETTINGS = new Settings(
            List.of("issuer"),
            "resident",
            "number",
            Optional.of(List.of("adult=true")),
            Optional.of(Duration.ofDays(1)));

    @Override
    protected Credentialed plugin() {
        return new Credentialed();
    }

    @Override
    protected List<Settings> settings() {
        return List.of(SETTINGS);
    }

    @Override
    protected Evidence convincing(Settings settings) {
        return NOTHING.certified(credential("issuer", "resident", APPLICANT.key()));
    }

    @Test
    void usesUpWhatNamesThePerson() {
        assertThat(plugin().judge(APPLICANT, convincing(SETTINGS), SETTINGS).nullifiers())
                .containsExactly("issuer|resident|17");
    }

    @Test
    void believesOnlyTheIssuersAboutTheApplicant() {
        assertThat(admits(credential("other", "resident", APPLICANT.key()))).isFalse();
        assertThat(admits(credential("issuer", "visitor", APPLICANT.key()))).isFalse();
        assertThat(admits(credential("issuer", "resident", "")))
                .as("bound to nobody")
                .isFalse();
        assertThat(admits(credential("issuer", "resident", "somebody"))).isFalse();
    }

    @Test
    void asksForTheClaims() {
        assertThat(admits(claiming(Map.of("adult", "true")))).as("no number").isFalse();
        assertThat(admits(claiming(Map.of("number", "17")))).isFalse();
        assertThat(admits(claiming(Map.of("number", "17", "adult", "false")))).isFalse();
        assertThat(admits(claiming(Map.of("number", "17", "adult", "true")))).isTrue();
    }

    @Test
    void holdsFromItsBeginningToItsEnd() {
        assertThat(admits(holding(NOON.plusMillis(1), NOON.plusSeconds(9)))).isFalse();
        assertThat(admits(holding(NOON, NOON.plusMillis(1)))).isTrue();
        assertThat(admits(holding(NOON.minusMillis(1), NOON))).isFalse();
        assertThat(admits(holding(NOON.minus(Duration.ofDays(1)), NOON.plusSeconds(9))))
                .as("not fresh")
                .isFalse();
    }

    private boolean admits(Credential credential) {
        return plugin().judge(APPLICANT, NOTHING.certified(credential), SETTINGS)
                .admitted();
    }

    private static Credential credential(String issuer, String type, String holder) {
        var claims = Map.of("number", "17", "adult", "true");
        return new Credential(issuer, type, claims, holder, NOON.minusSeconds(1), NOON.plusSeconds(1));
    }

    private static Credential claiming(Map<String, String> claims) {
        return new Credential("issuer", "resident", claims, APPLICANT.key(), NOON.minusSeconds(1), NOON.plusSeconds(1));
    }

    private static Credential holding(Instant from, Instant until) {
        return new Credential(
                "issuer", "resident", Map.of("number", "17", "adult", "true"), APPLICANT.key(), from, until);
    }
}
