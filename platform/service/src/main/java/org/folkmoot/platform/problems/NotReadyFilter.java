// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.problems;

import jakarta.ws.rs.core.Response;
import org.folkmoot.platform.data.Database;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Turns requests away until the database has the tables that the service expects. */
public class NotReadyFilter {
    private final Database database;

    NotReadyFilter(Database database) {
        this.database = database;
    }

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public @Nullable Response check() {
        return database.ready() ? null : ProblemMappers.databaseUnavailable();
    }
}
