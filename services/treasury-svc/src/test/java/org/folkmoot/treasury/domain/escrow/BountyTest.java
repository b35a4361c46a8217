// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.treasury.domain.escrow.Escrows.BEA;
import static org.folkmoot.treasury.domain.escrow.Escrows.NOON;
import static org.folkmoot.treasury.domain.escrow.Escrows.after;
import static org.folkmoot.treasury.domain.escrow.Escrows.bounty;
import static org.folkmoot.treasury.domain.escrow.Escrows.said;
import static org.folkmoot.treasury.domain.escrow.Escrows.taken;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bounty goes to somebody in time, or goes back. */
class BountyTest {
    private static final Request AWARD = new Request.Award(BEA, false);
    private final Escrow bounty = bounty(700, 60);

    @ParameterizedTest
    @CsvSource({"59999, released 700, false", "60000, bounty-expired, true", "60001, bounty-expired, true"})
    void isAwardedBeforeItExpires(long millis, String said, boolean goesBack) {
        var at = NOON.plusMillis(millis);

        assertThat(said(AWARD.of(bounty, at))).isEqualTo(said);
        assertThat(Request.sweep(bounty, at).isPresent()).isEqualTo(goesBack);
        assertThat(said(new Request.Cancel().of(bounty, at))).isEqualTo(goesBack ? said : "returned 700");
        assertThat(said(new Request.Extend(Duration.ofDays(1)).of(bounty, at))).isEqualTo(goesBack ? said : "still");
    }

    @Test
    void isAwardedOnce() {
        var awarded = taken(AWARD.of(bounty, after(1)));

        assertThat(awarded.left()).isZero();
        for (var request : new Request[] {AWARD, new Request.Cancel(), new Request.Extend(Duration.ofDays(1))})
            assertThat(said(request.of(awarded, after(2)))).isEqualTo("escrow-ended");
        assertThat(Request.sweep(awarded, after(60))).isEmpty();
    }

    @Test
    void aJudgeIsNeverTheBeneficiary() {
        assertThat(said(new Request.Award(BEA, true).of(bounty, after(1)))).isEqualTo("judge-benefits");
    }

    @Test
    void canBeKeptForLonger() {
        var extended = taken(new Request.Extend(Duration.ofSeconds(1)).of(bounty, NOON.plusMillis(59_999)));

        assertThat(extended.due()).contains(after(61));
        assertThat(said(AWARD.of(extended, NOON.plusMillis(60_999)))).isEqualTo("released 700");
        assertThat(said(AWARD.of(extended, after(61)))).isEqualTo("bounty-expired");
    }

    @ParameterizedTest
    @CsvSource({"PT0S, still", "PT0.001S, term-too-long"})
    void nothingIsKeptForMoreThanAHundredYears(String beyond, String said) {
        var by = Offering.LONGEST.minusSeconds(60).plus(Duration.parse(beyond));

        assertThat(said(new Request.Extend(by).of(bounty, after(1)))).isEqualTo(said);
    }

    @Test
    void aClockThatWasSetBackReopensNothing() {
        var expired = taken(Request.sweep(bounty, after(60)).orElseThrow());

        assertThat(said(AWARD.of(expired, after(1)))).isEqualTo("escrow-ended");
        assertThat(expired.returned()).isEqualTo(700);
        var extended = taken(new Request.Extend(Duration.ofSeconds(1)).of(bounty, after(59)));
        assertThat(said(new Request.Cancel().of(extended, NOON))).isEqualTo("returned 700");
    }

    @Test
    void readersSeeItGoneBackBeforeItIs() {
        assertThat(Request.seen(bounty, NOON.plusMillis(59_999)).state()).isEqualTo(Escrow.State.OPEN);
        assertThat(Request.seen(bounty, after(60)).state()).isEqualTo(Escrow.State.EXPIRED);
    }

    @Test
    void theTermsAreReadAsTheyWereWritten() {
        assertThat(TermsJson.read(TermsJson.write(bounty.terms()), Escrows.SKR)).isEqualTo(bounty.terms());
    }
}
