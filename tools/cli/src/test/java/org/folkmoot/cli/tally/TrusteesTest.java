// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.cli.tally.Written.json;

import org.folkmoot.cli.tally.TallyRow.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trustee that is null is nobody, as LiquidFeedback keeps it. */
class TrusteesTest {
    @Test
    void nobodyInAScopeHidesAWiderDelegation() {
        var row = scoped("[{'scope': 'unit', 'from': 'ann', 'to': 'bob'}, {'scope': 'area', 'from': 'ann', 'to': null},"
                + " {'scope': 'unit', 'from': 'cem', 'to': 'ann'}]");

        assertThat(row.got().path("effectiveDelegate")).isEqualTo(json("{'ann': null, 'cem': 'ann'}"));
        assertThat(row.got().path("scopeUsed")).isEqualTo(json("{'ann': 'area', 'cem': 'unit'}"));
        assertThat(row.got().path("tally")).hasToString("{\"pro\":1}");
        assertThat(row.got().path("notCounted")).isEqualTo(json("['ann','cem']"));
    }

    @Test
    void nobodyInAWiderScopeHidesNothing() {
        var row =
                scoped("[{'scope': 'unit', 'from': 'ann', 'to': null}, {'scope': 'area', 'from': 'ann', 'to': 'bob'}]");

        assertThat(row.got().path("effectiveDelegate")).isEqualTo(json("{'ann': 'bob'}"));
        assertThat(row.got().path("tally")).hasToString("{\"pro\":2}");
    }

    @Test
    void withoutScopesNobodyIsNoDelegation() {
        var row = check(
                "{}", "{'weights': {'ann': 1, 'null': 1}, 'delegations': {'ann': null}, 'votes': {'null': 'pro'}}");

        assertThat(row.got().path("tally")).hasToString("{\"pro\":1}");
        assertThat(row.got().path("notCounted")).isEqualTo(json("['ann']"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{'scope': 'unit', 'from': 'ann'}", "{'scope': 'unit', 'from': 'ann', 'to': []}"})
    void whatIsNoTrusteeIsNotSupported(String delegation) {
        var row = scoped("[" + delegation + "]");

        assertThat(row.state()).isEqualTo(State.NOT_SUPPORTED);
        assertThat(row.reason()).startsWith("A trustee is a name or null, not ");
    }

    private static TallyRow scoped(String delegations) {
        return check(
                "{'precedence': ['issue', 'area', 'unit']}",
                "{'members': ['ann', 'bob', 'cem'], 'delegations': " + delegations + ", 'votes': {'bob': 'pro'}}");
    }

    private static TallyRow check(String parameters, String input) {
        var check = "{'method': 'liquid-delegation', 'parameters': " + parameters + ", 'input': " + input + "}";
        return TallyRow.of(new TallyCase(json("{'id': 'liquid'}")), new TallyCheck(json(check)));
    }
}
