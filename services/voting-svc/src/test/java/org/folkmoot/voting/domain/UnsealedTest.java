// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.folkmoot.constitution.Decision;
import org.folkmoot.constitution.Outcome;
import org.junit.jupiter.api.Test;

/** What a decision says of ballots that trustees opened. */
class UnsealedTest {
    private static final Decision DECISION = new Decision(Outcome.PASSED, List.of(), List.of(), "Passed.");

    @Test
    void theTraceSaysHowManyWereOpenedAndHowManyWereSpoilt() {
        var explained = new Unsealed(5, 2, List.of(1, 3)).explain(DECISION, "");

        assertThat(explained.trace()).singleElement().satisfies(line -> {
            assertThat(line.rule()).isEqualTo("opening");
            assertThat(line.words())
                    .isEqualTo(
                            "Opened by the trustees 1, 3: 5 sealed ballots, of which 2 are spoilt and do not count.");
            assertThat(line.numerator()).extracting("value").containsExactly(BigInteger.valueOf(3));
            assertThat(line.denominator()).extracting("value").containsExactly(BigInteger.valueOf(5));
        });
    }

    @Test
    void theDecisionItselfStays() {
        var explained = new Unsealed(5, 2, List.of(1, 3)).explain(DECISION, "");

        assertThat(explained.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(explained.words()).isEqualTo("Passed.");
    }
}
