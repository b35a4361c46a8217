// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.folkmoot.policy.AdmissionRule;
import org.folkmoot.policy.Applicant;
import org.folkmoot.policy.Evidence;
import org.folkmoot.policy.Plugin;
import org.junit.jupiter.api.Test;

/** What every admission rule keeps: it can say yes, it says no without evidence, and it says why. */
public abstract class AdmissionRuleContract<S extends Record> extends PluginContract<S> {
    private static final Applicant APPLICANT =
            new Applicant("did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK");

    @Override
    protected abstract AdmissionRule<S> plugin();

    /** Evidence on which these settings admit. */
    protected abstract Evidence convincing(S settings);

    @Override
    @SuppressWarnings("unchecked") // a class literal has no type arguments
    Class<? extends Plugin<?>> kind() {
        return (Class<? extends Plugin<?>>) (Class<?>) AdmissionRule.class;
    }

    @Test
    void admitsOnGoodEvidence() {
        for (var settings : settings()) {
            var admission = plugin().admits(APPLICANT, convincing(settings), settings);

            assertThat(admission.admitted()).isTrue();
            assertThat(admission.words()).isNotBlank();
            assertThat(plugin().admits(APPLICANT, convincing(settings), settings))
                    .as("again")
                    .isEqualTo(admission);
        }
    }

    @Test
    void refusesWithoutEvidence() {
        for (var settings : settings()) {
            var admission = plugin().admits(APPLICANT, new Evidence("", List.of()), settings);

            assertThat(admission.admitted()).isFalse();
            assertThat(admission.words()).isNotBlank();
        }
    }
}
