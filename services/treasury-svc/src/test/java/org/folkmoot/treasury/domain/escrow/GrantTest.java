// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.treasury.domain.escrow.Escrows.NOON;
import static org.folkmoot.treasury.domain.escrow.Escrows.SKR;
import static org.folkmoot.treasury.domain.escrow.Escrows.after;
import static org.folkmoot.treasury.domain.escrow.Escrows.grant;
import static org.folkmoot.treasury.domain.escrow.Escrows.said;
import static org.folkmoot.treasury.domain.escrow.Escrows.taken;
import static org.folkmoot.treasury.domain.escrow.Escrows.tranche;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tranche of a grant is released once and in its time, or goes back. */
class GrantTest {
    private final Escrow grant = grant(tranche(10, 0, 20), tranche(20, 10, 20), tranche(30, 10, 40));

    @ParameterizedTest
    @CsvSource({
        "9999, tranche-early",
        "10000, released 20",
        "10001, released 20",
        "19999, released 20",
        "20000, tranche-expired",
        "20001, tranche-expired"
    })
    void isReleasedInItsTime(long millis, String said) {
        assertThat(said(new Request.Release(2).of(grant, NOON.plusMillis(millis))))
                .isEqualTo(said);
    }

    @Test
    void isReleasedOnce() {
        var released = taken(new Request.Release(1).of(grant, after(1)));

        assertThat(said(new Request.Release(1).of(released, after(2)))).isEqualTo("tranche-ended");
        assertThat(released.tranches())
                .containsExactly(Tranche.State.RELEASED, Tranche.State.WAITING, Tranche.State.WAITING);
        assertThat(released.left()).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({"0", "4", "9223372036854775807"})
    void whatHasNoSuchNumberIsUnknown(long number) {
        assertThat(said(new Request.Release(number).of(grant, after(1)))).isEqualTo("tranche-unknown");
    }

    @Test
    void whatExpiredGoesBackByItself() {
        var released = taken(new Request.Release(1).of(grant, after(1)));

        assertThat(Request.sweep(released, NOON.plusMillis(19_999))).isEmpty();
        var swept = Request.sweep(released, after(20)).orElseThrow();
        assertThat(said(swept)).isEqualTo("returned 20");
        assertThat(taken(swept).due()).contains(after(40));
        var ended = taken(Request.sweep(taken(swept), after(40)).orElseThrow());
        assertThat(ended.state()).isEqualTo(Escrow.State.ENDED);
        assertThat(ended.due()).isEmpty();
        assertThat(Request.sweep(ended, after(99))).isEmpty();
    }

    @Test
    void aGrantOfWhichNothingWasReleasedHasExpired() {
        assertThat(taken(Request.sweep(grant, after(40)).orElseThrow()).state()).isEqualTo(Escrow.State.EXPIRED);
    }

    @Test
    void cancellingGivesBackWhatWasNotReleased() {
        var released = taken(new Request.Release(1).of(grant, after(1)));
        var step = new Request.Cancel().of(released, after(20));

        assertThat(said(step)).isEqualTo("returned 50");
        var cancelled = taken(step);
        assertThat(cancelled.state()).isEqualTo(Escrow.State.CANCELLED);
        assertThat(cancelled.tranches())
                .containsExactly(Tranche.State.RELEASED, Tranche.State.EXPIRED, Tranche.State.VOIDED);
        assertThat(said(new Request.Cancel().of(cancelled, after(21)))).isEqualTo("escrow-ended");
        assertThat(said(new Request.Release(3).of(cancelled, after(21)))).isEqualTo("tranche-ended");
    }

    @Test
    void whatIsAllBeyondItsTimeIsNotCancelled() {
        assertThat(said(new Request.Cancel().of(grant, after(40)))).isEqualTo("escrow-ended");
    }

    @Test
    void aClockThatWasSetBackReopensNothing() {
        var swept = taken(Request.sweep(grant, after(20)).orElseThrow());

        assertThat(said(new Request.Release(1).of(swept, after(1)))).isEqualTo("tranche-ended");
        assertThat(said(new Request.Release(3).of(swept, after(1)))).isEqualTo("released 30");
    }

    @Test
    void theLastOneEndsIt() {
        var one = grant(new Tranche(BigInteger.ONE, "All", NOON, Optional.empty()));

        assertThat(one.due()).isEmpty();
        assertThat(taken(new Request.Release(1).of(one, after(1_000_000_000))).state())
                .isEqualTo(Escrow.State.ENDED);
    }

    @Test
    void othersAreNotOfThisKind() {
        assertThat(said(new Request.Pause().of(grant, NOON))).isEqualTo("escrow-kind");
        assertThat(said(new Request.Withdraw(Optional.empty()).of(grant, NOON))).isEqualTo("escrow-kind");
        assertThat(said(new Request.Award(Escrows.BEA, false).of(grant, NOON))).isEqualTo("escrow-kind");
        assertThat(said(new Request.Release(1).of(Escrows.bounty(1, 1), NOON))).isEqualTo("escrow-kind");
    }

    @Test
    void theTermsAreReadAsTheyWereWritten() {
        var terms = new Terms.Grant(
                "treasury",
                Escrows.BEA,
                SKR,
                List.of(tranche(10, 1, 2), new Tranche(BigInteger.ONE, "Rest", NOON, Optional.empty())),
                Optional.of(new Panel("steward", 2)),
                "Boathouse");

        assertThat(TermsJson.read(TermsJson.write(terms), SKR)).isEqualTo(terms);
    }
}
