// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.folkmoot.contracts.Event;
import org.folkmoot.contracts.EventJson;
import org.folkmoot.contracts.EventType;
import org.folkmoot.platform.data.Sql;

/**
 * Takes facts in the transaction that makes them true; the relay tells them to the other services after the commit. A
 * transaction that fails told nothing.
 *
 * <p>Facts about one aggregate keep the order in which they were added, provided that whoever adds one holds the
 * aggregate's row lock: the numbers here are given at the insert, not at the commit.
 */
@ApplicationScoped
public class Outbox {
    /** The most bytes that one event has as JSON. */
    public static final int MAX_EVENT_BYTES = 1024 * 1024;

    private final Sql sql;
    private final OutboxRelay relay;
    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;

    Outbox(AgroalDataSource database, OutboxRelay relay, TransactionSynchronizationRegistry transaction, Clock clock) {
        this.sql = new Sql(database);
        this.relay = relay;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Adds a fact to the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public void add(Event event) {
        addAll(List.of(event));
    }

    /** Adds facts to the caller's transaction, in their order and with one statement. */
    @Transactional(TxType.MANDATORY)
    public void addAll(Collection<? extends Event> events) {
        sql.update(
                """
                insert into outbox (event, type, subject, payload, told_at)
                select event::uuid, type, subject, payload, ? from unnest(?, ?, ?, ?) with ordinality
                    as told (event, type, subject, payload, place) order by place""",
                clock.instant(),
                events.stream().map(_ -> UUID.randomUUID().toString()).toArray(String[]::new),
                events.stream().map(event -> EventType.of(event).name()).toArray(String[]::new),
                events.stream().map(Event::subject).toArray(String[]::new),
                events.stream().map(Outbox::json).toArray(String[]::new));
        if (transaction.getResource(this) == null) {
            transaction.putResource(this, true);
            transaction.registerInterposedSynchronization(new Nudge());
        }
    }

    /**
     * Says that rows of a {@link NumberedTable} were committed, to be told within a while: what comes until then is told with
     * them, because a message costs as much as its first hundred rows.
     */
    public void wrote(Duration within) {
        relay.nudge(within);
    }

    private static String json(Event event) {
        var json = EventJson.write(event);
        if (json.length > MAX_EVENT_BYTES)
            throw new IllegalArgumentException(EventType.of(event).name() + " has " + json.length + " bytes");
        return new String(json, StandardCharsets.UTF_8);
    }

    private final class Nudge implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) relay.nudge(Duration.ZERO);
        }
    }
}
