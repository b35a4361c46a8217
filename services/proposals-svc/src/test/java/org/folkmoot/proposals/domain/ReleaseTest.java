// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.proposals.domain.Samples.sample;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Deposit.Fate;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.course.DepositJudge;
import org.folkmoot.policy.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a deposit, by what the proposal was before it ended and how it ended. */
class ReleaseTest {
    @ParameterizedTest
    @CsvSource({
        "enacting, enacted, BURN, 1",
        "draft, cancelled, BURN, 2",
        "timelocked, expired, BURN, 3",
        "enacting, expired, BURN, 3",
        "failed, expired, BURN, 4",
        "sponsoring, lapsed, BURN, 3"
    })
    void theEndSaysWhichCaseHolds(String before, String end, Fate fate, long part) {
        assertThat(released(before, end, Optional.of(passed()), 12)).isEqualTo(release(fate, part));
    }

    @ParameterizedTest
    @CsvSource({"6, TREASURY, 12", "5, TREASURY, 12", "4, BURN, 6", "3, BURN, 6"})
    void theBallotsSayItWhereTheCaseHasAShare(long against, Fate fate, long part) {
        assertThat(released("voting", "rejected", Optional.of(rejected("quorum", against)), 12))
                .isEqualTo(release(fate, part));
    }

    @Test
    void theRuleThatStoppedItSaysIt() {
        assertThat(released("voting", "rejected", Optional.of(rejected("veto", 0)), 12))
                .isEqualTo(release(Fate.TREASURY, 6));
    }

    @Test
    void whatNobodyRejectedGoesBack() {
        assertThat(released("submitted", "rejected", Optional.empty(), 12)).isEqualTo(release(Fate.REFUND, 12));
        assertThat(released("submitted", "rejected", Optional.of(passed()), 12)).isEqualTo(release(Fate.REFUND, 12));
        var earlier = new Verdict("an earlier poll", false, Optional.of("veto"), facts(6));
        assertThat(released("submitted", "rejected", Optional.of(earlier), 12)).isEqualTo(release(Fate.REFUND, 12));
    }

    @ParameterizedTest
    @CsvSource({"11, 0", "12, 1", "13, 1", "23, 1", "24, 2"})
    void aPartIsRoundedDownAndTheRestIsTheAuthors(long amount, long part) {
        assertThat(released("enacting", "enacted", Optional.of(passed()), amount))
                .isEqualTo(release(Fate.BURN, part));
    }

    private static PutDown.Released release(Fate fate, long part) {
        return new PutDown.Released(fate, BigInteger.valueOf(part));
    }

    private static PutDown.Released released(String before, String end, Optional<Verdict> decision, long amount) {
        return Release.of(judge(), BigInteger.valueOf(amount), sample(before), (Ended) sample(end), decision);
    }

    private static Verdict passed() {
        return new Verdict("poll", true, Optional.empty(), facts(0));
    }

    private static Verdict rejected(String stopped, long against) {
        return new Verdict("poll", false, Optional.of(stopped), facts(against));
    }

    private static Facts facts(long against) {
        return new Facts(
                10,
                Map.of("against", BigInteger.valueOf(against), "for", BigInteger.valueOf(10 - against)),
                BigInteger.TEN,
                10,
                List.of());
    }

    private static DepositJudge judge() {
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
                    deposit:
                      asset: SKR
                      amount: "12"
                      dispositions:
                        - { when: passed, then: burn, part: 1/12 }
                        - { when: cancelled, then: burn, part: 2/12 }
                        - { when: expired, then: burn, part: 3/12 }
                        - { when: failed, then: burn, part: 4/12 }
                        - { when: veto, then: treasury, part: 1/2 }
                        - { when: rejected, share: { count: [against], of: [for, against], atLeast: 1/2 }, then: treasury }
                        - { when: rejected, then: burn, part: 1/2 }
                      otherwise: refund
                    ballot: { method: for-against-abstain, revote: last }
                    approval: { count: [for], of: [for, against], moreThan: 1/2 }
                    veto: { count: [against], of: roll, atLeast: 1/3 }
                    timing: { delay: P1D, period: P3D, timelock: P2D, expires: P7D }
                """;
        var policy = Constitution.read(constitution.getBytes(UTF_8)).policies().getFirst();
        return DepositJudge.of(policy.deposit(), Plugins.installed());
    }
}
