// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.policies.Federated.Settings;
import org.folkmoot.policy.Evidence;
import org.folkmoot.policy.Evidence.Recognition;
import org.folkmoot.policy.testkit.AdmissionRuleContract;
import org.junit.jupiter.api.Test;

class FederatedTest extends AdmissionRuleContract<Settings> {
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Settings SETTINGS =
            new Settings(List.of("here", "there"), List.of("a", "b", "c"), 2, Optional.of(YEAR), Optional.of(YEAR));

    @Override
    protected Federated plugin() {
        return new Federated();
    }

    @Override
    protected List<Settings> settings() {
        return List.of(SETTINGS);
    }

    @Override
    protected Evidence convincing(Settings settings) {
        return NOTHING.recognised(member("here", NOON, "a", "b"));
    }

    @Test
    void usesUpTheMembershipThere() {
        assertThat(plugin().judge(APPLICANT, convincing(SETTINGS), SETTINGS).nullifiers())
                .containsExactly("here|m");
    }

    @Test
    void asksForEnoughSignersAndTheRightCommunity() {
        assertThat(admits(member("here", NOON, "a"))).isFalse();
        assertThat(admits(member("here", NOON, "a", "a"))).isFalse();
        assertThat(admits(member("here", NOON, "a", "x"))).isFalse();
        assertThat(admits(member("elsewhere", NOON, "a", "b"))).isFalse();
        assertThat(admits(member("there", NOON, "a", "b"))).isTrue();
    }

    @Test
    void aStatementGrowsOldAndAMembershipMustNotBeNew() {
        assertThat(admits(member("here", NOON.minus(YEAR).plusMillis(1), "a", "b")))
                .isTrue();
        assertThat(admits(member("here", NOON.minus(YEAR), "a", "b"))).isFalse();
        assertThat(admits(new Recognition("here", "m", NOON.minus(YEAR), NOON, List.of("a", "b"))))
                .isTrue();
        assertThat(admits(new Recognition("here", "m", NOON.minus(YEAR).plusMillis(1), NOON, List.of("a", "b"))))
                .isFalse();
    }

    @Test
    void refusesANumberOfSignersThatThereAreNot() {
        assertThatThrownBy(() -> new Settings(List.of("here"), List.of("a"), 2, Optional.empty(), Optional.empty()))
                .hasMessageContaining("number of signers");
    }

    private boolean admits(Recognition recognition) {
        return plugin().judge(APPLICANT, NOTHING.recognised(recognition), SETTINGS)
                .admitted();
    }

    private static Recognition member(String community, Instant provenAt, String... signers) {
        return new Recognition(community, "m", Instant.EPOCH, provenAt, List.of(signers));
    }
}
