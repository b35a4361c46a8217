// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import org.folkmoot.platform.data.SqlFailure;
import org.folkmoot.record.Hash;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is at fault rests for longer each time, and nothing else does. */
class RestingTest {
    private static final Hash ONE = Hash.parse("01".repeat(32));
    private static final Hash OTHER = Hash.parse("02".repeat(32));

    private final TestClock clock = new TestClock();
    private final Resting resting = new Resting(clock, Logger.getLogger(RestingTest.class), "The test of");

    @Test
    void itRestsTwiceAsLongAfterEachFault() {
        fail(new IllegalStateException("out of order"));
        expectResting(ONE);
        clock.pass(Duration.ofSeconds(2));
        expectResting();

        for (int i = 1; i <= 5; i++) fail(new IllegalStateException("out of order"));

        clock.pass(Duration.ofSeconds(30));
        expectResting(ONE);
        clock.pass(Duration.ofSeconds(9)); // 32 seconds, a fifth of them at most, and what the clock ticked
        expectResting();
    }

    @Test
    void whatIsDoneRestsNoLongerAndItsFaultsAreForgotten() {
        for (int i = 1; i <= 9; i++) fail(new IllegalStateException("out of order"));
        resting.attempt(OTHER, () -> {});
        expectResting(ONE);

        resting.attempt(ONE, () -> {});

        expectResting();
        fail(new IllegalStateException("out of order"));
        clock.pass(Duration.ofSeconds(2));
        expectResting();
    }

    @Test
    void whatIsRolledBackWithoutAReasonIsAtFault() {
        fail(new IllegalStateException(new RollbackException("too late")));

        expectResting(ONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void whereOthersAreInTheWayItDoesNotRest(String state) {
        fail(new SqlFailure(new SQLException("in the way", state)));

        expectResting();
    }

    @Test
    void whereTheDatabaseIsAwayNothingGoesOn() {
        var away = new SqlFailure(new SQLException("away", "08006"));

        assertThatThrownBy(() -> fail(away)).isSameAs(away);
        expectResting();
    }

    private void fail(RuntimeException failure) {
        resting.attempt(ONE, () -> {
            throw failure;
        });
    }

    private void expectResting(Hash... hashes) {
        assertThat(Arrays.stream(resting.ids()).map(Hash::new)).containsExactly(hashes);
    }
}
