// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.badday;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks into the services' tables, which no member can. */
record Books(String jdbc) {

    /** The first column of every row. */
    List<String> texts(String select, String... parameters) {
        try (var connection = DriverManager.getConnection(jdbc);
                var statement = connection.prepareStatement(select)) {
            for (var i = 0; i < parameters.length; i++) statement.setString(i + 1, parameters[i]);
            var texts = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException failure) {
            throw new AssertionError(select, failure);
        }
    }

    long number(String select) {
        return Long.parseLong(texts(select).getFirst());
    }
}
