// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.check.Check;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A protected clause is changed by the policy that protects it, and by no other, on no way. */
class EntrenchmentTest {
    private static final String YAML = """
            folkmoot: 1
            name: Guarded
            assets: { EUR: { scale: 2 } }
            admission: { model: registrar, of: founders }
            roles: { councillor: { title: Councillor }, clerk: {} }
            bodies:
              all: { who: "true", power: equal }
              council: { who: "'councillor' in member.roles", power: equal }
            policies:
              - name: spend
                applies: "actions.size() > 0 && actions.all(a, a.type == 'treasury.transfer')"
                body: council
                ballot: { method: for-against-abstain, revote: last }
                approval: { count: [for], of: roll, atLeast: 1/2 }
                timing: { delay: P1D, period: P5D, timelock: P2D, expires: P14D }
              - name: small
                applies: "actions.size() > 0 && actions.all(a, a.type == 'constitution.amend')"
                body: all
                ballot: { method: for-against-abstain, revote: last }
                approval: { count: [for], of: roll, atLeast: 1/10 }
                timing: { delay: P1D, period: P5D, timelock: P2D, expires: P14D }
              - name: amend
                applies: "actions.size() > 0"
                body: all
                entrenched: true
                ballot: { method: for-against-abstain, revote: last }
                approval: { count: [for], of: roll, atLeast: 1/2 }
                timing: { delay: P1D, period: P5D, timelock: P2D, expires: P14D }
              - name: statement
                applies: "true"
                body: all
                ballot: { method: for-against-abstain, revote: last }
                approval: { count: [for], of: roll, atLeast: 1/10 }
                timing: { delay: P1D, period: P5D, timelock: P2D, expires: P14D }
            protected:
              - { clause: /policies/spend, by: amend }
              - { clause: /name, by: amend }
            """;
    private static final Constitution RULES = Samples.read(YAML);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // protected by name
                "name: Guarded | name: Unguarded | amend",
                "of: roll, atLeast: 1/2 | of: roll, atLeast: 1/3 | amend",
                "entrenched: true | retries: 3 | amend",
                "  - { clause: /name, by: amend } |  | amend",
                "clause: /name, by: amend | clause: /name, by: small | amend",
                // what they depend on
                "'councillor' in member.roles | 'clerk' in member.roles | amend",
                "who: \"true\" | who: \"member.founder\" | amend",
                "title: Councillor | title: Everybody | amend",
                // what stands before
                "policies:\\n | policies:\\n  - { name: new, applies: \"true\", body: all, ballot: { method: for-against-abstain, revote: last }, approval: { count: [for], of: roll, atLeast: 1/2 }, timing: { delay: P1D, period: P5D, timelock: P2D, expires: P14D } }\\n | amend",
                "a.type == 'constitution.amend' | true | amend",
                "protected:\\n | strictest: [statement, small, amend, spend]\\nprotected:\\n | amend",
                // everything else
                "clerk: {} | clerk: { term: P1D } | small",
                "of: roll, atLeast: 1/10 | of: roll, atLeast: 1/11 | small",
                "scale: 2 | scale: 3 | small",
                "protected:\\n | protected:\\n  - { clause: /text, by: small }\\n | small",
            })
    void anAmendmentIsJudgedByWhoProtectsWhatItTouches(String piece, String by, String policy) {
        var text = YAML.replace(piece.replace("\\n", "\n"), by == null ? "" : by.replace("\\n", "\n"));

        assertThat(RULES.policyFor(List.of(amendment(text)))).isEqualTo(judged(policy));
    }

    @Test
    void anAmendmentOfAProtectedClauseIsNotJudgedInStrictCompanyOnly() {
        var protecting = amendment(YAML.replace("name: Guarded", "name: Unguarded"));
        var statement = Action.read(Map.of("type", "member.remove", "member", "0".repeat(64)), RULES);

        assertThat(RULES.policyFor(List.of(protecting, statement))).isEqualTo(judged("amend"));
    }

    @Test
    void whatProtectsNobodyKnowsIsNotJudged() {
        var next = Samples.read(YAML);
        var other = new Action.Amend(
                new Amendment(Samples.constitution(), next), java.util.Optional.empty(), java.util.Optional.empty());

        assertThat(RULES.policyFor(List.of(other))).isInstanceOf(Route.NoPolicy.class);
    }

    @Test
    void changesThatTwoPoliciesProtectAreMadeOneByOne() {
        var two = Samples.read(YAML.replace("clause: /name, by: amend", "clause: /name, by: small"));
        var both = new Action.Amend(
                new Amendment(
                        two,
                        Samples.read(YAML.replace("clause: /name, by: amend", "clause: /name, by: small")
                                .replace("name: Guarded", "name: Unguarded")
                                .replace("of: roll, atLeast: 1/2", "of: roll, atLeast: 1/3"))),
                java.util.Optional.empty(),
                java.util.Optional.empty());

        assertThat(two.policyFor(List.of(both)))
                .isEqualTo(new Route.NoPolicy("The amendment changes clauses that 'small' and 'amend' protect, each of"
                        + " which alone may change its own; propose the changes one by one."));
    }

    @Test
    void theRulesHaveNoWayAround() {
        assertThat(Check.of(RULES, Samples.PLUGINS)).noneMatch(Complaint::isError);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clause: /name, by: amend | clause: /bodies/council, by: small | Policy 'small' may amend '/bodies/council', which decides 'spend', and so get around 'amend', which alone may amend '/policies/spend'; it is not shown to be as hard.",
                "clause: /name, by: amend | clause: /roles, by: small | Policy 'small' may amend '/roles/councillor', which decides 'spend', and so get around 'amend', which alone may amend '/policies/spend'; it is not shown to be as hard.",
                "clause: /name, by: amend | clause: /policies/small/applies, by: small | Policy 'small' may amend '/policies/small/applies', which stands before 'amend', and so get around 'amend', which alone may amend '/policies/amend'; it is not shown to be as hard.",
                "clause: /name, by: amend | clause: /protected, by: small | Policy 'small' may amend '/protected', which says what is protected, and so get around 'amend', which alone may amend '/policies/spend'; it is not shown to be as hard.",
                "clause: /name, by: amend | clause: /strictest, by: spend | Policy 'spend' may amend '/strictest', which says how strict 'amend' is, and so get around 'amend', which alone may amend '/policies/spend'; it is not shown to be as hard.",
            })
    void aWayAroundIsAnErrorWithTheWay(String piece, String by, String reason) {
        var complaints = Check.of(Samples.read(YAML.replace(piece, by)), Samples.PLUGINS);

        assertThat(complaints)
                .filteredOn(complaint -> complaint.id().equals("entrenchment-bypass"))
                .extracting(Complaint::reason)
                .contains(reason);
    }

    @Test
    void aStatedOrderShowsWhatIsAsHard() {
        var text = YAML.replace("clause: /name, by: amend", "clause: /bodies/council, by: small")
                .replace("protected:\n", "strictest: [small, amend, spend, statement]\nprotected:\n");

        assertThat(Check.of(Samples.read(text), Samples.PLUGINS)).noneMatch(Complaint::isError);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clause: /name, by: amend | clause: /nmae, by: amend | unknown-clause | /protected/1/clause | /name",
                "clause: /name, by: amend | clause: /bodies/counsil, by: amend | unknown-clause | /protected/1/clause | /bodies/council",
                "clause: /name, by: amend | clause: /name, by: amends | unknown-policy | /protected/1/by | amend",
                "clause: /name, by: amend | clause: /policies/amend/body, by: small | protected-overlap | /policies/2/entrenched | ''",
                "clause: /name, by: amend | clause: /name, by: spend | locked-clause | /protected | ''",
            })
    void whatProtectsNothingIsSaid(String piece, String by, String id, String path, String suggestion) {
        assertThat(Check.of(Samples.read(YAML.replace(piece, by)), Samples.PLUGINS))
                .anySatisfy(complaint -> {
                    assertThat(complaint.id()).isEqualTo(id);
                    assertThat(complaint.path()).isEqualTo(path);
                    assertThat(complaint.suggestion()).isEqualTo(suggestion);
                });
    }

    @Test
    void aPolicyThatIsEasierToChangeThanToUseIsSaid() {
        var open =
                YAML.replace("    entrenched: true\n", "").replace("- { clause: /policies/spend, by: amend }\n  ", "");

        assertThat(Check.of(Samples.read(open), Samples.PLUGINS))
                .filteredOn(complaint -> complaint.id().equals("easier-to-change"))
                .isEmpty();
        assertThat(Check.of(
                        Samples.read(open.replace(
                                "- { clause: /name, by: amend }", "- { clause: /policies/amend, by: small }")),
                        Samples.PLUGINS))
                .filteredOn(complaint -> complaint.id().equals("easier-to-change"))
                .extracting(Complaint::path)
                .containsExactly("/policies/2");
    }

    private static Action amendment(String text) {
        return new Action.Amend(
                new Amendment(RULES, Samples.read(text)), java.util.Optional.empty(), java.util.Optional.empty());
    }

    private static Route judged(String policy) {
        return new Route.Judged(RULES.policy(policy).orElseThrow());
    }
}
