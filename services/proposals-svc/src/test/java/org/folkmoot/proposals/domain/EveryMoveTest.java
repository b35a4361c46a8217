// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.proposals.domain.Samples.ALL;
import static org.folkmoot.proposals.domain.Samples.CLOSES;
import static org.folkmoot.proposals.domain.Samples.ENACTABLE;
import static org.folkmoot.proposals.domain.Samples.ETA;
import static org.folkmoot.proposals.domain.Samples.OPENS;
import static org.folkmoot.proposals.domain.Samples.SUBMITTED;
import static org.folkmoot.proposals.domain.Samples.TERMS;
import static org.folkmoot.proposals.domain.Samples.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Fourteen states against thirteen moves: what is not in the table must be refused, or passed over. */
class EveryMoveTest {

    /** The moves, each with the states that have it and where it leads from there. */
    private enum Move {
        SUBMIT(state -> Optional.of(Moves.draft(state).submit(TERMS)), "draft>submitted"),
        CANCEL(
                state -> Optional.of(Moves.cancel(state, "a mistake", SUBMITTED)),
                "draft>cancelled",
                "depositing>cancelled",
                "sponsoring>cancelled",
                "submitted>cancelled",
                "delayed>cancelled"),
        RETRY(state -> Optional.of(Moves.retry(state, ETA)), "failed>enacting"),
        SPONSOR(
                state -> Optional.of(Moves.backing(state, SUBMITTED)).map(_ -> state),
                "depositing>depositing",
                "sponsoring>sponsoring"),
        DEPOSIT_TAKEN(state -> Moves.depositing(state).flatMap(Depositing::taken), "depositing>sponsoring"),
        POLL_OPENED(state -> Moves.pollOpened(state, SUBMITTED), "submitted>delayed"),
        POLL_REFUSED(state -> Moves.pollRefused(state, SUBMITTED, "empty roll"), "submitted>rejected"),
        POLL_EXTENDED(
                state -> Moves.pollExtended(state, CLOSES.plusSeconds(1)),
                "submitted>submitted",
                "delayed>delayed",
                "voting>voting"),
        PASSED(
                state -> Moves.passed(state, _ -> ENACTABLE, CLOSES, List.of(0)),
                "submitted>timelocked",
                "delayed>timelocked",
                "voting>timelocked"),
        REJECTED(
                state -> Moves.rejected(state, CLOSES, "quorum missed"),
                "submitted>rejected",
                "delayed>rejected",
                "voting>rejected"),
        START(state -> Moves.start(state, ETA, Optional::empty), "timelocked>enacting"),
        START_AFTER_TOO_MANY_LEFT(
                state -> Moves.start(state, ETA, () -> Optional.of(new Refusal.TooFewLeft("UNITS", "65", "99", "2/3"))),
                "timelocked>failed"),
        ACTION_ENACTED(state -> Moves.actionEnacted(state, 0, 1, ETA), "enacting>enacting"),
        ACTION_FAILED(state -> Moves.actionFailed(state, 0, 1, "no-funds", "", ETA), "enacting>failed");

        private final Function<State, Optional<? extends State>> move;
        private final List<String> allowed;

        Move(Function<State, Optional<? extends State>> move, String... allowed) {
            this.move = move;
            this.allowed = List.of(allowed);
        }

        /** What members ask for is refused aloud; what other services report is passed over. */
        boolean asked() {
            return this == SUBMIT || this == CANCEL || this == RETRY || this == SPONSOR;
        }

        Optional<String> leadsFrom(String state) {
            return allowed.stream()
                    .filter(step -> step.startsWith(state + ">"))
                    .map(step -> step.substring(state.length() + 1))
                    .findFirst();
        }
    }

    static Stream<Arguments> everyStateAndMove() {
        return ALL.stream()
                .flatMap(state -> Arrays.stream(Move.values()).map(move -> Arguments.of(state.word(), move)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyStateAndMove")
    void aStateHasOnlyItsOwnMoves(String state, Move move) {
        assertThat(outcome(state, move)).isEqualTo(move.leadsFrom(state).orElse(move.asked() ? "refused" : "ignored"));
    }

    @Test
    void theSamplesCoverEveryState() {
        var words = ALL.stream().map(State::word).collect(toCollection(TreeSet::new));

        assertThat(words)
                .containsExactly(
                        "cancelled",
                        "delayed",
                        "depositing",
                        "draft",
                        "enacted",
                        "enacting",
                        "expired",
                        "failed",
                        "lapsed",
                        "rejected",
                        "sponsoring",
                        "submitted",
                        "timelocked",
                        "voting");
        assertThat(leaves(State.class)).hasSize(words.size());
    }

    @Test
    void aRefusalNamesTheStateAndWhatItExpected() {
        var voting = sample("voting");

        assertThat(refusalOf(() -> Moves.cancel(voting, "late", OPENS)))
                .isEqualTo(new Refusal.WrongState(
                        "voting", List.of("draft", "depositing", "sponsoring", "submitted", "delayed")));
    }

    private static String outcome(String state, Move move) {
        try {
            return move.move.apply(sample(state)).map(State::word).orElse("ignored");
        } catch (Refused refused) {
            assertThat(refused.refusal()).isInstanceOf(Refusal.WrongState.class);
            return "refused";
        }
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        var permitted = type.getPermittedSubclasses();
        return permitted == null ? Stream.of(type) : Arrays.stream(permitted).flatMap(EveryMoveTest::leaves);
    }

    private static Refusal refusalOf(Runnable move) {
        try {
            move.run();
        } catch (Refused refused) {
            return refused.refusal();
        }
        throw new AssertionError("was not refused");
    }
}
