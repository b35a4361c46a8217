// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.data;

import java.math.BigInteger;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.folkmoot.record.Hash;
import org.jspecify.annotations.Nullable;

/**
 * Plain SQL on the connection of the transaction that is under way.
 *
 * <p>Features use Panache. The outbox, the inbox, the acts and the memberships are written here instead, because they
 * are insert-only or bulk (arrays, {@code on conflict}, cursors over a million rows), where entities would only be in
 * the way. Both share one connection, because the pool gives every caller in a transaction the same one. A parameter that
 * may be missing is an {@code Optional}; empty, it is null in the database.
 */
public final class Sql {
    private static final int ROWS_AT_A_TIME = 10_000;

    private final DataSource database;

    /** Takes the pool. */
    public Sql(DataSource database) {
        this.database = database;
    }

    /** Turns a row into a value. */
    @FunctionalInterface
    public interface Row<T> {
        /** Reads the current row; it must not move on. */
        T read(ResultSet row) throws SQLException;
    }

    /** Lets a transaction see everything as of its first question: what is read in parts fits together. It may change nothing. */
    public void snapshot() {
        update("set transaction isolation level repeatable read, read only");
    }

    /** Changes rows and returns how many. */
    public int update(String sql, Object... parameters) {
        return with(sql, parameters, PreparedStatement::executeUpdate);
    }

    /** All rows. */
    public <T> List<T> all(String sql, Row<T> row, Object... parameters) {
        var found = new ArrayList<T>();
        each(sql, row, found::add, parameters);
        return found;
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(String sql, Row<T> row, Object... parameters) {
        return with(sql, parameters, statement -> {
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
            }
        });
    }

    /** Every row in turn; inside a transaction, only some thousand are in memory at a time. */
    public <T> void each(String sql, Row<T> row, Consumer<? super T> consumer, Object... parameters) {
        with(sql, parameters, statement -> {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) consumer.accept(row.read(rows));
                return 0;
            }
        });
    }

    /**
     * A question among several.
     *
     * @param consumer gets every row in turn
     */
    @SuppressWarnings("ArrayRecordComponent") // parameters, which nobody compares
    public record Question<T>(String sql, Row<T> row, Consumer<? super T> consumer, Object... parameters) {
        private void answer(ResultSet rows) throws SQLException {
            while (rows.next()) consumer.accept(row.read(rows));
        }
    }

    /**
     * Asks several questions in one round trip, in order: each sees what was committed when its turn came, so one that waits
     * for a lock may come first. All their rows are in memory.
     */
    public void ask(Question<?>... questions) {
        var sql = Stream.of(questions).map(Question::sql).collect(Collectors.joining(";"));
        var parameters = Stream.of(questions)
                .flatMap(question -> Stream.of(question.parameters()))
                .toArray();
        with(sql, parameters, statement -> {
            statement.execute();
            for (var question : questions) {
                try (var rows = statement.getResultSet()) {
                    question.answer(rows);
                }
                statement.getMoreResults();
            }
            return 0;
        });
    }

    /** A column that holds a moment. */
    public static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A column that holds a whole number of any size. */
    public static BigInteger whole(ResultSet row, int column) throws SQLException {
        return row.getBigDecimal(column).toBigIntegerExact();
    }

    /** Hashes as one parameter. */
    public static byte[][] hashes(Collection<Hash> hashes) {
        return hashes.stream().map(Hash::bytes).toArray(byte[][]::new);
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private <T> T with(String sql, Object[] parameters, Work<T> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            var arrays = new ArrayList<Array>();
            for (int i = 0; i < parameters.length; i++)
                statement.setObject(i + 1, converted(connection, parameters[i], arrays));
            var result = work.on(statement);
            for (var array : arrays) array.free();
            return result;
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private static @Nullable Object converted(Connection connection, Object parameter, List<Array> arrays)
            throws SQLException {
        return switch (parameter) {
            case Optional<?> maybe -> maybe.isPresent() ? converted(connection, maybe.get(), arrays) : null;
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case byte[][] many -> kept(connection.createArrayOf("bytea", many), arrays);
            case Long[] many -> kept(connection.createArrayOf("bigint", many), arrays);
            case String[] many -> kept(connection.createArrayOf("text", many), arrays);
            case Instant[] many -> kept(connection.createArrayOf("timestamptz", texts(many)), arrays);
            default -> parameter;
        };
    }

    private static Array kept(Array array, List<Array> arrays) {
        arrays.add(array);
        return array;
    }

    private static String[] texts(Instant[] many) {
        var texts = new String[many.length];
        for (int i = 0; i < many.length; i++) texts[i] = many[i].toString();
        return texts;
    }
}
