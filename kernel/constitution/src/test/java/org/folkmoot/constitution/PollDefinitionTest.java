// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.policy.Question;
import org.folkmoot.record.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A poll is its definition: the bytes are fixed, and so is the id that every ballot signs. */
class PollDefinitionTest {
    private static final String A = "aa".repeat(32);
    private static final String B = "bb".repeat(32);
    private static final String C = "cc".repeat(32);
    private static final String CANONICAL =
            "{\"ballot\":{\"method\":\"instant-runoff\",\"revote\":\"last\",\"settings\":"
                    + "{\"maxRankingsAllowed\":3,\"neverWins\":[\"Nobody\"]}},\"body\":\"citizens\",\"closesAt\":\"2026-11-27T10:00:00.000Z\","
                    + "\"community\":\"" + A + "\",\"constitution\":\"" + B
                    + "\",\"opensAt\":\"2026-11-20T10:00:00.000Z\","
                    + "\"options\":[\"Ann\",\"Bo\"],\"policy\":\"mayor\",\"proposal\":\"" + C
                    + "\",\"question\":\"Who?\","
                    + "\"rollAt\":\"2026-11-19T10:00:00.000Z\",\"rollPosition\":7,\"v\":1}";
    private static final String ID = "8e072c2d018b594fdceb5bfe72af43d7f6fa9e932df4cabc9819622bafb2319e";
    private static final PollDefinition POLL = new PollDefinition(
            new PluginCall(
                    "instant-runoff",
                    Map.of("maxRankingsAllowed", 3L, "neverWins", List.of("Nobody")),
                    "/ballot/settings",
                    "/ballot/method"),
            Revote.LAST,
            "citizens",
            Instant.parse("2026-11-27T10:00:00Z"),
            Hash.parse(A),
            Hash.parse(B),
            Instant.parse("2026-11-20T10:00:00Z"),
            new Question("Who?", List.of("Ann", "Bo")),
            "mayor",
            Hash.parse(C),
            Instant.parse("2026-11-19T10:00:00Z"),
            7);
    private static final String WITH_BALANCES =
            CANONICAL.replace("{\"ballot\":", "{\"balancesPosition\":0,\"ballot\":");

    @Test
    void theBytesAndTheIdAreKnown() {
        assertThat(new String(POLL.canonical(), UTF_8)).isEqualTo(CANONICAL);
        assertThat(POLL.id().hex()).isEqualTo(ID);
    }

    @Test
    void pluginsOfThirdPartiesAreSignedWithIt() {
        var pin = new PluginPin(PluginKind.RULE, "majority-of-many", "1.2.0", Hash.parse(A));

        var pinned = POLL.pinnedTo(List.of(pin));

        assertThat(new String(pinned.canonical(), UTF_8))
                .contains("],\"plugins\":[{\"id\":\"majority-of-many\"," + "\"kind\":\"rule\",\"sha256\":\"" + A
                        + "\",\"version\":\"1.2.0\"}],\"policy\":");
        assertThat(PollDefinition.read(pinned.canonical())).isEqualTo(pinned);
        assertThat(pinned.id()).isNotEqualTo(POLL.id());
    }

    @Test
    void pluginsHaveOneOrder() {
        var method = new PluginPin(PluginKind.METHOD, "b", "1", Hash.parse(A));
        var rule = new PluginPin(PluginKind.RULE, "a", "1", Hash.parse(A));

        assertThat(POLL.pinnedTo(List.of(method, rule)).plugins()).containsExactly(method, rule);
        assertThatThrownBy(() -> POLL.pinnedTo(List.of(rule, method))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> POLL.pinnedTo(List.of(rule, rule))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsWhatItWrites() {
        assertThat(PollDefinition.read(CANONICAL.getBytes(UTF_8))).isEqualTo(POLL);
    }

    @Test
    void balancesArePinnedWhereTheBodyAsksForThem() {
        var poll = PollDefinition.read(WITH_BALANCES.getBytes(UTF_8));

        assertThat(poll).isEqualTo(POLL.withBalancesAt(0));
        assertThat(new String(poll.canonical(), UTF_8)).isEqualTo(WITH_BALANCES);
        assertThat(poll.id()).isNotEqualTo(POLL.id());
    }

    @Test
    void whatIsAskedForIsSignedWithIt() {
        var asked = CANONICAL.replace("{\"ballot\":", "{\"asked\":\"12345678901234567890\",\"ballot\":");

        var poll = PollDefinition.read(asked.getBytes(UTF_8));

        assertThat(poll.asked()).contains(new BigInteger("12345678901234567890"));
        assertThat(new String(poll.canonical(), UTF_8)).isEqualTo(asked);
        assertThat(poll.withBalancesAt(3).asked()).isEqualTo(poll.asked());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"-1\"",
                "\"01\"",
                "\"1.5\"",
                "\"\"",
                "1",
                "\"1e3\"",
                "\"100000000000000000000000000000000000000\""
            })
    void whatIsAskedForIsAWholeNumber(String asked) {
        var bytes = CANONICAL
                .replace("{\"ballot\":", "{\"asked\":" + asked + ",\"ballot\":")
                .getBytes(UTF_8);

        assertThatThrownBy(() -> PollDefinition.read(bytes)).isInstanceOf(PollRefused.class);
    }

    @Test
    void aPositionBeforeTheJournalIsRefused() {
        var bytes = WITH_BALANCES.replace("Position\":0", "Position\":-1").getBytes(UTF_8);

        assertThatThrownBy(() -> PollDefinition.read(bytes)).isInstanceOf(PollRefused.class);
    }

    @Test
    void itsSettingsAreThoseOfTheMethod() {
        var method = Samples.PLUGINS.method(
                PollDefinition.read(CANONICAL.getBytes(UTF_8)).ballot());

        assertThat(method.id()).isEqualTo("instant-runoff");
        assertThat(method.counts()).contains("winner", "continuing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '@',
            value = {
                "\"v\":1 | \"v\":2",
                "\"policy\":\"mayor\" | \"plugins\":[],\"policy\":\"mayor\"",
                "\"policy\":\"mayor\" | \"plugins\":[{}],\"policy\":\"mayor\"",
                "\"v\":1 | \"v\":\"1\"",
                "\"v\":1 | \"v\": 1",
                "\"v\":1 | \"v\":1,\"w\":1",
                ",\"v\":1 | @@",
                "\"revote\":\"last\" | \"revote\":\"LAST\"",
                "\"revote\":\"last\" | \"revote\":\"none\"",
                "\"rollPosition\":7 | \"rollPosition\":0",
                "\"rollPosition\":7 | \"rollPosition\":-1",
                "2026-11-27T10:00:00.000Z | 2026-11-20T10:00:00.000Z",
                "2026-11-27T10:00:00.000Z | 2026-11-27T10:00:00Z",
                "2026-11-27T10:00:00.000Z | 2026-11-27T12:00:00.000+02:00",
                "\"options\":[\"Ann\",\"Bo\"] | \"options\":[\"Ann\",2]",
                "\"options\":[\"Ann\",\"Bo\"] | \"options\":\"Ann\"",
                "\"question\":\"Who?\" | \"question\":null",
                "\"settings\":{ | \"settings\":[],\"x\":{",
                "@\"body\":\"citizens\"@ | @\"body\":\"citizens\",\"body\":\"citizens\"@"
            })
    void refusesOtherBytes(String piece, String by) {
        assertThat(CANONICAL).contains(piece);

        var bytes = CANONICAL.replace(piece, by).getBytes(UTF_8);

        assertThatThrownBy(() -> PollDefinition.read(bytes))
                .isInstanceOf(PollRefused.class)
                .hasMessageStartingWith("This is not the definition of a poll: ");
    }

    @Test
    void aPollOfSeveralSaysWhichOneItIs() {
        var stage = CANONICAL.replace("\"v\":1", "\"stage\":\"second\",\"v\":1");
        var both = stage.replace("\"closesAt\"", "\"chamber\":\"council\",\"closesAt\"");

        var read = PollDefinition.read(both.getBytes(UTF_8));

        assertThat(read.stage()).contains("second");
        assertThat(read.chamber()).contains("council");
        assertThat(new String(read.canonical(), UTF_8)).isEqualTo(both);
        assertThat(PollDefinition.read(stage.getBytes(UTF_8)).chamber()).isEmpty();
    }

    @Test
    void anotherChambersPollDiffersInNothingElse() {
        var council = new Chamber(
                "council",
                "elders",
                Chamber.Stance.VETOES,
                new PluginCall("for-against-abstain", Map.of(), "", ""),
                Revote.FIRST,
                List.of());

        var theirs = POLL.in(council);

        assertThat(theirs.body()).isEqualTo("elders");
        assertThat(theirs.chamber()).contains("council");
        assertThat(theirs.revote()).isEqualTo(Revote.FIRST);
        assertThat(theirs.ballot().id()).isEqualTo("for-against-abstain");
        assertThat(theirs.closesAt()).isEqualTo(POLL.closesAt());
        assertThat(theirs.proposal()).isEqualTo(POLL.proposal());
    }

    @Test
    void everyPartChangesTheId() {
        var other = CANONICAL.replace("\"maxRankingsAllowed\":3", "\"maxRankingsAllowed\":4");

        assertThat(PollDefinition.read(other.getBytes(UTF_8)).id()).isNotEqualTo(POLL.id());
    }
}
