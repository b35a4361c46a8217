// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the services do not run is named with its place, and never passed over. */
class UnsupportedTest {
    private static Constitution with(String more) {
        return Samples.read(Samples.with("    retries: 3", "    " + more));
    }

    @Test
    void theSampleIsRunAsAWhole() {
        assertThat(Unsupported.of(Samples.constitution())).isEmpty();
        assertThat(Unsupported.refuse(Samples.constitution())).isEqualTo(Samples.constitution());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deposit: { asset: SKR, amount: '10.00', dispositions: [{ when: rejected, then: burn },"
                        + " { share: { count: [against], of: roll, atLeast: { curve: linear, begin: 1/2, end: 1/4 } },"
                        + " then: burn }], otherwise: refund } | /policies/1/deposit/dispositions/1/share",
            })
    void isNamedWithItsPlace(String more, String path) {
        assertThat(Unsupported.of(with(more))).extracting(Complaint::path).containsExactly(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sponsors: { count: 2, body: everybody, within: P7D, deposit: { asset: SKR, amount: '1.00' } }"
                        + " | /policies/1/propose/sponsors/deposit",
            })
    void whatIsAskedOfAuthorsIsNamedWithItsPlace(String more, String path) {
        var constitution = Samples.read(Samples.with("propose: { who: ", "propose: { " + more + ", who: "));

        assertThat(Unsupported.of(constitution)).extracting(Complaint::path).containsExactly(path);
    }

    /** It is one of those who are left at the close, whom nobody who follows the ballots knows. */
    @ParameterizedTest
    @CsvSource({"recount, 1", "abort, 0", "ignore, 0"})
    void aTrendThatRemembersARecountIsNamed(String changes, int complaints) {
        var constitution = Samples.read(
                Samples.with(
                                "everybody: { who: \"true\", power: equal }",
                                "everybody: { who: \"true\", power: equal, changes: " + changes + " }")
                        .replace(
                                "timing: { delay: P1D",
                                "trends: { turnout: { count: [for], of: [roll], start: 1/2, weight: 1/2 } }\n    timing: { delay: P1D"));

        assertThat(Unsupported.of(constitution))
                .filteredOn(complaint -> complaint.path().equals("/policies/0/trends"))
                .hasSize(complaints);
    }

    @Test
    void whatNobodyMeasuresIsNamedWithTheRulesThatAskForIt() {
        var constitution = Samples.read(Samples.with("of: roll, atLeast: 1/4", "of: supply, atLeast: 1/4"));

        assertThat(Unsupported.of(constitution))
                .extracting(Complaint::reason)
                .contains("What the rules call 'supply' is not measured here.");
    }

    @Test
    void isRefusedInASentence() {
        var constitution = Samples.read(
                Samples.with(
                        "propose: { who: ",
                        "propose: { sponsors: { count: 2, body: everybody, within: P7D, deposit: { asset: SKR, amount: '1.00' } }, who: "));

        var refused = catchThrowableOfType(ConstitutionRefused.class, () -> Unsupported.refuse(constitution));

        assertThat(refused.complaints())
                .extracting(Complaint::reason)
                .containsExactly("A deposit of sponsors is not run by this suite yet.");
        assertThat(Unsupported.of(constitution.policies().getLast()))
                .containsExactly("propose/sponsors/deposit: A deposit of sponsors is not run by this suite yet.");
    }
}
