// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.policy.Counted;
import org.junit.jupiter.api.Test;

class BordaTest extends DuellingContract<Borda.Settings> {
    @Override
    protected Borda plugin() {
        return new Borda();
    }

    @Override
    protected List<Borda.Settings> settings() {
        return List.of(with(Borda.Blank.NOTHING), with(Borda.Blank.MEAN), leavingOut(Borda.LeftOut.NOTHING));
    }

    private Borda.Settings with(Borda.Blank blank) {
        return settings(Optional.of(blank), Optional.empty());
    }

    private Borda.Settings leavingOut(Borda.LeftOut leftOut) {
        return settings(Optional.empty(), Optional.of(leftOut));
    }

    private Borda.Settings settings(Optional<Borda.Blank> blank, Optional<Borda.LeftOut> leftOut) {
        return new Borda.Settings(
                blank, leftOut, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void aBlankBallotGivesNothingOrTheSameToAll() {
        var blank = ranked(2, "");

        assertThat(count(plugin(), with(Borda.Blank.NOTHING), blank).winners()).isEmpty();
        assertThat(count(plugin(), with(Borda.Blank.MEAN), blank)
                        .rounds()
                        .getFirst()
                        .tally())
                .isEqualTo(Choices.powers("A 60, B 60, C 60, D 60, E 60"));
    }

    @Test
    void thoseOnOneRankShareTheMeanOfTheirPlaces() {
        var result = count(plugin(), settings().getFirst(), ranked(1, "BA"));

        assertThat(result.rounds().getFirst().tally()).isEqualTo(Choices.powers("A 40, B 50, C 20, D 20, E 20"));
        assertThat(result.words()).isEqualTo("The winner is B with 5.");
    }

    @Test
    void thoseWhoAreLeftOutShareTheMeanOrGetNothing() {
        var ballots = new Counted[] {ranked(1, "BA"), ranked(2, "C")};

        assertThat(tally(leavingOut(Borda.LeftOut.MEAN), ballots))
                .isEqualTo(Choices.powers("A 90, B 100, C 120, D 70, E 70"));
        assertThat(tally(leavingOut(Borda.LeftOut.NOTHING), ballots))
                .isEqualTo(Choices.powers("A 40, B 50, C 100, D 0, E 0"));
    }

    @Test
    void aCompleteRankingGivesTheSameEitherWay() {
        var ballots = new Counted[] {ranked(1, "BADCE"), ranked(3, "ECDAB")};

        assertThat(tally(leavingOut(Borda.LeftOut.NOTHING), ballots))
                .isEqualTo(tally(leavingOut(Borda.LeftOut.MEAN), ballots));
    }

    @Test
    void aBlankBallotCannotGiveToAllWhatItLeavesOutWithNothing() {
        assertThatThrownBy(() -> settings(Optional.of(Borda.Blank.MEAN), Optional.of(Borda.LeftOut.NOTHING)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("blank is 'mean', but leftOut is 'nothing'");
    }

    private Map<String, BigInteger> tally(Borda.Settings settings, Counted... ballots) {
        return count(plugin(), settings, ballots).rounds().getFirst().tally();
    }
}
