// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.folkmoot.policies.TokenGated.Settings;
import org.folkmoot.policy.Admission.Answer;
import org.folkmoot.policy.Evidence;
import org.folkmoot.policy.testkit.AdmissionRuleContract;
import org.junit.jupiter.api.Test;

class TokenGatedTest extends AdmissionRuleContract<Settings> {

    @Override
    protected TokenGated plugin() {
        return new TokenGated();
    }

    @Override
    protected List<Settings> settings() {
        return List.of(new Settings("MOOT", 1), new Settings("MOOT", 500));
    }

    @Override
    protected Evidence convincing(Settings settings) {
        return NOTHING.owning("MOOT", settings.atLeast());
    }

    @Test
    void oneUnitLessIsNotEnough() {
        var settings = new Settings("MOOT", 500);

        assertThat(plugin().judge(APPLICANT, NOTHING.owning("MOOT", 499), settings)
                        .answer())
                .isEqualTo(Answer.WAITING);
        assertThat(plugin().judge(APPLICANT, NOTHING.owning("MOOT", 500), settings)
                        .admitted())
                .isTrue();
        assertThat(plugin().judge(APPLICANT, NOTHING.owning("MOOT", 501), settings)
                        .admitted())
                .isTrue();
        assertThat(plugin().judge(APPLICANT, NOTHING.owning("OTHER", 501), settings)
                        .admitted())
                .isFalse();
    }

    @Test
    void refusesToAskForNothing() {
        assertThatThrownBy(() -> new Settings("MOOT", 0)).hasMessageContaining("everybody owns nothing");
    }
}
