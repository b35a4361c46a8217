// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.data;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetbackTest {
    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53300", "58030"})
    void aDatabaseThatIsAwayComesBack(String state) {
        assertThat(Setback.behind(new PersistenceException(new SQLException("", state))))
                .contains(Setback.DATABASE_AWAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03", "57014"})
    void whoeverIsInTheWayGoesAway(String state) {
        assertThat(Setback.behind(new SqlFailure(new SQLException("", state)))).contains(Setback.CONTENTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22P02", "42P01", "42601", "23514"})
    void aRuleOfTheDatabaseStays(String state) {
        var rolledBack = new RollbackException();
        rolledBack.initCause(new SQLException("", state));

        assertThat(Setback.behind(new SQLException("", state))).isEmpty();
        assertThat(Setback.behind(rolledBack)).isEmpty();
    }

    @Test
    void aPoolWithoutAConnectionIsADatabaseThatIsAway() {
        assertThat(Setback.behind(new SQLException("Acquisition timeout while waiting for new connection")))
                .contains(Setback.DATABASE_AWAY);
    }

    @Test
    void aLostRaceCanBeRunAgain() {
        assertThat(Setback.behind(new OptimisticLockException())).contains(Setback.CONTENTION);
    }

    @Test
    void aRollbackWithoutAReasonIsItsOwnKind() {
        assertThat(Setback.behind(new IllegalStateException(new RollbackException())))
                .contains(Setback.ROLLED_BACK);
    }

    @Test
    void ourOwnMistakesAreNoSetbacks() {
        assertThat(Setback.behind(new IllegalArgumentException("a bug"))).isEmpty();
    }
}
