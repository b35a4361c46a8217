// SPDX-License-Identifier: Apache-2.0
package org.example.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.example.acme.MajorityOfMany.Settings;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Verdict;
import org.folkmoot.policy.testkit.DecisionRuleContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MajorityOfManyTest extends DecisionRuleContract<Settings> {
    @Override
    protected MajorityOfMany plugin() {
        return new MajorityOfMany();
    }

    @Override
    protected List<Settings> settings() {
        return List.of(new Settings(1), new Settings(25));
    }

    @Override
    protected List<String> counts() {
        return List.of("for", "against", "abstain");
    }

    @ParameterizedTest
    @CsvSource({
        "24, 1000, 0, false, '24 ballots were cast, but 25 are asked for: fails.'",
        "25, 1000, 0, true, '25 ballots are enough, and 1000 for is more than 0 against: passes.'",
        "25, 501, 500, true, '25 ballots are enough, and 501 for is more than 500 against: passes.'",
        "25, 500, 500, false, '25 ballots are enough, and 500 for is not more than 500 against: fails.'",
        "25, 0, 0, false, '25 ballots are enough, and 0 for is not more than 0 against: fails.'"
    })
    void needsBothTheBallotsAndTheMajority(long ballots, long inFavor, long against, boolean passes, String words) {
        var verdict = judge(ballots, inFavor, against);

        assertThat(verdict.passed()).isEqualTo(passes);
        assertThat(verdict.line().words()).isEqualTo(words);
    }

    @Test
    void saysWhatWouldChangeIt() {
        assertThat(judge(20, 9, 1).line().margin()).isEqualTo("It goes on to the majority with 5 more ballots.");
        assertThat(judge(30, 501, 500).line().margin()).isEqualTo("It fails with 1 less for.");
        assertThat(judge(30, 500, 503).line().margin()).isEqualTo("It passes with 4 more for.");
    }

    @Test
    void refusesANumberThatAsksForNothing() {
        assertThatThrownBy(() -> new Settings(0)).hasMessage("ballots is 1 or more");
    }

    private Verdict judge(long ballots, long inFavor, long against) {
        var counts = Map.of("for", BigInteger.valueOf(inFavor), "against", BigInteger.valueOf(against));
        return plugin().judge(new Facts(ballots, counts, BigInteger.valueOf(5000), 100, List.of()), new Settings(25));
    }
}
