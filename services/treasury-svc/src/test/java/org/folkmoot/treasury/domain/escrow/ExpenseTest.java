// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.escrow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.treasury.domain.escrow.Escrows.NOON;
import static org.folkmoot.treasury.domain.escrow.Escrows.after;

import java.math.BigInteger;
import org.folkmoot.record.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An expense is decided about in time, by others than the one who is paid. */
class ExpenseTest {
    private static final Hash BEA = Hash.of("Bea".getBytes(UTF_8));
    private static final Hash CAT = Hash.of("Cat".getBytes(UTF_8));
    private final Expense expense = new Expense(
            BEA,
            BEA,
            "events",
            Escrows.SKR,
            BigInteger.TEN,
            CAT,
            "Lamps",
            new Panel("steward", 2),
            NOON,
            after(60),
            Expense.State.WAITING);

    @ParameterizedTest
    @CsvSource({"59999, WAITING", "60000, EXPIRED", "60001, EXPIRED"})
    void waitsUntilItExpires(long millis, Expense.State state) {
        assertThat(expense.state(NOON.plusMillis(millis))).isEqualTo(state);
        assertThat(expense.fault(CAT, true, NOON.plusMillis(millis)).isPresent())
                .isEqualTo(state == Expense.State.EXPIRED);
    }

    @Test
    void nobodyDecidesAboutWhatIsPaidToOneself() {
        assertThat(expense.fault(BEA, true, NOON)).contains(Expense.Fault.OWN_EXPENSE);
        assertThat(expense.fault(BEA, false, NOON)).contains(Expense.Fault.NOT_IN_ROLE);
        assertThat(expense.fault(CAT, true, NOON)).isEmpty();
    }
}
