// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.folkmoot.constitution.Complaint;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.SealedSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sealed ballots that nobody could open, that somebody could open too soon, or that something asks too soon. */
class CheckSealingTest {
    private static final Plugins PLUGINS = Plugins.installed();
    private static final List<String> OURS = List.of(
            "no-trustees",
            "sealed-moves",
            "sealed-recount",
            "sealed-officers",
            "sealed-reasons",
            "trustee-alone",
            "trustees-few",
            "trustees-all");
    private static final String PATH = "/policies/0/ballot/secrecy";

    @ParameterizedTest
    @CsvSource({"2, 3", "3, 4", "3, 5", "4, 5"})
    void aMajorityOfTrusteesThatIsNotAllOfThemIsFine(int quorum, int of) {
        assertThat(found("name: Sealed", "name: Sealed", SealedSamples.trustees(quorum, of)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, trustee-alone",
        "2, 2, trustees-all",
        "2, 4, trustees-few",
        "2, 5, trustees-few",
        "3, 3, trustees-all",
        "3, 6, trustees-few"
    })
    void aQuorumThatSurprisesIsWarnedOf(int quorum, int of, String id) {
        assertThat(found("name: Sealed", "name: Sealed", SealedSamples.trustees(quorum, of)))
                .containsExactly(id + " /trustees/quorum");
    }

    @Test
    void oneTrusteeIsAloneAndAll() {
        assertThat(found("name: Sealed", "name: Sealed", SealedSamples.trustees(1, 1)))
                .containsExactly("trustee-alone /trustees/quorum", "trustees-all /trustees/quorum");
    }

    @Test
    void whereNothingIsSealedTheQuorumSurprisesNobody() {
        assertThat(found("secrecy: sealed", "secrecy: public", SealedSamples.trustees(1, 1)))
                .isEmpty();
    }

    @Test
    void somebodyMustBeAbleToOpenThem() {
        assertThat(found("name: Sealed", "name: Sealed", "")).containsExactly("no-trustees " + PATH);
    }

    @Test
    void trusteesWithoutAKeyOpenNothing() {
        assertThat(found("name: Sealed", "name: Sealed", SealedSamples.trusteesWithoutKey()))
                .containsExactly("no-trustees " + PATH);
    }

    @Test
    void nothingAsksForCountsBeforeTheClose() {
        assertThat(found("early: [ { passes: irreversible } ]")).contains("sealed-moves " + PATH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "sealed"})
    void severalChambersAreCountedAtTheCloseAndNotBefore(String secrecy) {
        assertThat(found(
                        "chambers: [ { name: council, body: council, ballot: { method: for-against-abstain, revote: last,"
                                + " secrecy: " + secrecy
                                + " }, approval: { count: [for], of: roll, moreThan: 1/2 } } ]"))
                .isEmpty();
    }

    @Test
    void aChamberIsLookedAtLikeTheFirstOne() {
        assertThat(found("early: [ { passes: irreversible } ]\n    chambers: [ { name: council, body: council,"
                        + " ballot: { method: for-against-abstain, revote: last, secrecy: sealed },"
                        + " approval: { count: [for], of: roll, moreThan: 1/2 } } ]"))
                .containsExactly("sealed-moves " + PATH, "sealed-moves /policies/0/chambers/0/ballot/secrecy");
    }

    /** Each says what exactly nobody can know. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "late: { on: changes, within: P1D, extend: P1D, upTo: P2D } | Nobody sees sealed ballots turn a result, so they"
                        + " move no close.",
                "late: { on: changes, quiet: P1D, upTo: P2D } | Nobody sees sealed ballots turn a result, so they move no"
                        + " close.",
                "late: { on: reached, rule: quorum, within: P1D, extend: P1D, upTo: P2D } | Whether a rule is reached nobody"
                        + " sees while ballots are sealed; and where it is enough to see who voted, a trustee has no more"
                        + " than a clock to tell that the poll is over.",
                "confirm: P1D | Whether a result holds for a while nobody sees while ballots are sealed.",
                "coolOff: { lasts: P1D, only: [against] } | Whether it would pass, so that it cools off, nobody sees while"
                        + " ballots are sealed.",
                "tick: PT6S | A clock that ticks moves the close to its next tick, and looks at ballots before it, which nobody"
                        + " can while they are sealed."
            })
    void whatMovesTheCloseCannotBeKnown(String timing, String reason) {
        var sealed = SealedSamples.with("timelock: P2D", timing + ", timelock: P2D", SealedSamples.trustees(2, 3));

        assertThat(Check.of(Constitution.read(sealed.getBytes(UTF_8)), PLUGINS))
                .filteredOn(complaint -> complaint.id().equals("sealed-moves"))
                .extracting(Complaint::path, Complaint::reason)
                .containsExactly(tuple(PATH, reason));
    }

    @Test
    void whatATrendRemembersMayNotBeOpenYet() {
        assertThat(found(
                        "trends: { turnout: { count: [for, against, abstain], of: [roll], start: 1/2, weight: 1/2 } }"))
                .contains("sealed-moves " + PATH);
    }

    /** Nothing is asked before the close, which is as far behind the opening as the policy says. */
    @ParameterizedTest
    @ValueSource(strings = {"prepare: P1D", "grace: PT1H", "prepare: P1D, grace: PT1H"})
    void aCloseThatIsKnownBeforehandIsFine(String timing) {
        assertThat(found("timelock: P2D", timing + ", timelock: P2D", SealedSamples.trustees(2, 3)))
                .isEmpty();
    }

    @Test
    void theCloseDoesNotMove() {
        assertThat(found(
                        "timelock: P2D",
                        "late: { on: changes, within: P1D, extend: P1D, upTo: P2D }, timelock: P2D",
                        SealedSamples.trustees(2, 3)))
                .containsExactly("sealed-moves " + PATH);
    }

    /** The open one would be counted by whoever is left when the trustees have opened the other. */
    @Test
    void noChamberBesideASealedOneIsLookedAtAgain() {
        assertThat(found(
                        "chambers: [ { name: moving, body: moving, ballot: { method: for-against-abstain, revote: last },"
                                + " approval: { count: [for], of: roll, moreThan: 1/2 } } ]"))
                .containsExactly("sealed-recount " + PATH);
    }

    @Test
    void theRollIsNotLookedAtAgain() {
        assertThat(found("body: citizens", "body: moving", SealedSamples.trustees(2, 3)))
                .contains("sealed-recount " + PATH);
    }

    @Test
    void nobodyReadsThemBefore() {
        assertThat(found("secrecy: sealed", "secrecy: sealed, officers: founder", SealedSamples.trustees(2, 3)))
                .contains("sealed-officers " + PATH);
    }

    @Test
    void nobodySaysWhyBefore() {
        assertThat(found("secrecy: sealed", "secrecy: sealed, reasons: [against]", SealedSamples.trustees(2, 3)))
                .contains("sealed-reasons " + PATH);
    }

    @Test
    void membersMayDelegate() {
        assertThat(found("body: citizens", "body: delegating", SealedSamples.trustees(2, 3)))
                .isEmpty();
    }

    @Test
    void theDocsExplainAll() throws IOException {
        assertThat(Files.readString(Path.of("../../docs/constitutions.md")))
                .contains(OURS.stream().map(id -> "`" + id + "`").toList());
    }

    private static List<String> found(String rule) {
        return found("    timing:", "    " + rule + "\n    timing:", SealedSamples.trustees(2, 3));
    }

    private static List<String> found(String piece, String by, String trustees) {
        var constitution =
                Constitution.read(SealedSamples.with(piece, by, trustees).getBytes(UTF_8));
        return Check.of(constitution, PLUGINS).stream()
                .filter(complaint -> OURS.contains(complaint.id()))
                .map(CheckSealingTest::words)
                .toList();
    }

    private static String words(Complaint complaint) {
        return complaint.id() + " " + complaint.path();
    }
}
