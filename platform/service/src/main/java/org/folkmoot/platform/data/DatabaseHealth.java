// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.data;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says whether the database answers and has the tables that the service expects. */
@Readiness
@ApplicationScoped
class DatabaseHealth implements HealthCheck {
    private static final int SECONDS = 2;

    private final Database database;
    private final AgroalDataSource connections;

    DatabaseHealth(Database database, AgroalDataSource connections) {
        this.database = database;
        this.connections = connections;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database")
                .status(database.ready() && answers())
                .build();
    }

    private boolean answers() {
        try (var connection = connections.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException _) {
            return false;
        }
    }
}
