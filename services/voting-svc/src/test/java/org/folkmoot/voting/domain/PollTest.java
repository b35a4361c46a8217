// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.PluginCall;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.constitution.Revote;
import org.folkmoot.constitution.course.Phase;
import org.folkmoot.policy.Question;
import org.folkmoot.record.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The states of a poll and what moves it. */
class PollTest {
    private static final Instant OPENS = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant CLOSES = Instant.parse("2026-11-20T11:00:00Z");
    private static final RollTotals ROLL = new RollTotals(3, BigInteger.valueOf(3));
    private static final PollDefinition DEFINITION = new PollDefinition(
            new PluginCall("for-against-abstain", Map.of(), "/ballot/settings", "/ballot/method"),
            Revote.LAST,
            "citizens",
            CLOSES,
            hash("community"),
            hash("constitution"),
            OPENS,
            new Question("A new roof", List.of()),
            "spend",
            hash("proposal"),
            OPENS,
            2);
    private static final Terms TERMS = terms(DEFINITION.id(), new String(DEFINITION.canonical(), UTF_8));

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:59:59.999Z, Delayed",
        "2026-11-20T10:00:00.000Z, Open",
        "2026-11-20T10:59:59.999Z, Open",
        "2026-11-20T11:00:00.000Z, Closing"
    })
    void theClockMovesAPoll(Instant now, String state) {
        var poll = Poll.running(TERMS, DEFINITION, new Poll.Opened(ROLL, OPENS, Optional.empty()), now);

        assertThat(poll.getClass().getSimpleName()).isEqualTo(state);
        assertThat(poll.shut().isEmpty()).isEqualTo(state.equals("Open"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:59:59.999Z, Delayed",
        "2026-11-20T11:00:00.000Z, Open",
        "2026-11-20T12:59:59.999Z, Open",
        "2026-11-20T13:00:00.000Z, Closing"
    })
    void aPollWhoseCloseMayMoveIsOpenUntilItIsDecided(Instant now, String state) {
        var progress =
                new Progress(1, CLOSES, CLOSES, CLOSES.plusSeconds(7_200), Phase.VOTING, OPENS, Optional.empty());
        var poll = Poll.running(TERMS, DEFINITION, new Poll.Opened(ROLL, OPENS, Optional.of(progress)), now);

        assertThat(poll.getClass().getSimpleName()).isEqualTo(state);
        assertThat(poll.closesAt()).isEqualTo(CLOSES);
    }

    @Test
    void aSubmittedPollWaits() {
        assertThat(Poll.submitted(TERMS, OPENS)).isEqualTo(new Poll.Waiting(TERMS, DEFINITION));
    }

    @Test
    void aPollThatIsNotWhatItSaysIsRefused() {
        var definition = TERMS.definition();

        assertRefused(terms(hash("another id"), definition));
        assertRefused(terms(Hash.of("{}".getBytes(UTF_8)), "{}"));
        assertRefused(new Terms(TERMS.poll(), hash("elsewhere"), TERMS.proposal(), definition, OPENS));
        assertRefused(new Terms(TERMS.poll(), TERMS.community(), hash("another"), definition, OPENS));
    }

    @Test
    void whatIsNotDecidedCanBeCalledOff() {
        var waiting = new Poll.Waiting(TERMS, DEFINITION);

        assertThat(waiting.cancel("enough", OPENS)).isEqualTo(new Poll.Cancelled(TERMS, "enough", OPENS));
        assertThat(waiting.open(ROLL, Optional.empty(), OPENS).cancel("enough", CLOSES))
                .isEqualTo(new Poll.Cancelled(TERMS, "enough", CLOSES));
    }

    private static void assertRefused(Terms terms) {
        assertThat(Poll.submitted(terms, OPENS)).isInstanceOf(Poll.Refused.class);
    }

    private static Terms terms(Hash poll, String definition) {
        return new Terms(poll, DEFINITION.community(), DEFINITION.proposal(), definition, OPENS);
    }

    private static Hash hash(String text) {
        return Hash.of(text.getBytes(UTF_8));
    }
}
