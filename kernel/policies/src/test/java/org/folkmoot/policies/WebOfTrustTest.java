// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.policies.WebOfTrust.Settings;
import org.folkmoot.policy.Admission.Answer;
import org.folkmoot.policy.Evidence;
import org.folkmoot.policy.Evidence.Vouch;
import org.folkmoot.policy.testkit.AdmissionRuleContract;
import org.folkmoot.policy.testkit.Told;
import org.junit.jupiter.api.Test;

class WebOfTrustTest extends AdmissionRuleContract<Settings> {

    @Override
    protected WebOfTrust plugin() {
        return new WebOfTrust();
    }

    @Override
    protected List<Settings> settings() {
        return List.of(new Settings(List.of("s", "t"), 500_000, 3));
    }

    @Override
    protected Evidence convincing(Settings settings) {
        return web(Map.of(APPLICANT.member(), List.of(by("s", 1))));
    }

    @Test
    void aSeedSharesItsPointsAmongThoseItVouchesFor() {
        assertThat(points(Map.of(APPLICANT.member(), List.of(by("s", 0))))).isEqualTo("1000000");
        assertThat(points(Map.of(APPLICANT.member(), List.of(by("s", 2)))))
                .as("rounded down")
                .isEqualTo("333333");
        assertThat(points(Map.of(APPLICANT.member(), List.of(by("s", 1), by("t", 3)))))
                .isEqualTo("750000");
    }

    @Test
    void trustFlowsOnlySoFar() {
        var chain = Map.of(
                APPLICANT.member(),
                List.of(by("a", 0)),
                "a",
                List.of(by("b", 0)),
                "b",
                List.of(by("c", 0)),
                "c",
                List.of(by("s", 0)));

        assertThat(points(Map.of(
                        APPLICANT.member(), List.of(by("b", 0)), "b", List.of(by("c", 0)), "c", List.of(by("s", 0)))))
                .isEqualTo("1000000");
        assertThat(points(chain)).as("four steps from the seed").isEqualTo("0");
    }

    @Test
    void aCrowdThatVouchesForItselfGainsNothing() {
        var crowd = Map.of(
                APPLICANT.member(),
                List.of(by("x", 2), by("y", 2), by("z", 2)),
                "x",
                List.of(by("y", 2), by("z", 2), by("s", 9)),
                "y",
                List.of(by("x", 2), by("z", 2)),
                "z",
                List.of(by("x", 2), by("y", 2)));

        assertThat(plugin().judge(APPLICANT, web(crowd), settings().getFirst()).answer())
                .isEqualTo(Answer.WAITING);
    }

    @Test
    void theThresholdItselfIsEnough() {
        var evidence = web(Map.of(APPLICANT.member(), List.of(by("s", 1))));

        assertThat(plugin().judge(APPLICANT, evidence, threshold(499_999)).admitted())
                .isTrue();
        assertThat(plugin().judge(APPLICANT, evidence, threshold(500_000)).admitted())
                .isTrue();
        assertThat(plugin().judge(APPLICANT, evidence, threshold(500_001)).admitted())
                .isFalse();
    }

    @Test
    void refusesAThresholdThatNobodyReaches() {
        assertThatThrownBy(() -> threshold(2_000_001)).hasMessageContaining("what all seeds have");
        assertThatThrownBy(() -> new Settings(List.of(), 1, 1)).hasMessageContaining("begin nowhere");
        assertThatThrownBy(() -> new Settings(List.of("s"), 1, 7)).hasMessageContaining("1 to 6");
    }

    private static Settings threshold(long points) {
        return new Settings(List.of("s", "t"), points, 3);
    }

    private String points(Map<String, List<Vouch>> vouches) {
        return plugin().judge(APPLICANT, web(vouches), settings().getFirst())
                .words()
                .split(" ")[0];
    }

    private static Told web(Map<String, List<Vouch>> vouches) {
        return NOTHING.vouched(vouches);
    }

    private static Vouch by(String voucher, int others) {
        return new Vouch(voucher, Instant.EPOCH, NOON, java.util.Collections.nCopies(others, Instant.EPOCH), List.of());
    }
}
