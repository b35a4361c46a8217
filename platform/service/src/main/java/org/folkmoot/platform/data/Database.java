// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.data;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.SchemaValidationException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/**
 * Brings the schema up to date and then says that the service may begin.
 *
 * <p>Flyway and Hibernate can do this themselves while the service starts, but then a service whose database is away
 * dies at once. This one stays up, answers 503, and begins when the database returns, or when a lock that a migration needs
 * is free ({@link MigrationLocks}). A schema that does not fit is
 * another matter: waiting cannot help, so the service stops and says why.
 */
@ApplicationScoped
public class Database {
    private static final Logger LOG = Logger.getLogger(Database.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Flyway flyway;
    private final MigrationLocks locks;
    private final Instance<EntityManagerFactory> entities;
    private final Event<DatabaseReady> begin;
    private final Outage outage = new Outage(LOG, "The service");
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile Duration pause = BETWEEN_TRIES;
    private volatile boolean ready;

    Database(Flyway flyway, MigrationLocks locks, Instance<EntityManagerFactory> entities, Event<DatabaseReady> begin) {
        this.flyway = flyway;
        this.locks = locks;
        this.entities = entities;
        this.begin = begin;
    }

    /** Whether the schema is as the service expects it. */
    public boolean ready() {
        return ready;
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent start) {
        if (!tryToBegin()) Thread.ofPlatform().daemon().name("database-wait").start(this::keepTrying);
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping.countDown();
    }

    private void keepTrying() {
        try {
            while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) if (tryToBegin()) return;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("The service cannot begin with this database, and stops", e);
            Quarkus.asyncExit(1);
        }
    }

    private boolean tryToBegin() {
        try {
            flyway.migrate();
            if (entities.isResolvable()) validate();
        } catch (FlywayException | PersistenceException e) {
            var setback = Setback.behind(e);
            if (setback.isEmpty()) throw e;
            pause = setback.get() == Setback.CONTENTION ? locks.pause() : BETWEEN_TRIES;
            outage.began(e);
            return false;
        }
        outage.ended();
        begin.fire(new DatabaseReady());
        ready = true;
        return true;
    }

    private void validate() {
        try {
            entities.get().getSchemaManager().validate();
        } catch (SchemaValidationException e) {
            throw new IllegalStateException("the tables are not what the rows expect: " + e.getMessage(), e);
        }
    }
}
