// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Complaint;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.Delegating;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.Unsupported;
import org.folkmoot.policy.Fraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelegationTest {
    private static final String RULES = """
            folkmoot: 1
            name: Skerry Commons
            admission: { model: registrar, of: founders }
            bodies:
              citizens: { who: "true", power: equal, delegation: DELEGATION }
            policies:
              - name: everything
                applies: "true"
                topic: all
                body: citizens
                ballot: { method: METHOD, revote: first }
                quorum: { count: [COUNT], of: roll, atLeast: 1/2 }
                approval: { count: [WINNER], of: [WHOLE], atLeast: 2/3 }
                timing: { delay: P1D, period: P14D, timelock: P2D, expires: P14D }
            """;

    @Test
    void whatIsLeftOutIsTheWidest() {
        assertThat(read("{}"))
                .isEqualTo(new Delegating(
                        Delegating.Model.PROXY,
                        1,
                        Optional.empty(),
                        Delegating.Overriding.ALL,
                        Delegating.Counts.CLOSE,
                        Optional.empty(),
                        Optional.empty(),
                        Delegating.Overflow.SHARED,
                        Delegating.Visible.PUBLIC));
    }

    @Test
    void everythingIsSaid() {
        var said =
                "{ delegates: 3, depth: 2, override: own, counts: opening, lasts: P365D, most: 1/20, overflow: latest,"
                        + " visible: private }";

        assertThat(read(said))
                .isEqualTo(new Delegating(
                        Delegating.Model.PROXY,
                        3,
                        Optional.of(2),
                        Delegating.Overriding.OWN,
                        Delegating.Counts.OPENING,
                        Optional.of(Duration.ofDays(365)),
                        Optional.of(Fraction.of(1, 20)),
                        Delegating.Overflow.LATEST,
                        Delegating.Visible.PRIVATE));
        assertThat(read("{ model: following }").delegates()).isEqualTo(15);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ delegates: 0 } | delegation/delegates",
                "{ delegates: 101 } | delegation/delegates",
                "{ depth: 0 } | delegation/depth",
                "{ depth: 1001 } | delegation/depth",
                "{ most: 0/1 } | delegation/most",
                "{ most: 11/10 } | delegation/most",
                "{ lasts: PT0S } | delegation/lasts",
                "{ lasts: P36501D } | delegation/lasts",
                "{ overflow: latest } | delegation/overflow",
                "{ model: following, depth: 2 } | delegation/depth",
                "{ model: swarm } | delegation/model",
            })
    void whatMakesNoSenseIsRefusedWithItsPlace(String said, String path) {
        assertThat(complaints(said)).extracting(Complaint::path).containsExactly("/bodies/citizens/" + path);
    }

    /** What members have cast themselves settles a poll, unless they may take it back by delegating. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} |",
                "{ override: own } |",
                "{ override: none } | early-and-delegation",
                "{ model: following } |",
            })
    void nothingIsIrreversibleWhileWhoeverDelegatesLosesTheirBallot(String said, String code) {
        var rules = rules(said)
                .replace("of: [for, against], atLeast: 2/3", "of: roll, atLeast: 2/3")
                .replace("    timing:", "    early: [ { passes: irreversible } ]\n    timing:");

        assertThat(codes(rules)).isEqualTo(Optional.ofNullable(code).stream().toList());
    }

    @Test
    void followersVoteForOrAgainst() {
        assertThat(codes(rules("{ model: following }"))).isEmpty();
        assertThat(codes(ranked("{ model: following }"))).containsExactly("following-and-method");
        assertThat(codes(ranked("{}"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "period: P14D, late: { on: reached, rule: quorum, within: P1D, extend: P1D, upTo: P2D }",
                "period: P14D, confirm: P1D",
                "period: P14D, coolOff: { lasts: P1D, only: [against] }",
            })
    void aPollThatMayMoveHasDelegates(String timing) {
        var rules = rules("{}").replace("period: P14D", timing);

        assertThat(Unsupported.of(Constitution.read(rules.getBytes(UTF_8)))).isEmpty();
    }

    private static Delegating read(String said) {
        var constitution = Constitution.read(rules(said).getBytes(UTF_8));
        assertThat(constitution.policies().getFirst().topic()).contains("all");
        return constitution.body("citizens").orElseThrow().delegation().orElseThrow();
    }

    private static List<Complaint> complaints(String said) {
        try {
            Constitution.read(rules(said).getBytes(UTF_8));
            return List.of();
        } catch (ConstitutionRefused refused) {
            return refused.complaints();
        }
    }

    private static List<String> codes(String rules) {
        return Check.of(Constitution.read(rules.getBytes(UTF_8)), Plugins.installed()).stream()
                .map(Complaint::id)
                .toList();
    }

    private static String rules(String said) {
        return RULES.replace("DELEGATION", said)
                .replace("METHOD", "for-against-abstain")
                .replace("COUNT", "for, against, abstain")
                .replace("WINNER", "for")
                .replace("WHOLE", "for, against");
    }

    private static String ranked(String said) {
        return RULES.replace("DELEGATION", said)
                .replace("METHOD", "instant-runoff, tieBreak: order")
                .replace("COUNT", "ballots")
                .replace("WINNER", "winner")
                .replace("WHOLE", "continuing");
    }
}
