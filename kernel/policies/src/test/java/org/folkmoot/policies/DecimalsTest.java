// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;
import org.junit.jupiter.api.Test;

/** A method says how many decimals its numbers have: of one vote it makes that many zeros. */
class DecimalsTest {
    private static final Question QUESTION = new Question("?", List.of("A", "B"));

    @Test
    void oneVoteHasThatManyZeros() {
        var weighted = new Weighted();
        for (var decimals : List.of(0L, 2L, 6L)) {
            var settings =
                    new Weighted.Settings(Optional.of(decimals), Optional.empty(), Optional.empty(), Optional.empty());
            var result = weighted.tally(List.of(new Counted(Map.of("0", 1L), 1, BigInteger.ONE)), QUESTION, settings);

            assertThat(weighted.decimals(settings)).isEqualTo(decimals.intValue());
            assertThat(result.counts()).containsEntry("winner", BigInteger.TEN.pow(decimals.intValue()));
        }
    }

    @Test
    void methodsWithoutSettingsForItHaveTheirOwn() {
        assertThat(new Approval()
                        .decimals(new Approval.Settings(
                                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())))
                .isZero();
    }
}
