// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.folkmoot.constitution.Revote;
import org.folkmoot.record.Hash;
import org.junit.jupiter.api.Test;

/** Which ballots of a batch are taken in, and as which number. */
class IntakeTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Hash COMMUNITY = hash("community");
    private static final Hash POLL = hash("poll");
    private static final Hash OTHER = hash("other poll");
    private static final Hash ANN = hash("ann");
    private static final Hash BEN = hash("ben");

    private record Ballot(Hash poll, Hash community, Hash member, long seq, Hash act, Revote revote)
            implements Attempt {
        @Override
        public String choice() {
            return "\"for\"";
        }
    }

    private final Intake intake = new Intake(NOW);

    @Test
    void numbersGoOnWithinEachPoll() {
        intake.lastNumber(POLL, 41);

        assertThat(intake.rule(ballot(POLL, ANN, 1))).isEqualTo(accepted(POLL, ANN, 1, 42));
        assertThat(intake.rule(ballot(OTHER, BEN, 1))).isEqualTo(accepted(OTHER, BEN, 1, 1));
        assertThat(intake.rule(ballot(POLL, BEN, 2))).isEqualTo(accepted(POLL, BEN, 2, 43));
    }

    @Test
    void aRefusedBallotTakesNoNumber() {
        intake.lastSeq(new Intake.Actor(COMMUNITY, ANN), 7);

        assertThat(intake.rule(ballot(POLL, ANN, 7))).isEqualTo(denied(new Refusal.SeqReplayed(7, 7)));
        assertThat(intake.rule(ballot(POLL, BEN, 1))).isEqualTo(accepted(POLL, BEN, 1, 1));
    }

    @Test
    void theSecondBallotOfABatchMeetsTheFirst() {
        intake.rule(ballot(POLL, ANN, 5));

        assertThat(intake.rule(ballot(POLL, ANN, 4))).isEqualTo(denied(new Refusal.SeqReplayed(4, 5)));
        assertThat(intake.rule(ballot(OTHER, ANN, 5))).isEqualTo(denied(new Refusal.SeqReplayed(5, 5)));
        assertThat(intake.rule(ballot(POLL, ANN, 5)))
                .isEqualTo(denied(new Refusal.ActDuplicate(act(POLL, ANN, 5), 1, NOW)));
        assertThat(intake.rule(ballot(POLL, ANN, 6))).isEqualTo(accepted(POLL, ANN, 6, 2));
    }

    @Test
    void aPollMayTakeSomeChoicesOnly() {
        intake.only(POLL, List.of("against", "abstain"));
        intake.only(OTHER, List.of("for"));

        assertThat(intake.rule(ballot(POLL, ANN, 1)))
                .isEqualTo(denied(new Refusal.ChoiceClosed(POLL, List.of("against", "abstain"))));
        assertThat(intake.rule(ballot(OTHER, ANN, 1))).isEqualTo(accepted(OTHER, ANN, 1, 1));
    }

    @Test
    void anActThatWasAcceptedBeforeHasItsOldNumberEvenAfterTheDeadline() {
        var earlier = NOW.minusSeconds(60);
        intake.accepted(new Ruling.Accepted(act(POLL, ANN, 5), 17, earlier));
        intake.shut(POLL, new Refusal.BallotLate(POLL, NOW));

        assertThat(intake.rule(ballot(POLL, ANN, 5)))
                .isEqualTo(denied(new Refusal.ActDuplicate(act(POLL, ANN, 5), 17, earlier)));
        assertThat(intake.rule(ballot(POLL, BEN, 1))).isEqualTo(denied(new Refusal.BallotLate(POLL, NOW)));
    }

    @Test
    void whereTheFirstBallotCountsThereIsOnlyOne() {
        intake.voted(new Intake.VoterIn(POLL, ANN));

        assertThat(intake.rule(once(POLL, ANN, 9))).isEqualTo(denied(new Refusal.AlreadyVoted(POLL, ANN)));
        assertThat(intake.rule(once(POLL, BEN, 1))).isEqualTo(accepted(POLL, BEN, 1, 1));
        assertThat(intake.rule(once(POLL, BEN, 2))).isEqualTo(denied(new Refusal.AlreadyVoted(POLL, BEN)));
        assertThat(intake.rule(once(OTHER, BEN, 2))).isEqualTo(accepted(OTHER, BEN, 2, 1));
    }

    @Test
    void whoVotesAgainIsRemembered() {
        intake.voted(new Intake.VoterIn(POLL, ANN));

        intake.rule(ballot(POLL, ANN, 9));
        intake.rule(ballot(POLL, BEN, 1));
        intake.rule(ballot(OTHER, ANN, 10));

        assertThat(intake.revoters()).containsExactly(new Intake.VoterIn(POLL, ANN));
    }

    @Test
    void whoVotesTwiceAtOnceIsRememberedAndWhoIsRefusedIsNot() {
        intake.rule(ballot(POLL, ANN, 1));
        intake.rule(ballot(POLL, ANN, 2));
        intake.rule(ballot(POLL, BEN, 1));
        intake.rule(ballot(POLL, BEN, 1));
        intake.rule(once(OTHER, BEN, 2));
        intake.rule(once(OTHER, BEN, 3));

        assertThat(intake.revoters()).containsExactly(new Intake.VoterIn(POLL, ANN));
    }

    private static Ballot ballot(Hash poll, Hash member, long seq) {
        return new Ballot(poll, COMMUNITY, member, seq, act(poll, member, seq), Revote.LAST);
    }

    private static Ballot once(Hash poll, Hash member, long seq) {
        return new Ballot(poll, COMMUNITY, member, seq, act(poll, member, seq), Revote.FIRST);
    }

    private static Ruling accepted(Hash poll, Hash member, long seq, long number) {
        return new Ruling.Accepted(act(poll, member, seq), number, NOW);
    }

    private static Ruling denied(Refusal refusal) {
        return new Ruling.Denied(refusal);
    }

    private static Hash act(Hash poll, Hash member, long seq) {
        return hash(poll + " " + member + " " + seq);
    }

    private static Hash hash(String text) {
        return Hash.of(text.getBytes(UTF_8));
    }
}
