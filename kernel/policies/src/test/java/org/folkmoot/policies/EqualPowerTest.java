// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.policies.EqualPower.Settings;
import org.folkmoot.policy.Voter;
import org.folkmoot.policy.testkit.VotingPowerContract;
import org.junit.jupiter.api.Test;

class EqualPowerTest extends VotingPowerContract<Settings> {
    @Override
    protected EqualPower plugin() {
        return new EqualPower();
    }

    @Override
    protected List<Settings> settings() {
        return List.of(new Settings());
    }

    @Override
    protected List<String> assets() {
        return List.of("SKR");
    }

    @Test
    void aRichVoterHasOneVoteToo() {
        var voter = new Voter("a", Instant.EPOCH, List.of("council"), Map.of("SKR", BigInteger.valueOf(1_000_000)));

        assertThat(plugin().of(voter, new Settings())).isEqualTo(BigInteger.ONE);
    }
}
