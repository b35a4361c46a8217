// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One author makes as many proposals as the policy allows, and the next one on the dot. */
class LimitsTest {
    private static final Instant FIRST = Instant.parse("2026-11-20T10:00:00.000Z");
    private static final Instant SECOND = FIRST.plusSeconds(60);
    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void withoutLimitsAnyNumberIsAllowed() {
        assertThatCode(() -> Limits.check(policy("{ who: 'true' }"), 1_000, List.of(), FIRST))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1})
    void belowTheLimitOneMoreMayBeOpen(long open) {
        assertThatCode(() -> Limits.check(policy("{ limit: { open: 2 } }"), open, List.of(), FIRST))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3})
    void atTheLimitNoMoreMayBeOpen(long open) {
        refused("{ limit: { open: 2 } }", open, List.of(), FIRST, new Refusal.TooManyOpen("all", 2));
    }

    @Test
    void aPeriodIsOverToTheMillisecond() {
        var limit = "{ limit: { count: 2, period: P7D } }";
        var made = List.of(SECOND, FIRST);
        var again = FIRST.plus(WEEK);

        refused(limit, 0, made, again.minusMillis(1), new Refusal.TooManyProposals("all", 2, again));
        assertThatCode(() -> Limits.check(policy(limit), 0, made, again)).doesNotThrowAnyException();
        assertThatCode(() -> Limits.check(policy(limit), 0, List.of(SECOND), SECOND))
                .doesNotThrowAnyException();
    }

    private static void refused(String propose, long open, List<Instant> made, Instant now, Refusal refusal) {
        assertThatThrownBy(() -> Limits.check(policy(propose), open, made, now))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private static Policy policy(String propose) {
        var constitution = """
                folkmoot: 1
                name: Testholm
                admission: { model: registrar, of: founders }
                bodies: { citizens: { who: "true", power: equal } }
                policies:
                  - name: all
                    applies: "true"
                    body: citizens
                    propose: PROPOSE
                    ballot: { method: for-against-abstain, revote: last }
                    approval: { count: [for], of: [for, against], moreThan: 1/2 }
                    timing: { delay: P1D, period: P3D, timelock: P2D, expires: P7D }
                """.replace("PROPOSE", propose);
        return Constitution.read(constitution.getBytes(UTF_8)).policies().getFirst();
    }
}
