// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How members are paid back stands in the constitution; what is wrong there is refused by the cases of {@link RefusalsTest}. */
class ExpensesReaderTest {
    @Test
    void readsWhoApprovesHowMuch() {
        var constitution = Samples.read(Samples.YAML + """
                roles: { steward: {} }
                treasury:
                  expenses:
                    events: { from: treasury, role: steward, atLeast: 2, most: "200.00", within: P7D }
                    travel: { from: mint, role: steward, atLeast: 1, most: "1.5" }
                """);

        assertThat(constitution.treasury().expenses().values())
                .containsExactly(
                        new ExpenseRule(
                                "treasury", "EUR", "steward", 2, BigInteger.valueOf(20_000), Duration.ofDays(7)),
                        new ExpenseRule("mint", "SKR", "steward", 1, BigInteger.valueOf(150), ExpenseRule.WITHIN));
    }

    @Test
    void nothingIsPaidBackIfNothingIsSaid() {
        assertThat(Samples.constitution().treasury().expenses()).isEmpty();
    }
}
