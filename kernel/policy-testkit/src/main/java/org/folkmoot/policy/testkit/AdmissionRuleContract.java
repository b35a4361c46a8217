// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.folkmoot.policy.AdmissionRule;
import org.folkmoot.policy.Applicant;
import org.folkmoot.policy.Evidence;
import org.folkmoot.policy.Plugin;
import org.junit.jupiter.api.Test;

/** What every admission rule keeps: it can say yes, it says no without evidence, and it says why. */
public abstract class AdmissionRuleContract<S extends Record> extends PluginContract<S> {
    /** The moment at which these tests judge. */
    protected static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** The applicant of these tests. */
    protected static final Applicant APPLICANT =
            new Applicant("0".repeat(64), "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK", NOON);

    /** No evidence. */
    protected static final Told NOTHING = Told.nothing(NOON);

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
            var admission = plugin().judge(APPLICANT, convincing(settings), settings);

            assertThat(admission.admitted()).isTrue();
            assertThat(admission.words()).isNotBlank();
            assertThat(plugin().judge(APPLICANT, convincing(settings), settings))
                    .as("again")
                    .isEqualTo(admission);
        }
    }

    /** Whether these settings ask for evidence; only a rule that lets everybody in does not. */
    protected boolean asksForEvidence(S settings) {
        return true;
    }

    @Test
    void admitsNobodyWithoutEvidence() {
        for (var settings : settings()) {
            if (!asksForEvidence(settings)) continue;
            var admission = plugin().judge(APPLICANT, NOTHING, settings);

            assertThat(admission.admitted()).isFalse();
            assertThat(admission.words()).isNotBlank();
        }
    }
}
