// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Membership.Challenge;
import org.folkmoot.constitution.Membership.Joins;
import org.folkmoot.constitution.check.Check;
import org.folkmoot.policy.Admission.Answer;
import org.folkmoot.policy.Applicant;
import org.folkmoot.policy.Evidence.Attestation;
import org.folkmoot.policy.Evidence.Recognition;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.testkit.Told;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PasskeyRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembershipTest {
    private static final String ADMISSION = "admission: { model: registrar, of: founders }\n";
    private static final Applicant APPLICANT = new Applicant("ab".repeat(32), Samples.KEY, Samples.NOON);
    private static final String ATTESTED = "{ model: attesters, of: [" + Samples.OTHER_KEY + "], count: 1, claim: c }";
    private static final String FEDERATED =
            "{ model: federated, communities: [there], signers: [" + Samples.OTHER_KEY + "], count: 1 }";
    private static final String ELECTED = "{ model: election }";

    @Test
    void whatIsNotWrittenRestrictsNobody() {
        assertThat(Samples.constitution().membership()).isEqualTo(Membership.UNRESTRICTED);
        assertThat(Samples.constitution().roles()).isEmpty();
        assertThat(Samples.constitution().passkeys()).isEqualTo(PasskeyRules.NONE);
    }

    @Test
    void readsWhatHoldsForEveryMember() {
        var constitution = with("""
                membership:
                  roll: members
                  coolDown: P7D
                  joins: { period: P30D, members: 100, share: 1/10 }
                  challenge: { window: P3D, objections: 2 }
                  term: { lasts: P365D, renewal: P30D }
                  appeal: P14D
                roles: { notary: { title: Notary public, term: P365D }, steward: {} }
                passkeys: { origins: ["https://moot.example.org:8443"], rpIds: [example.org] }
                """);

        assertThat(constitution.membership())
                .isEqualTo(new Membership(
                        Membership.Roll.MEMBERS,
                        Duration.ofDays(7),
                        Optional.of(new Joins(Duration.ofDays(30), Optional.of(100L), Optional.of(Fraction.of(1, 10)))),
                        Optional.of(new Challenge(Duration.ofDays(3), 2)),
                        Optional.of(new Membership.Term(Duration.ofDays(365), Duration.ofDays(30))),
                        Optional.of(Duration.ofDays(14))));
        assertThat(constitution.roles())
                .isEqualTo(Map.of(
                        "notary", new Role("notary", "Notary public", Optional.of(Duration.ofDays(365))),
                        "steward", new Role("steward", "steward", Optional.empty())));
        assertThat(constitution.passkeys())
                .isEqualTo(new PasskeyRules(List.of("https://moot.example.org:8443"), List.of("example.org"), true));
        assertThat(Check.of(constitution, Samples.PLUGINS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    membership: { joins: { period: P1D } }                           | /membership/joins/members
                    membership: { joins: { period: PT0S, members: 1 } }              | /membership/joins/period
                    membership: { joins: { period: P1D, share: 11/10 } }             | /membership/joins/share
                    membership: { challenge: { window: P1D, objections: 0 } }        | /membership/challenge/objections
                    membership: { appeal: PT0S }                                     | /membership/appeal
                    membership: { roll: secret }                                     | /membership/roll
                    membership: { term: { lasts: P30D } }                            | /membership/term/renewal
                    membership: { term: { lasts: PT0S, renewal: P1D } }              | /membership/term/lasts
                    membership: { term: { lasts: P30D, renewal: P30DT1S } }          | /membership/term/renewal
                    roles: { notary: { term: PT0S } }                                | /roles/notary/term
                    passkeys: { origins: [] }                                        | /passkeys/rpIds
                    """)
    void refusesWhatMakesNoSense(String section, String path) {
        assertThatThrownBy(() -> with(section + "\n"))
                .isInstanceOfSatisfying(
                        ConstitutionRefused.class,
                        refused -> assertThat(refused.complaints())
                                .anyMatch(complaint -> complaint.path().equals(path)));
    }

    @Test
    void aModelMayHaveASettingThatIsCalledLikeAWordForSeveral() {
        var gate = gate("{ model: token-gated, asset: SHELL, atLeast: 100 }");

        assertThat(gate.judge(APPLICANT, nothing()).words())
                .isEqualTo("The applicant owns 0 units of SHELL; asked are 100.");
    }

    @Test
    void allMustSayYes() {
        var gate = gate("{ all: [" + ELECTED + ", " + ATTESTED + "] }");

        assertThat(gate.judge(APPLICANT, nothing()).answer()).isEqualTo(Answer.WAITING);
        assertThat(gate.judge(APPLICANT, nothing().elected()).answer()).isEqualTo(Answer.WAITING);
        assertThat(gate.judge(APPLICANT, attested().elected()).answer()).isEqualTo(Answer.ADMITTED);
    }

    @Test
    void oneOfSeveralIsEnoughAndOnlyItIsUsedUp() {
        var gate = gate("{ any: [" + ELECTED + ", " + FEDERATED + "] }");
        var recognised = nothing()
                .recognised(new Recognition("there", "m", Samples.NOON, Samples.NOON, List.of(Samples.OTHER_KEY)));

        assertThat(gate.judge(APPLICANT, recognised).nullifiers()).containsExactly("there|m");
        assertThat(gate.judge(APPLICANT, recognised.elected()).nullifiers()).isEmpty();
    }

    @Test
    void soManyOfSeveralAndWhyNot() {
        var gate = gate("{ atLeast: { count: 2, of: [" + ELECTED + ", " + ATTESTED + ", " + FEDERATED + "] } }");

        var one = gate.judge(APPLICANT, nothing().elected());

        assertThat(one.answer()).isEqualTo(Answer.WAITING);
        assertThat(one.words())
                .isEqualTo("Asked are 2 of 3: 0 of 1 attesters signed 'c'; asked are 1. It is not proven that the"
                        + " applicant is a member of there.");
        assertThat(one.parts()).hasSize(3);
        assertThat(gate.judge(APPLICANT, attested().elected()).admitted()).isTrue();
    }

    @Test
    void partsStandInEachOtherOnlySoDeep() {
        var deepest = "{ all: [{ any: [{ all: [" + ELECTED + "] }] }] }";

        assertThat(gate(deepest).judge(APPLICANT, nothing().elected()).admitted())
                .isTrue();
        assertThatThrownBy(() -> gate("{ any: [" + deepest + "] }")).isInstanceOf(ConstitutionRefused.class);
        assertThatThrownBy(() -> gate("{ all: [] }")).isInstanceOf(ConstitutionRefused.class);
        assertThatThrownBy(() -> gate("{ all: [" + "{ model: open }, ".repeat(16) + "{ model: open }] }"))
                .isInstanceOf(ConstitutionRefused.class);
        assertThatThrownBy(() -> gate("{ atLeast: { count: 2, of: [" + ELECTED + "] } }"))
                .isInstanceOf(ConstitutionRefused.class);
    }

    @Test
    void aRoleIsGivenForItsTermAtMost() {
        var constitution = with("roles: { notary: { term: P365D } }\n");
        var member = "cd".repeat(32);
        Map<String, Object> grant = Map.of("type", "role.grant", "member", member, "role", "notary", "term", "P365D");

        var read = (Action.GrantRole) Action.read(grant, constitution);

        assertThat(read.member()).isEqualTo(Hash.parse(member));
        assertThat(read.lasts()).contains(Duration.ofDays(365));
        assertThat(Action.read(Map.of("type", "role.revoke", "member", member, "role", "notary"), constitution))
                .isInstanceOf(Action.RevokeRole.class);
        for (var wrong : List.of(
                Map.<String, Object>of("type", "role.grant", "member", member, "role", "notary", "term", "P366D"),
                Map.<String, Object>of("type", "role.grant", "member", member, "role", "notary", "term", "PT0S"),
                Map.<String, Object>of("type", "role.grant", "member", member, "role", "notari"),
                Map.<String, Object>of("type", "role.revoke", "member", "x", "role", "notary")))
            assertThatThrownBy(() -> Action.read(wrong, constitution)).isInstanceOf(ActionRefused.class);
    }

    private static Gate gate(String admission) {
        var constitution = Samples.read(Samples.YAML.replace(ADMISSION, "admission: " + admission + "\n"));
        return Samples.PLUGINS.admission(constitution.admission());
    }

    private static Constitution with(String sections) {
        return Samples.read(Samples.YAML + sections);
    }

    private static Told nothing() {
        return Told.nothing(Samples.NOON);
    }

    private static Told attested() {
        return nothing().attested(new Attestation(Samples.OTHER_KEY, "c", Samples.NOON));
    }
}
