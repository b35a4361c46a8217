// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.data;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Lets no migration wait long for a lock. Whoever comes after it waits behind it, so while it waits for one transaction of an
 * old replica, everybody does. It gives up instead, leaves nothing behind, and {@link Database} tries again.
 */
@ApplicationScoped
class MigrationLocks implements FlywayConfigurationCustomizer {
    private final Duration wait;

    MigrationLocks(@ConfigProperty(name = "folkmoot.migrations.lock-wait") Duration wait) {
        this.wait = wait;
    }

    /** How long others are left alone after a migration gave up: longer than it kept them waiting. */
    Duration pause() {
        return wait.multipliedBy(2);
    }

    @Override
    public void customize(FluentConfiguration migrations) {
        migrations.callbacks(new Waits(wait));
    }

    /** Says it within the migration's transaction, so that it ends with that and the connection is as it was. */
    private static final class Waits extends BaseCallback {
        private final Duration wait;

        Waits(Duration wait) {
            this.wait = wait;
        }

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE;
        }

        @Override
        public void handle(Event event, Context context) {
            limit(context.getConnection());
        }

        private void limit(Connection migration) {
            try (var statement = migration.prepareStatement("select set_config('lock_timeout', ?, true)")) {
                statement.setString(1, wait.toMillis() + "ms");
                statement.execute();
            } catch (SQLException e) {
                throw new SqlFailure(e);
            }
        }

        @Override
        public String getCallbackName() {
            return "migration locks";
        }
    }
}
