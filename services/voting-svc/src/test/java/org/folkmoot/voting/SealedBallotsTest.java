// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.SealedPoll.refused;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.awaitState;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.folkmoot.sealing.SealedBallot;
import org.folkmoot.sealing.SealedBallot.Label;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is a sealed ballot, and what is to be read of it before and after it is opened. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class SealedBallotsTest {
    @Inject
    TestClock clock;

    private SealedPoll poll;

    @BeforeEach
    void open() {
        poll = SealedPoll.open(clock, "sealed");
    }

    /** Hostile input 29: another member's ballot under one's own signature. */
    @Test
    void anothersBallotIsNotOnesOwn() {
        var annes = poll.trustees().seal(poll.village(), poll.id(), ANN, "for");
        poll.village().cast(ANN, poll.id(), annes).statusCode(201);

        refused(poll.village().cast(BEN, poll.id(), annes), 422, "seal-invalid")
                .body("reason", equalTo("The ballot was not sealed for this poll by this member."));
    }

    /** Hostile input 30: a copy that only looks different. */
    @Test
    void aCopyWithAnotherTextIsNotOnesOwn() {
        var annes = SealedBallot.decode(Base64.getDecoder().decode((String)
                poll.trustees().seal(poll.village(), poll.id(), ANN, "for").get("sealed")));
        var bens = SealedBallot.decode(Base64.getDecoder().decode((String)
                poll.trustees().seal(poll.village(), poll.id(), BEN, "for").get("sealed")));
        var copy = new SealedBallot(annes.head(), annes.witness(), bens.proof(), annes.text());

        refused(poll.village().cast(BEN, poll.id(), Trustees.sealed(copy)), 422, "seal-invalid");
    }

    /** A ballot of a poll that is still open cannot be smuggled into one whose ballots will be opened sooner. */
    @Test
    void aBallotOfAnotherPollIsRefused() {
        var other = poll.village().open("sealed");
        var elsewhere = poll.trustees().seal(poll.village(), other, ANN, "for");

        refused(poll.village().cast(ANN, poll.id(), elsewhere), 422, "seal-invalid");
    }

    /** Hostile input 32: points that are none, and texts of another length. */
    @Test
    void whatIsNotASealedBallotIsRefused() {
        var bytes = Base64.getDecoder().decode((String)
                poll.trustees().seal(poll.village(), poll.id(), ANN, "for").get("sealed"));
        var infinity = bytes.clone();
        Arrays.fill(infinity, 1, 34, (byte) 0);
        var uncompressed = bytes.clone();
        uncompressed[1] = 4;
        var shorter = Arrays.copyOf(bytes, bytes.length - 1);
        var longer = Arrays.copyOf(bytes, bytes.length + 1);

        for (var wrong : new byte[][] {infinity, uncompressed, shorter, longer, new byte[0]})
            refused(
                    poll.village()
                            .cast(
                                    ANN,
                                    poll.id(),
                                    Map.of("sealed", Base64.getEncoder().encodeToString(wrong))),
                    422,
                    "seal-invalid");
    }

    @Test
    void anOpenChoiceIsRefused() {
        refused(poll.village().cast(ANN, poll.id(), "for"), 422, "seal-invalid");
    }

    @Test
    void aSealedChoiceIsRefusedWhereNothingIsSealed() {
        var open = poll.village().open("last");

        refused(
                poll.village().cast(ANN, open, poll.trustees().seal(poll.village(), open, ANN, "for")),
                422,
                "choice-invalid");
    }

    @Test
    void aBallotThatSaysNothingThatCanBeChosenIsSpoilt() {
        poll.cast(ANN, "for").statusCode(201);
        poll.cast(BEN, "perhaps").statusCode(201);
        var gibberish = poll.trustees()
                .seal(new Label(poll.id(), CAT.in(poll.village().community())), "{not JSON", Trustees.ROOM);
        poll.village().cast(CAT, poll.id(), gibberish).statusCode(201);
        poll.close();

        var decision = poll.opened();

        assertThat(decision.ballots()).isEqualTo(1);
        assertThat(decision.trace().getLast().words())
                .isEqualTo("Opened by the trustees 1, 2: 3 sealed ballots, of which 2 are spoilt and do not count.");
        awaitState(poll.id(), "closed");
        poll.ballots()
                .body("items[1].spoilt", equalTo("not-a-choice"))
                .body("items[1].counts", equalTo(false))
                .body("items[2].spoilt", equalTo("unreadable"));
    }

    @Test
    void untilThenTheExportHasWhatWasCast() {
        poll.cast(ANN, "for").statusCode(201);

        poll.ballots().body("items[0].sealed", nullValue());
        assertThat(poll.ballots().extract().<String>path("items[0].choice.sealed"))
                .isNotEmpty();
    }

    @Test
    void whatWasReplacedStaysShut() {
        poll.cast(ANN, "for").statusCode(201);
        poll.cast(ANN, "against").statusCode(201);
        poll.close();

        var decision = poll.opened();

        assertThat(decision.counts()).containsEntry("for", BigInteger.ZERO).containsEntry("against", BigInteger.ONE);
        awaitState(poll.id(), "closed");
        poll.ballots().body("items[0].counts", equalTo(false)).body("items[1].choice", equalTo("against"));
        assertThat(poll.ballots().extract().<String>path("items[0].choice.sealed"))
                .isNotEmpty();
    }

    @Test
    void theOpenedChoiceStandsBesideTheActThatItCameFrom() {
        var act = poll.cast(ANN, "for").statusCode(201).extract().<String>path("act");
        poll.close();
        poll.opened();
        awaitState(poll.id(), "closed");

        poll.ballots()
                .body("items", hasSize(1))
                .body("items[0].act", equalTo(act))
                .body("items[0].choice", equalTo("for"))
                .body("items[0].counts", equalTo(true));
        assertThat(poll.ballots().extract().<String>path("items[0].sealed")).isNotEmpty();
    }
}
