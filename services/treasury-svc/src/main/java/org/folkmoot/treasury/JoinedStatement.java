// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One statement of several parts, each with its values: one call to the database does what they all say. */
class JoinedStatement {
    private final List<@Nullable Object> values = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();
    private final Connection connection;

    JoinedStatement(Connection connection) {
        this.connection = connection;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Adds a part. */
    final void part(String sql) {
        parts.add(sql);
    }

    /** Adds the next value. */
    final void value(Object value) {
        values.add(value);
    }

    /** Adds the next value, an array. */
    final <T, R> void array(
            String type, Collection<T> items, Function<T, @Nullable R> part, IntFunction<@Nullable R[]> array)
            throws SQLException {
        var all = array.apply(items.size());
        int next = 0;
        for (var item : items) all[next++] = part.apply(item);
        values.add(connection.createArrayOf(type, all));
    }

    /** Runs it; the last part says what it answers. */
    final PreparedStatement run(String last) throws SQLException {
        var statement = connection.prepareStatement("with " + String.join(",\n", parts) + "\n" + last);
        try {
            for (int i = 0; i < values.size(); i++) statement.setObject(i + 1, values.get(i));
            statement.execute();
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }
}
