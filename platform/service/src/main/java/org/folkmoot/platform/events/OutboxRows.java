// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.data.Sql;

/** The rows of the outbox as messages. */
@ApplicationScoped
class OutboxRows {
    // Both limits keep the transaction short, and the bytes fit into the client's memory.
    private static final int MOST_ROWS = 500;
    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final int MOST_BYTES_A_CHARACTER = 3;

    private final Sql sql;
    private final String service;

    OutboxRows(AgroalDataSource database, @ConfigProperty(name = "folkmoot.service") String service) {
        this.sql = new Sql(database);
        this.service = service;
    }

    Load load() {
        var rows = sql.all(
                """
                select id, event, type, subject, told_at, payload
                from (select head.*, sum(octet_length(payload)) over (order by id) - octet_length(payload) as before
                      from (select * from outbox order by id limit ?) as head) as counted
                where before < ? order by id""",
                row -> new Told(
                        row.getLong(1),
                        new Message(
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getString(4),
                                Sql.instant(row, 5),
                                row.getString(6))),
                MOST_ROWS,
                MOST_BYTES);
        if (rows.isEmpty()) return Load.EMPTY;
        return new Load(
                rows.stream()
                        .map(row -> row.message().on(Topics.of(service), service))
                        .toList(),
                () -> sql.update("delete from outbox where id = any(?)", (Object)
                        rows.stream().map(Told::id).toArray(Long[]::new)),
                rest(rows));
    }

    /** Nothing, if surely no limit was met; whoever comes later nudges. */
    private static Load.Rest rest(List<Told> rows) {
        long characters =
                rows.stream().mapToLong(row -> row.message().json().length()).sum();
        return rows.size() < MOST_ROWS && MOST_BYTES_A_CHARACTER * characters < MOST_BYTES
                ? Load.Rest.NOTHING
                : Load.Rest.MORE;
    }

    private record Told(long id, Message message) {}
}
