// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.folkmoot.record.Hash;
import org.folkmoot.sealing.SealedBallot.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ballots that are sealed, copied, moved and opened. */
class SealedBallotTest {
    private static final int ROOM = 64;
    private static final Hash POLL = Hash.of(new byte[] {1});
    private static final Label ANNA = new Label(POLL, Hash.of(new byte[] {2}));
    private static final Label BOB = new Label(POLL, Hash.of(new byte[] {3}));
    private static final byte[] FOR = "\"for\"".getBytes(UTF_8);

    private final Trustees trustees = new Trustees(2, 3, 9);
    private final SealedBallot ballot = SealedBallot.seal(trustees.key, ANNA, ROOM, FOR, trustees.random);

    @Test
    void anyQuorumOpensIt() {
        var heads = List.of(ballot.head());

        var opened = Shares.combine(trustees.key, trustees.shares(POLL, heads, 3, 1));

        assertThat(ballot.open(opened.getFirst(), ANNA)).contains(FOR);
    }

    @Test
    void itsBytesAreReadAsTheyWereWritten() {
        var read = SealedBallot.decode(ballot.bytes());

        read.check(trustees.key, ANNA, ROOM);
        assertThat(read.bytes()).isEqualTo(ballot.bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"against\"", "{\"a\":1,\"b\":2}"})
    void everyChoiceTakesTheSameRoom(String choice) {
        var other = SealedBallot.seal(trustees.key, BOB, ROOM, choice.getBytes(UTF_8), trustees.random);

        assertThat(other.bytes()).hasSameSizeAs(ballot.bytes());
    }

    @Test
    void aChoiceOfTheWholeRoomFits() {
        var choice = "x".repeat(ROOM).getBytes(UTF_8);

        var full = SealedBallot.seal(trustees.key, ANNA, ROOM, choice, trustees.random);

        assertThat(full.open(opened(full), ANNA)).contains(choice);
    }

    @Test
    void aChoiceWithAByteMoreThanTheRoomIsRefused() {
        var choice = new byte[ROOM + 1];

        assertThatThrownBy(() -> SealedBallot.seal(trustees.key, ANNA, ROOM, choice, trustees.random))
                .isInstanceOf(SealingRefused.class);
    }

    @Test
    void anothersBallotCannotBeCastAsOnesOwn() {
        assertThatThrownBy(() -> ballot.check(trustees.key, BOB, ROOM))
                .hasMessage("The ballot was not sealed for this poll by this member.");
    }

    @Test
    void aBallotCannotBeMovedIntoAnotherPoll() {
        var elsewhere = new Label(Hash.of(new byte[] {4}), ANNA.member());

        assertThatThrownBy(() -> ballot.check(trustees.key, elsewhere, ROOM))
                .hasMessage("The ballot was not sealed for this poll by this member.");
    }

    /** Whoever adds to another's head without knowing its secret cannot prove the sum. */
    @Test
    void aReRandomisedCopyCannotBeProved() {
        var more = Scalars.random(trustees.random);
        var head = Point.sum(List.of(ballot.head(), Point.base(more)));
        var witness = Point.sum(List.of(ballot.witness(), SecondBase.POINT.times(more)));
        var copy = new SealedBallot(head, witness, ballot.proof(), ballot.text());

        assertThatThrownBy(() -> copy.check(trustees.key, ANNA, ROOM))
                .hasMessage("The ballot was not sealed for this poll by this member.");
    }

    @Test
    void aHeadWithAnotherTextIsRefused() {
        var text = ballot.text();
        text[0] ^= 1;
        var changed = new SealedBallot(ballot.head(), ballot.witness(), ballot.proof(), text);

        assertThatThrownBy(() -> changed.check(trustees.key, ANNA, ROOM)).isInstanceOf(SealingRefused.class);
    }

    @Test
    void aBallotOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> ballot.check(trustees.key, ANNA, ROOM + 64))
                .hasMessage("Every sealed ballot of this poll has a text of 148 bytes; this one has 84.");
    }

    @Test
    void aBallotThatWasSealedToAnotherKeyIsRefused() {
        var other = new Trustees(2, 3, 10).key;
        var foreign = SealedBallot.seal(other, ANNA, ROOM, FOR, trustees.random);

        assertThatThrownBy(() -> foreign.check(trustees.key, ANNA, ROOM)).isInstanceOf(SealingRefused.class);
    }

    @Test
    void whatDoesNotOpenIsSpoilt() {
        assertThat(ballot.open(Point.BASE, ANNA)).isEmpty();
    }

    @Test
    void everySealedBallotOfTheSameChoiceIsAnother() {
        var again = SealedBallot.seal(trustees.key, ANNA, ROOM, FOR, trustees.random);

        assertThat(HexFormat.of().formatHex(again.text()))
                .isNotEqualTo(HexFormat.of().formatHex(ballot.text()));
    }

    private Point opened(SealedBallot sealed) {
        var heads = List.of(sealed.head());
        return Shares.combine(trustees.key, trustees.shares(POLL, heads, 1, 2)).getFirst();
    }
}
