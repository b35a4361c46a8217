// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import static java.util.stream.Collectors.toMap;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.folkmoot.platform.data.Sql;

/**
 * How far each partition was applied, kept beside what was applied. Kafka knows it, too, but not what of that a database has
 * that was restored from a backup.
 */
@ApplicationScoped
class IntakePositions {
    private static final String OLDER_THAN_THE_TABLE = "";

    private final Sql sql;

    IntakePositions(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    /**
     * Where each of these partitions of a topic goes on, as far as the database knows. One that it knows nothing of begins with
     * the first fact, unless the database is older than this knowledge: then it goes on where Kafka says.
     */
    @Transactional
    Map<Integer, Long> known(String topic, Map<Integer, Long> committed) {
        sql.update(
                """
                insert into intake_position (topic, partition, next_offset)
                select ?, heard.partition,
                    case when exists (select from intake_position where topic = ?) then heard.committed else 0 end
                from unnest(?, ?) as heard (partition, committed)
                on conflict do nothing""",
                topic,
                OLDER_THAN_THE_TABLE,
                partitions(committed),
                committed.values().toArray(Long[]::new));
        return sql
                .all(
                        "select partition, next_offset from intake_position where topic = ? and partition = any(?)",
                        row -> Map.entry(row.getInt(1), row.getLong(2)),
                        topic,
                        partitions(committed))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Notes where partitions of a topic go on, and the first message of each that was set aside. */
    @Transactional
    void note(String topic, Map<Integer, Long> next, Map<Integer, Long> dead) {
        sql.update(
                """
                insert into intake_position (topic, partition, next_offset, first_dead)
                select ?, heard.partition, heard.next_offset, nullif(heard.first_dead, -1)
                from unnest(?, ?, ?) as heard (partition, next_offset, first_dead)
                on conflict (topic, partition) do update set next_offset = excluded.next_offset,
                    first_dead = least(intake_position.first_dead, excluded.first_dead)""",
                topic,
                partitions(next),
                next.values().toArray(Long[]::new),
                next.keySet().stream()
                        .map(partition -> dead.getOrDefault(partition, -1L))
                        .toArray(Long[]::new));
    }

    private static Long[] partitions(Map<Integer, Long> offsets) {
        return offsets.keySet().stream().map(Integer::longValue).toArray(Long[]::new);
    }

    /** Of how many partitions of a topic something was set aside that nobody has had applied again. */
    @Transactional
    long dead(String topic) {
        return sql.first(
                        "select count(*) from intake_position where topic = ? and first_dead is not null",
                        row -> row.getLong(1),
                        topic)
                .orElse(0L);
    }
}
