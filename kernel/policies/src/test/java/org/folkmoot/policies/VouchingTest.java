// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.policies.Vouching.Settings;
import org.folkmoot.policy.Admission.Answer;
import org.folkmoot.policy.Evidence;
import org.folkmoot.policy.Evidence.Vouch;
import org.folkmoot.policy.testkit.AdmissionRuleContract;
import org.junit.jupiter.api.Test;

class VouchingTest extends AdmissionRuleContract<Settings> {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant YESTERDAY = NOON.minus(DAY);
    private static final Settings TWO =
            new Settings(2, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    private static final Settings STRICT = new Settings(
            1,
            Optional.of(DAY.multipliedBy(30)),
            Optional.of(2L),
            Optional.of(DAY.multipliedBy(7)),
            Optional.of(DAY.multipliedBy(90)),
            Optional.of(DAY.multipliedBy(180)));

    @Override
    protected Vouching plugin() {
        return new Vouching();
    }

    @Override
    protected List<Settings> settings() {
        return List.of(TWO, STRICT);
    }

    @Override
    protected Evidence convincing(Settings settings) {
        return NOTHING.vouched(Map.of(APPLICANT.member(), List.of(by("a"), by("b"), by("c"))));
    }

    @Test
    void countsDifferentVouchers() {
        assertThat(answer(TWO, by("a"))).isEqualTo(Answer.WAITING);
        assertThat(answer(TWO, by("a"), by("a"))).as("the same twice").isEqualTo(Answer.WAITING);
        assertThat(answer(TWO, by("a"), by("b"))).isEqualTo(Answer.ADMITTED);
    }

    @Test
    void aVoucherIsAMemberForSomeTime() {
        var wait = DAY.multipliedBy(30);

        assertThat(answer(STRICT, joined(YESTERDAY.minus(wait).plusMillis(1)))).isEqualTo(Answer.WAITING);
        assertThat(answer(STRICT, joined(YESTERDAY.minus(wait)))).isEqualTo(Answer.ADMITTED);
        assertThat(answer(STRICT, joined(YESTERDAY.minus(wait).minusMillis(1)))).isEqualTo(Answer.ADMITTED);
    }

    @Test
    void onlySoManyVouchesInAWhileCount() {
        var week = DAY.multipliedBy(7);

        assertThat(answer(STRICT, others(YESTERDAY))).isEqualTo(Answer.ADMITTED);
        assertThat(answer(STRICT, others(YESTERDAY, YESTERDAY.minus(week).plusMillis(1))))
                .isEqualTo(Answer.WAITING);
        assertThat(answer(STRICT, others(YESTERDAY, YESTERDAY.minus(week))))
                .as("the beginning of the period is left out")
                .isEqualTo(Answer.ADMITTED);
        assertThat(answer(STRICT, others(NOON, NOON)))
                .as("later ones do not matter")
                .isEqualTo(Answer.ADMITTED);
    }

    @Test
    void aVouchGrowsOld() {
        var lasts = DAY.multipliedBy(90);

        assertThat(answer(STRICT, given(NOON.minus(lasts).plusMillis(1)))).isEqualTo(Answer.ADMITTED);
        assertThat(answer(STRICT, given(NOON.minus(lasts)))).isEqualTo(Answer.WAITING);
        assertThat(answer(STRICT, given(NOON.minus(lasts).minusMillis(1)))).isEqualTo(Answer.WAITING);
    }

    @Test
    void whoVouchedForSomebodyExpelledIsNotBelievedForAWhile() {
        var liability = DAY.multipliedBy(180);

        assertThat(answer(STRICT, liable(NOON.minus(liability).plusMillis(1)))).isEqualTo(Answer.WAITING);
        assertThat(answer(STRICT, liable(NOON.minus(liability)))).isEqualTo(Answer.ADMITTED);
        assertThat(answer(STRICT, liable(NOON.minus(liability).minusMillis(1)))).isEqualTo(Answer.ADMITTED);
    }

    @Test
    void saysWhyAVouchDoesNotCount() {
        var evidence = NOTHING.vouched(Map.of(APPLICANT.member(), List.of(joined(YESTERDAY))));

        assertThat(plugin().judge(APPLICANT, evidence, STRICT).words())
                .isEqualTo("0 of 1 members vouch for the applicant. The vouch of a came before the voucher had been a"
                        + " member for PT720H.");
    }

    @Test
    void refusesSettingsThatAdmitNobodyOrEverybody() {
        assertThatThrownBy(() -> settings(0, Optional.empty(), Optional.empty()))
                .hasMessageContaining("1 to 100");
        assertThatThrownBy(() -> settings(101, Optional.empty(), Optional.empty()))
                .hasMessageContaining("1 to 100");
        assertThatThrownBy(() -> settings(1, Optional.of(1L), Optional.empty())).hasMessageContaining("together");
        assertThatThrownBy(() -> settings(1, Optional.of(0L), Optional.of(DAY))).hasMessageContaining("nobody");
    }

    private static Settings settings(long vouches, Optional<Long> most, Optional<Duration> period) {
        return new Settings(vouches, Optional.empty(), most, period, Optional.empty(), Optional.empty());
    }

    private Answer answer(Settings settings, Vouch... vouches) {
        return plugin().judge(APPLICANT, NOTHING.vouched(Map.of(APPLICANT.member(), List.of(vouches))), settings)
                .answer();
    }

    private static Vouch by(String voucher) {
        return new Vouch(voucher, Instant.EPOCH, YESTERDAY, List.of(), List.of());
    }

    private static Vouch joined(Instant since) {
        return new Vouch("a", since, YESTERDAY, List.of(), List.of());
    }

    private static Vouch others(Instant... others) {
        return new Vouch("a", Instant.EPOCH, YESTERDAY, List.of(others), List.of());
    }

    private static Vouch given(Instant given) {
        return new Vouch("a", Instant.EPOCH, given, List.of(), List.of());
    }

    private static Vouch liable(Instant expulsion) {
        return new Vouch("a", Instant.EPOCH, YESTERDAY, List.of(), List.of(expulsion));
    }
}
