// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.data;

import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;

/** A failure that is nobody's fault and passes: trying again later can succeed without any change. */
public enum Setback {
    /** The database does not answer, refuses connections, or lost this one. */
    DATABASE_AWAY,
    /** The database answered, but somebody else was in the way: a deadlock, a lock, a serialization failure. */
    CONTENTION,
    /** The transaction was rolled back and nobody says why; its time may have been over. */
    ROLLED_BACK;

    // SQLSTATE classes and codes as PostgreSQL documents them (appendix A).
    private static final Set<String> AWAY_CLASSES = Set.of("08", "53", "58");
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "57P05", "25006");
    private static final Set<String> CONTENTIOUS = Set.of("40001", "40P01", "55P03", "57014", "25P04");

    /** The setback behind a failure, if there is one anywhere among its causes. */
    public static Optional<Setback> behind(Throwable failure) {
        var rolledBack = Optional.<Setback>empty();
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) return ofSql(sql);
            if (cause instanceof OptimisticLockException) return Optional.of(CONTENTION);
            if (cause instanceof RollbackException) rolledBack = Optional.of(ROLLED_BACK);
        }
        return rolledBack;
    }

    /** Whether this is the setback behind a failure. */
    public boolean isBehind(Throwable failure) {
        return behind(failure).filter(this::equals).isPresent();
    }

    private static Optional<Setback> ofSql(SQLException failure) {
        var state = failure.getSQLState();
        // Without a state the pool speaks, not the server: it could not hand out a connection in time.
        if (state == null || state.length() != 5) return Optional.of(DATABASE_AWAY);
        if (AWAY.contains(state) || AWAY_CLASSES.contains(state.substring(0, 2))) return Optional.of(DATABASE_AWAY);
        if (CONTENTIOUS.contains(state)) return Optional.of(CONTENTION);
        return failure instanceof SQLTransientException || failure instanceof SQLRecoverableException
                ? Optional.of(DATABASE_AWAY)
                : Optional.empty();
    }
}
