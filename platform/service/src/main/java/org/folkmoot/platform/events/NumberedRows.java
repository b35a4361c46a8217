// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.contracts.EventJson;
import org.folkmoot.contracts.EventType;
import org.folkmoot.platform.data.Sql;

/** The rows of the tables that are their own outbox as messages. */
@ApplicationScoped
class NumberedRows {
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final Sql sql;
    private final List<NumberedTable> tables;
    private final Clock clock;
    private final String service;

    NumberedRows(
            AgroalDataSource database,
            @All List<NumberedTable> tables,
            Clock clock,
            @ConfigProperty(name = "folkmoot.service") String service) {
        this.sql = new Sql(database);
        this.tables = tables;
        this.clock = clock;
        this.service = service;
    }

    /** The topics that these rows go to. */
    List<String> topics() {
        return tables.stream().map(NumberedTable::topic).toList();
    }

    Load load() {
        var messages = new ArrayList<ProducerRecord<String, byte[]>>();
        var reached = new HashMap<String, Long>();
        var rest = Load.Rest.NOTHING;
        long bytes = 0;
        for (var table : tables)
            for (var stream : table.streams()) {
                var chunks = table.next(stream, position(stream));
                if (chunks.size() > 1) rest = Load.Rest.MORE;
                for (var chunk : chunks) {
                    if (bytes > MOST_BYTES) break;
                    var message = message(chunk);
                    bytes += message.json().length();
                    messages.add(message.on(table.topic(), service));
                    reached.put(stream, chunk.position());
                }
            }
        return new Load(messages, () -> reached.forEach(this::advance), bytes > MOST_BYTES ? Load.Rest.MORE : rest);
    }

    private Message message(NumberedTable.Chunk chunk) {
        var json = EventJson.write(chunk.event());
        return new Message(
                UUID.nameUUIDFromBytes(json), // the same chunk has the same id however often it is sent
                EventType.of(chunk.event()).name(),
                chunk.event().subject(),
                clock.instant(),
                new String(json, StandardCharsets.UTF_8));
    }

    private long position(String stream) {
        return sql.first("select position from relay_position where stream = ?", row -> row.getLong(1), stream)
                .orElse(0L);
    }

    private void advance(String stream, long position) {
        sql.update("""
                insert into relay_position as known (stream, position) values (?, ?)
                on conflict (stream) do update set position = excluded.position
                where known.position < excluded.position""", stream, position);
    }
}
