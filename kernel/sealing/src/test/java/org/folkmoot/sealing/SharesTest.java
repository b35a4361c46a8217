// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.folkmoot.record.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trustees who open ballots, and those who only say so. */
class SharesTest {
    private static final Hash POLL = Hash.of(new byte[] {1});
    private static final int BALLOTS = 40;

    private final Trustees trustees = new Trustees(3, 5, 11);
    private final List<Point> heads = Stream.generate(() -> Point.base(Scalars.random(trustees.random)))
            .limit(BALLOTS)
            .toList();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void oneProofHoldsForAllBallots(int trustee) {
        var shares = trustees.shares(trustee, POLL, heads);

        assertThatCode(() -> shares.check(trustees.key, POLL, heads)).doesNotThrowAnyException();
    }

    @Test
    void everyQuorumOpensTheSame() {
        var one = Shares.combine(trustees.key, trustees.shares(POLL, heads, 1, 2, 3));
        var other = Shares.combine(trustees.key, trustees.shares(POLL, heads, 5, 2, 4));

        assertThat(other).isEqualTo(one);
    }

    @Test
    void aWrongPointAmongManyIsFound() {
        var shares = trustees.shares(1, POLL, heads);
        var points = new ArrayList<>(shares.points());
        points.set(17, Point.BASE);

        assertRefused(new Shares(1, points, shares.proof()), POLL, heads);
    }

    @Test
    void pointsInAnotherOrderAreRefused() {
        var shares = trustees.shares(1, POLL, heads);
        var points = new ArrayList<>(shares.points());
        points.add(points.removeFirst());

        assertRefused(new Shares(1, points, shares.proof()), POLL, heads);
    }

    @Test
    void aTrusteeCannotSpeakForAnother() {
        var shares = trustees.shares(1, POLL, heads);

        assertRefused(new Shares(2, shares.points(), shares.proof()), POLL, heads);
    }

    @Test
    void sharesOfAnotherPollAreRefused() {
        assertRefused(trustees.shares(1, Hash.of(new byte[] {2}), heads), POLL, heads);
    }

    @Test
    void sharesForFewerBallotsAreRefused() {
        var shares = trustees.shares(1, POLL, heads.subList(1, BALLOTS));

        assertThatThrownBy(() -> shares.check(trustees.key, POLL, heads))
                .hasMessage("There are 40 ballots to open, and 39 shares.");
    }

    @Test
    void aTrusteeWhoIsNotThereIsRefused() {
        var shares = trustees.shares(1, POLL, heads);
        var sixth = new Shares(6, shares.points(), shares.proof());

        assertThatThrownBy(() -> sixth.check(trustees.key, POLL, heads)).hasMessage("There is no trustee 6.");
    }

    @Test
    void oneLessThanAQuorumOpensNothing() {
        var two = trustees.shares(POLL, heads, 1, 2);

        assertThatThrownBy(() -> Shares.combine(trustees.key, two)).hasMessage("3 trustees open together, not 2.");
    }

    @Test
    void aTrusteeCountsOnce() {
        var twice = trustees.shares(POLL, heads, 1, 2, 2);

        assertThatThrownBy(() -> Shares.combine(trustees.key, twice)).hasMessage("3 trustees open together, not 2.");
    }

    @Test
    void moreThanAQuorumOpensTheSame() {
        var quorum = Shares.combine(trustees.key, trustees.shares(POLL, heads, 1, 2, 3));
        var all = Shares.combine(trustees.key, trustees.shares(POLL, heads, 1, 2, 3, 4, 5));

        assertThat(all).isEqualTo(quorum);
    }

    private void assertRefused(Shares shares, Hash poll, List<Point> ballots) {
        assertThatThrownBy(() -> shares.check(trustees.key, poll, ballots))
                .hasMessage("The shares are not those of trustee " + shares.trustee() + " for these ballots.");
    }
}
