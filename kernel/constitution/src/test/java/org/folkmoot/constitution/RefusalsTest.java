// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal names the place, the reason and, where one can be guessed, the remedy. */
class RefusalsTest {
    static Stream<Broken> broken() {
        return Stream.of("form.txt", "sense.txt").flatMap(file -> Broken.cases(file).stream());
    }

    @ParameterizedTest
    @MethodSource("broken")
    void refusesAtTheRightPlace(Broken broken) {
        assertThat(refusal(broken.text())).allMatch(Complaint::isError).anyMatch(broken::is);
    }

    @Test
    void tellsEverythingAtOnceInTheOrderOfTheText() {
        var text = Samples.YAML
                .replace("scale: 2 }\naccounts", "scale: x }\naccounts")
                .replace("period: P5D", "period: 5d")
                .replace("name: everything", "name: Everything")
                .replace("retries: 3", "retires: 3");

        var complaints = refusal(text);

        assertThat(complaints)
                .extracting(Complaint::path)
                .containsExactly(
                        "/assets/EUR/scale", "/policies/0/timing/period", "/policies/1/name", "/policies/1/retires");
    }

    @Test
    void namesLineAndColumnAsEditorsDo() {
        var complaint = refusal("folkmoot: 1\nname: x\n\nbodys: {}\n").stream()
                .filter(found -> found.id().equals("unknown-key"))
                .findFirst()
                .orElseThrow();

        assertThat(complaint)
                .hasToString(
                        "4:1 error [unknown-key] /bodys: 'bodys' means nothing here; known are folkmoot, name, text,"
                                + " treasury, assets, accounts, admission, membership, roles, passkeys, bodies, policies, strictest, protected, validators, trustees. Did you mean bodies?");
    }

    @Test
    void aMisspeltVariableIsNamedWhole() {
        var complaints = refusal(Samples.with("who: \"true\"", "who: \"true && member.sinc < roll.at\""));

        assertThat(complaints)
                .extracting(Complaint::reason)
                .containsExactly("At 1:9 of the expression: there is no 'member.sinc' here; known are member.id,"
                        + " member.since, member.roles, member.founder, roll.at. Did you mean member.since?");
    }

    @Test
    void theMessageHoldsEveryComplaint() {
        var refused = catchThrowableOfType(ConstitutionRefused.class, () -> Samples.read("{}"));

        assertThat(refused).hasMessageContaining("/folkmoot").hasMessageContaining("/policies");
        assertThat(refused.complaints()).hasSize(5);
    }

    private static List<Complaint> refusal(String text) {
        return catchThrowableOfType(ConstitutionRefused.class, () -> Samples.read(text))
                .complaints();
    }
}
