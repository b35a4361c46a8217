// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.policy.Voter;
import org.junit.jupiter.api.Test;

/** Which policy judges what, and that whatever can not be judged is refused. */
class RulesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00.000Z");
    private static final Voter FOUNDER = new Voter("a", NOW, List.of("founder"), Map.of());
    private static final Voter NEWCOMER = new Voter("b", NOW, List.of(), Map.of());

    @Test
    void aMemberWhomThePolicyLetsMayPropose() {
        assertThat(rules("instant-runoff")
                        .judge(options("Bridge", "School"), FOUNDER, NOW)
                        .name())
                .isEqualTo("all");
    }

    @Test
    void anyOtherMemberMayNot() {
        refused("instant-runoff", options("Bridge", "School"), NEWCOMER, new Refusal.MayNotPropose("b", "all"));
    }

    @Test
    void aRankingNeedsOptions() {
        refused(
                "instant-runoff",
                options(),
                FOUNDER,
                new Refusal.QuestionInvalid("all", "instant-runoff", "A ranking needs two or more different options."));
    }

    @Test
    void aMethodThatIsNotInstalledJudgesNothing() {
        assertThatThrownBy(() -> rules("coin-toss").judge(options(), FOUNDER, NOW))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.NoPolicy.class));
    }

    @Test
    void whatIsNotRunJudgesNothing() {
        var sponsored = rules(
                "for-against-abstain",
                "sponsors: { count: 2, body: citizens, within: P7D, deposit: { asset: SKR, amount: \"1\" } }, ");

        assertRefused(
                sponsored,
                new Content("What to build", "", List.of(), List.of()),
                new Refusal.PolicyNotRun(
                        "all",
                        List.of("propose/sponsors/deposit: A deposit of sponsors is not run by this suite yet.")));
    }

    @Test
    void rulesThatAreNotRunNeedNotBeVotedOn() {
        var now = rules("for-against-abstain");
        var next = rules(
                "for-against-abstain",
                "sponsors: { count: 2, body: citizens, within: P7D, deposit: { asset: SKR, amount: \"1\" } }, ");
        var amendment = Map.<String, Object>of(
                "type",
                "constitution.amend",
                "base",
                now.constitution().hash().hex(),
                "constitution",
                next.constitution().json().plain());
        var path = "constitution/policies/0/propose/sponsors/deposit";
        var reason = "A deposit of sponsors is not run by this suite yet.";

        assertRefused(
                now,
                new Content("Other rules", "", List.of(), List.of(amendment)),
                new Refusal.ActionInvalid(0, path, reason, List.of(new Refusal.Fault(0, path, reason, ""))));
    }

    private static void assertRefused(Rules rules, Content content, Refusal refusal) {
        assertThatThrownBy(() -> rules.judge(content, FOUNDER, NOW))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private static void refused(String method, Content content, Voter author, Refusal refusal) {
        assertThatThrownBy(() -> rules(method).judge(content, author, NOW))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private static Content options(String... options) {
        return new Content("What to build", "", List.of(options), List.of());
    }

    private static Rules rules(String method) {
        return rules(method, "");
    }

    private static Rules rules(String method, String proposing) {
        var constitution = """
                folkmoot: 1
                name: Testholm
                assets: { SKR: { scale: 0 } }
                admission: { model: registrar, of: founders }
                bodies: { citizens: { who: "true", power: equal } }
                policies:
                  - name: all
                    applies: "true"
                    body: citizens
                    propose: { PROPOSINGwho: "member.founder" }
                    ballot: { method: METHOD, revote: last }
                    approval: { count: [for], of: [for, against], moreThan: 1/2 }
                    timing: { delay: P1D, period: P3D, timelock: P2D, expires: P7D }
                """.replace("METHOD", method).replace("PROPOSING", proposing);
        return new Rules(Constitution.read(constitution.getBytes(UTF_8)), Plugins.installed());
    }
}
