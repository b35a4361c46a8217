// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.folkmoot.constitution.check.Check;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that cannot work are named before anybody lives by them. */
class CheckTest {
    static Stream<Broken> errors() {
        return Broken.cases("errors.txt").stream();
    }

    static Stream<Broken> warnings() {
        return Broken.cases("warnings.txt").stream();
    }

    @Test
    void theSampleHasNothingToComplainOf() {
        assertThat(check(Samples.YAML)).isEmpty();
    }

    /** What conditions see of a payout is an account at a bank or an address on a chain, as it stands in {@code to}. */
    @ParameterizedTest
    @CsvSource({
        "DE89370400440532013000, true",
        "DE88370400440532013000, false",
        "DE89 3704 0044 0532 0130 00, false",
        "eip155:100:0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359, true",
        "eip155:100:0xFB6916095CA1DF60BB79CE92CE3EA74C37C5D359, false",
        "eip155:0:0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359, false"
    })
    void aPayeeOutsideMayBeNamed(String payee, boolean known) {
        assertThat(Samples.YAML).contains("a.asset == 'EUR'");
        for (var fact : List.of("a.to", "a.from")) {
            var complaints = check(Samples.YAML.replace("a.asset == 'EUR'", fact + " == '" + payee + "'"));

            assertThat(complaints.stream().noneMatch(complaint -> complaint.id().equals("unknown-account")))
                    .isEqualTo(known && fact.equals("a.to"));
        }
    }

    /** Nobody issued it, so nobody can give it back to where it came from. */
    @ParameterizedTest
    @CsvSource({
        "mutual-credit, refund, treasury, 0",
        "mutual-credit, burn, treasury, 1",
        "mutual-credit, burn, burn, 2",
        "currency, burn, burn, 0"
    })
    void noDepositOfMutualCreditIsBurned(String kind, String then, String otherwise, int errors) {
        var deposit = "deposit: { asset: TEA, amount: 1, dispositions: [ { when: rejected, then: " + then
                + " } ], otherwise: " + otherwise + " }";
        var text = Samples.YAML
                .replace("assets:\n", "assets:\n  TEA: { scale: 0, kind: " + kind + " }\n")
                .replaceFirst("(?m)^    ballot:", "    " + deposit + "\n    ballot:");

        assertThat(check(text).stream().filter(found -> found.id().equals("burn-of-credit")))
                .hasSize(errors)
                .allMatch(Complaint::isError)
                .allMatch(found -> found.path().startsWith("/policies/0/deposit/"));
    }

    /** Shares with which nobody leaves are always all there, and more than all of them never are. */
    @ParameterizedTest
    @CsvSource({
        "'{ exit: { shares: UNITS, from: [treasury] } }', 2/3, ''",
        "'{ exit: { shares: UNITS, from: [treasury] } }', 1/1, ''",
        "'{ exit: { shares: UNITS, from: [treasury] } }', 4/3, fraction-over-one",
        "{}, 2/3, retention-without-exit"
    })
    void whatMustBeLeftIsAShareOfThoseWithWhichMembersLeave(String treasury, String share, String id) {
        var text = Samples.YAML
                .replace("assets:\n", "treasury: " + treasury + "\nassets:\n  UNITS: { scale: 0, kind: shares }\n")
                .replaceAll("(?m)^    ballot:", "    retention: " + share + "\n    ballot:");

        assertThat(check(text).stream().filter(Complaint::isError))
                .hasSize(id.isEmpty() ? 0 : 2)
                .allMatch(found -> found.id().equals(id) && found.path().endsWith("/retention"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void whatCannotWorkIsAnError(Broken broken) {
        assertThat(check(broken.text())).filteredOn(Complaint::isError).anyMatch(broken::is);
    }

    @ParameterizedTest
    @MethodSource("warnings")
    void whatSurprisesIsAWarning(Broken broken) {
        var complaints = check(broken.text());

        assertThat(complaints).anyMatch(broken::is).noneMatch(Complaint::isError);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorKeepsACommunityFromLivingByIt(Broken broken) {
        var refused = catchThrowableOfType(
                ConstitutionRefused.class,
                () -> Check.accept(broken.text().getBytes(StandardCharsets.UTF_8), Samples.PLUGINS));

        assertThat(refused.complaints()).anyMatch(broken::is).allMatch(Complaint::isError);
    }

    @ParameterizedTest
    @MethodSource("warnings")
    void aWarningDoesNot(Broken broken) {
        var accepted = Check.accept(broken.text().getBytes(StandardCharsets.UTF_8), Samples.PLUGINS);

        assertThat(accepted.name()).isEqualTo("Skerry Commons");
    }

    @Test
    void aProposalThatPassesWhenNobodyVotesIsAnError() {
        // A plugin may count differently, so the trap is found by trying and not by reading.
        var text = Samples.YAML
                .replace("quorum: { count: [for, against, abstain], of: roll, atLeast: 1/10 }", "")
                .replace(
                        "approval: { count: [for], of: [for, against], moreThan: 1/2, tie: fails }",
                        "rules: [{ rule: share, count: against, of: roll, atLeast: 0/1 }]");

        assertThat(check(text)).extracting(Complaint::id).containsExactly("zero-turnout");
    }

    @Test
    void aConstitutionThatFitsNoActIsAnError() {
        var text = Samples.YAML + "text: " + "é".repeat(24_000) + "\n";

        assertThat(check(text)).extracting(Complaint::id).containsExactly("too-large");
    }

    @Test
    void theCounterExampleIsInTheWords() {
        var text = Samples.with("of: roll, atLeast: 1/10", "of: roll, atLeast: 101/100");

        assertThat(check(text))
                .filteredOn(complaint -> complaint.id().equals("never-passes"))
                .extracting(Complaint::reason)
                .containsExactly(
                        "Even if all 10000 members vote alike: for + against + abstain is 10000, less than 101/100 of"
                                + " roll (10000), which is 10100: fails.");
    }

    @Test
    void aRankedPolicyIsTriedToo() {
        var text = Samples.YAML.replace(
                "everybody\n    ballot: { method: for-against-abstain, revote: last }\n    quorum: { count: [for, against, abstain], of: roll, atLeast: 1/10 }\n    approval: { count: [for], of: [for, against], moreThan: 1/2, tie: fails }",
                "everybody\n    ballot: { method: instant-runoff, revote: last, tieBreak: order }\n    quorum: { count: ballots, of: roll, atLeast: 1/10 }\n    approval: { count: winner, of: continuing, moreThan: 1 }");

        assertThat(check(text)).extracting(Complaint::id).containsExactly("never-passes", "unreachable-threshold");
    }

    private static List<Complaint> check(String text) {
        return Check.of(Samples.read(text), Samples.PLUGINS);
    }
}
