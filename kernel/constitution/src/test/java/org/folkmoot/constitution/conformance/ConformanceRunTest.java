// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.Plugins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A case that does not come out as expected is told, and an example that is left out as well. */
class ConformanceRunTest {
    private static final String PRESET = """
            folkmoot: 1
            name: Preset
            admission: { model: open }
            bodies: { all: { who: "true", power: equal } }
            policies:
              - name: p
                applies: "true"
                body: all
                ballot: { method: for-against-abstain, revote: first }
                quorum: { count: [for], of: roll, atLeast: 1/3 }
                approval: { count: [for], of: [for, against], moreThan: { curve: linear, begin: 1/1, end: 1/2 } }
                timing: { delay: PT1S, period: PT10S, timelock: PT5S, expires: PT20S }
            """;

    private static Report report(String rows, Wanted... wanted) {
        var file = CaseFile.read(("system: S\npreset: preset\nrows:\n" + rows).getBytes(UTF_8));
        return Conformance.run(
                Map.of("preset", PRESET.getBytes(UTF_8)), List.of(file), List.of(wanted), Plugins.installed());
    }

    private static List<String> mismatches(String one) {
        var rows = "  - { row: R, source: here, policy: p, cases: [{ case: c, %s }] }".formatted(one);
        return report(rows).rows().getFirst().cases().getFirst().mismatches();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outcome: passed | ''",
                "outcome: rejected | outcome is passed, expected rejected",
                "phase: timelocked | ''",
                "phase: executable | phase is timelocked, expected executable",
                "decidedAt: PT11S | ''",
                "decidedAt: PT10S | decidedAt is 2026-01-01T00:00:11Z, expected 2026-01-01T00:00:10Z",
                "eta: none | eta is 2026-01-01T00:00:16Z, expected none",
                "expiry: PT36S | ''",
                "timelock: PT6S | timelock is PT5S, expected PT6S",
                "rules: { quorum: { count: 4, boundary: 10/3 } } | ''",
                "rules: { quorum: { boundary: '3.33' } } | ''",
                "rules: { quorum: { boundary: '3.34' } } | quorum boundary is 10/3, expected 3.34",
                "rules: { quorum: { of: 9 } } | quorum of is 10, expected 9",
                "rules: { quorum: { share: 40 % } } | ''",
                "rules: { floor: { passed: true } } | the trace has no rule floor",
                "counts: { for: 5 } | count of for is 4, expected 5",
                "deposit: burn | deposit is refund, expected burn",
            })
    void whatIsExpectedOfAPollIsCompared(String expected, String told) {
        var found = mismatches(
                "tally: { roll: { power: 10 }, counts: { for: 4 } }, at: PT11S, expect: { " + expected + " }");

        assertThat(String.join("; ", found)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "threshold: { rule: approval, at: 1/3 }, expect: { share: 83.33 % } | ''",
                "threshold: { rule: approval, at: 1/3 }, expect: { share: 83.34 % } | threshold is 5/6, expected 83.34 %",
                "threshold: { rule: approval, at: 1/3 }, expect: { share: 83.34 %, within: 1/1000 } | ''",
                "threshold: { rule: approval, at: 7, of: 28 }, expect: { share: 7/8 } | ''",
                "delay: { rule: approval, level: 7/8, of: 28 }, expect: { at: 7 } | ''",
                "delay: { rule: approval, level: 7/8 }, expect: { at: '.31' } | delay is 1/4, expected .31",
                "threshold: { rule: floor, at: 0 }, expect: { share: 1 } | the policy has no rule 'floor'",
            })
    void whatIsExpectedOfACurveIsCompared(String one, String told) {
        assertThat(String.join("; ", mismatches(one))).isEqualTo(told);
    }

    @Test
    void aParameterThatThePresetDoesNotHaveIsNoParameter() {
        var found = mismatches("set: { timing/confirm: PT1S }, tally: { roll: { power: 1 } }, expect: {}");

        assertThat(found)
                .containsExactly("the preset has no timing/confirm; there is delay, period, timelock, expires");
    }

    @Test
    void anAmendmentHoldsForWhatIsSubmittedFromThenOn() {
        var amended = "amended: [{ at: '2026-02-01T00:00:00Z', set: { quorum/atLeast: 1/2 } }], ";

        assertThat(
                        mismatches(
                                amended
                                        + "tally: { submitted: '2026-01-31T23:59:59Z', roll: { power: 10 }, counts: { for: 4 } }, expect: { outcome: passed }"))
                .isEmpty();
        assertThat(
                        mismatches(
                                amended
                                        + "tally: { submitted: '2026-02-01T00:00:00Z', roll: { power: 10 }, counts: { for: 4 } }, expect: { outcome: rejected }"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tally: { roll: { power: 10 } }, expect: { outcom: passed }",
                "tally: { rol: { power: 10 } }, expect: {}",
                "tally: { roll: { power: 10 } }, att: PT1S, expect: {}",
            })
    void whatNobodyUnderstandsIsAMismatch(String one) {
        assertThat(mismatches(one)).singleElement().asString().contains("means nothing here");
    }

    @Test
    void whatIsDeliberatelyNotReproducedDoesNotCount() {
        var report = report("""
                  - row: G1
                    policy: p
                    cases:
                      - { case: a, tally: { roll: { power: 10 }, counts: { for: 4 } }, expect: { outcome: passed } }
                      - { case: b, deliberately: { theirs: passes, because: no }, tally: { roll: { power: 10 } }, expect: { outcome: rejected } }
                """, new Wanted("G1", "S", 2));

        assertThat(report.holds()).isTrue();
        assertThat(report.rows().getFirst().reproduced()).isEqualTo(1);
        assertThat(report.lines())
                .contains(
                        "    deliberately not: b (theirs: passes), because no",
                        "0 of 1 published examples reproduced whole; 1 of 2 single cases, 1 deliberately not, 0 failed.");
    }

    @Test
    void anExampleWithoutAllItsCasesIsMissing() {
        var rows = "  - { row: G1, policy: p, cases: [{ case: a, tally: { roll: { power: 10 } }, expect: {} }] }\n"
                + "  - { row: G2, because: it is a joke }";

        var report = report(rows, new Wanted("G1", "S", 2), new Wanted("G2", "S", 5), new Wanted("G3", "S", 1));

        assertThat(report.missing()).containsExactly("G1 has 1 of 2 cases", "G3 has 0 of 1 cases");
        assertThat(report.holds()).isFalse();
    }

    @Test
    void aRowHasCasesOrAReason() {
        assertThatThrownBy(() -> report("  - { row: R, source: here }"))
                .isInstanceOf(ConstitutionRefused.class)
                .hasMessageContaining("A row has cases, or says because of what it has none.");
    }

    @Test
    void publishedExamplesAreCountedBySemicolons() {
        var json = "[{\"id\":\"G1\",\"group\":\"S\",\"expected\":\"a ; b; c\",\"basis\":\"T\"}]";

        assertThat(Wanted.read(json.getBytes(UTF_8))).containsExactly(new Wanted("G1", "S", 3));
    }
}
