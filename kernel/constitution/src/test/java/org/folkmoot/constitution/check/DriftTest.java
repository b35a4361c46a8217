// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.policy.Fraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A community hears of a rule that it is about to lose before it has lost it. */
class DriftTest {
    private static final Fraction TENTH = Fraction.of(1, 10);
    private static final Constitution FORTY =
            constitution(List.of("approval: { count: [for], atLeast: 40 }", "retries: 3"));

    @ParameterizedTest
    @CsvSource({
        // a tenth less of 44 is 40 and enough, of 43 it is 39 and not
        "45, ''",
        "44, ''",
        "43, NEAR",
        "40, NEAR",
        "39, UNREACHABLE",
        "0, UNREACHABLE"
    })
    void saysHowFarARuleHasCome(long members, String state) {
        var drifts = drifts(FORTY, "bodies: { citizens: { members: " + members + " } }");

        assertThat(drifts.stream()
                        .filter(drift -> drift.policy().equals("tried"))
                        .map(drift -> drift.state().name()))
                .isEqualTo(state.isEmpty() ? List.of() : List.of(state));
    }

    @Test
    void saysItWithTheNumbersOfToday() {
        assertThat(drifts(FORTY, "bodies: { citizens: { members: 42 } }"))
                .containsExactly(new Drift(
                        "tried",
                        "/policies/0/approval",
                        Drift.State.NEAR,
                        "7 % less of 'citizens' (39 instead of 42), and no ballots can pass. Even if all 39 members vote alike:"
                                + " for is 39, less than 40: fails."));
    }

    @ParameterizedTest
    @CsvSource({"4, ''", "3, NEAR", "2, UNREACHABLE"})
    void inASmallBodyOneMoreIsRoomEnough(long members, String state) {
        var three = constitution(List.of("quorum: { count: [for, against], atLeast: 3 }"));

        assertThat(drifts(three, "bodies: { citizens: { members: " + members + " } }").stream()
                        .filter(drift -> drift.path().endsWith("/quorum"))
                        .map(drift -> drift.state().name()))
                .isEqualTo(state.isEmpty() ? List.of() : List.of(state));
    }

    @Test
    void aShareOfTheRollNeverDrifts() {
        var usual = constitution(List.of());

        assertThat(drifts(usual, "bodies: { citizens: { members: 1 } }")).isEmpty();
    }

    @Test
    void sponsorsMayBeTooFew() {
        var two = constitution(List.of("propose: { sponsors: { count: 2, body: council, within: P7D } }"));

        assertThat(drifts(two, "bodies: { council: { members: 2 } }")).isEmpty();
        assertThat(drifts(two, "bodies: { council: { members: 1 } }"))
                .extracting(Drift::path)
                .containsExactly("/policies/0/propose/sponsors/count");
    }

    private static List<Drift> drifts(Constitution constitution, String rolls) {
        return Drift.of(constitution, LintsTest.PLUGINS, Rolls.read(rolls.getBytes(UTF_8)), TENTH);
    }

    private static Constitution constitution(List<String> lines) {
        return Constitution.read(LintCase.document(lines).getBytes(UTF_8));
    }
}
