// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.folkmoot.proposals.domain.Samples.CLOSES;
import static org.folkmoot.proposals.domain.Samples.ENACTABLE;
import static org.folkmoot.proposals.domain.Samples.ETA;
import static org.folkmoot.proposals.domain.Samples.EXPIRY;
import static org.folkmoot.proposals.domain.Samples.MANDATE;
import static org.folkmoot.proposals.domain.Samples.NOTHING;
import static org.folkmoot.proposals.domain.Samples.OPENS;
import static org.folkmoot.proposals.domain.Samples.TERMS;
import static org.folkmoot.proposals.domain.Samples.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.EnactmentWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every deadline one millisecond before, at and one millisecond after. */
class DeadlinesTest {

    @ParameterizedTest
    @CsvSource({"-1, delayed", "0, voting", "1, voting"})
    void votingBeginsAtTheOpening(long millis, String word) {
        assertThat(sample("delayed").asOf(OPENS.plusMillis(millis)).word()).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({"-1, delayed", "0, voting", "1, voting"})
    void aPollThatWasOpenedLateIsVotedOnAtOnce(long millis, String word) {
        assertThat(Moves.pollOpened(sample("submitted"), OPENS.plusMillis(millis))
                        .map(State::word))
                .contains(word);
    }

    @ParameterizedTest
    @CsvSource({"-1, sponsoring", "0, lapsed", "1, lapsed"})
    void whatFindsNoSponsorsLapsesWhenTheirTimeIsOver(long millis, String word) {
        assertThat(sample("sponsoring").asOf(OPENS.plusMillis(millis)).word()).isEqualTo(word);
    }

    @Test
    void whatLapsesSaysHowManySponsorsItHad() {
        assertThat(sample("sponsoring").asOf(OPENS.plusMillis(1)))
                .isEqualTo(new Lapsed(OPENS, "1 of 2 sponsors stood behind it in time"));
    }

    @ParameterizedTest
    @CsvSource({
        "submitted, -1, cancelled",
        "submitted, 0, refused",
        "submitted, 1, refused",
        "delayed, -1, cancelled",
        "delayed, 0, refused",
        "delayed, 1, refused"
    })
    void theAuthorMayCancelUntilTheOpening(String state, long millis, String outcome) {
        assertThat(outcome(() -> Moves.cancel(sample(state), "a mistake", OPENS.plusMillis(millis))))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 1_000_000_000})
    void noClockEndsTheVote(long millis) {
        var voting = sample("voting");

        assertThat(voting.asOf(CLOSES.plusMillis(millis))).isEqualTo(voting);
    }

    @Test
    void itIsEnactedInTheWindowThatTheRulesGive() {
        assertThat(Moves.passed(sample("voting"), _ -> ENACTABLE, CLOSES, List.of(0, 2)))
                .contains(new Timelocked(MANDATE));
    }

    @ParameterizedTest
    @CsvSource({"-1, expired", "0, expired", "1, timelocked"})
    void whatHasNoMomentLeftIsOverAtOnce(long millis, String word) {
        var window = new EnactmentWindow(Duration.ZERO, ETA, ETA.plusMillis(millis));

        assertThat(Moves.passed(sample("voting"), _ -> window, CLOSES, List.of(0))
                        .orElseThrow()
                        .word())
                .isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({"-1, ignored", "0, enacting", "1, enacting"})
    void theFirstActionIsOrderedAtTheEta(long millis, String outcome) {
        assertThat(Moves.start(sample("timelocked"), ETA.plusMillis(millis), Optional::empty)
                        .map(State::word)
                        .orElse("ignored"))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"-1, enacting", "0, ignored", "1, ignored"})
    void nothingIsOrderedFromTheExpiryOn(long millis, String outcome) {
        assertThat(Moves.start(sample("timelocked"), EXPIRY.plusMillis(millis), Optional::empty)
                        .map(State::word)
                        .orElse("ignored"))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"-1, timelocked", "0, enacted", "1, enacted"})
    void withNothingToEnactItIsEnactedAtTheEta(long millis, String word) {
        var state = new Timelocked(NOTHING).asOf(ETA.plusMillis(millis));

        assertThat(state.word()).isEqualTo(word);
        if (state instanceof Ended ended) assertThat(ended.endedAt()).isEqualTo(ETA);
    }

    @ParameterizedTest
    @CsvSource({
        "timelocked, -1, timelocked", "timelocked, 0, expired", "timelocked, 1, expired",
        "failed, -1, failed", "failed, 0, expired", "failed, 1, expired",
        "enacting, -1, enacting", "enacting, 0, enacting", "enacting, 1, enacting"
    })
    void itExpiresUnlessAnAnswerIsOutstanding(String state, long millis, String word) {
        assertThat(sample(state).asOf(EXPIRY.plusMillis(millis)).word()).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({"-1, enacting", "0, refused", "1, refused"})
    void aFailedActionMayBeRetriedUntilTheExpiry(long millis, String outcome) {
        assertThat(outcome(() -> Moves.retry(sample("failed"), EXPIRY.plusMillis(millis))))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"-1, enacting", "0, expired", "1, expired"})
    void theNextActionIsOrderedOnlyBeforeTheExpiry(long millis, String word) {
        assertThat(Moves.actionEnacted(sample("enacting"), 0, 1, EXPIRY.plusMillis(millis))
                        .map(State::word))
                .contains(word);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void theLastActionsAnswerCountsHoweverLate(long millis) {
        var last = new Enacting(MANDATE, 1, 1, ETA);

        assertThat(Moves.actionEnacted(last, 2, 1, EXPIRY.plusMillis(millis)))
                .contains(new Enacted(EXPIRY.plusMillis(millis)));
    }

    @ParameterizedTest
    @CsvSource({"-1, failed, 1", "0, expired, 0", "1, expired, 0"})
    void aLateRefusalExpiresAtOnce(long millis, String word, long untilExpiry) {
        var answered = EXPIRY.plusMillis(millis);
        var failed = Moves.actionFailed(sample("enacting"), 0, 1, "no-funds", "", answered)
                .orElseThrow();

        assertThat(failed.asOf(answered).word()).isEqualTo(word);
        assertThat(failed.turn().orElseThrow().at()).isEqualTo(answered.plusMillis(untilExpiry));
    }

    @Test
    void aWindowWithoutTimeIsNoWindow() {
        assertThatThrownBy(() -> new Window(OPENS, OPENS)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Terms("poll", TERMS.window(), -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mandate(ETA, ETA, List.of(), 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Enacting(MANDATE, 0, 1, EXPIRY)).isInstanceOf(IllegalArgumentException.class);
    }

    private interface Asked {
        State move();
    }

    private static String outcome(Asked asked) {
        try {
            return asked.move().word();
        } catch (Refused refused) {
            return "refused";
        }
    }

    /** Keeps the imports of instants in one place: the samples' deadlines do not overlap. */
    @Test
    void theDeadlinesAreInOrder() {
        assertThat(List.<Instant>of(OPENS, CLOSES, ETA, EXPIRY)).isSorted().doesNotHaveDuplicates();
    }
}
