// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
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
     * Where each of these partitions goes on, as far as the database knows. One that it knows nothing of begins with the first
     * fact, unless the database is older than this knowledge: then it goes on where Kafka says.
     */
    @Transactional
    Map<TopicPartition, Long> known(Map<TopicPartition, Long> committed) {
        boolean older = sql.first("select 1 from intake_position where topic = ?", _ -> true, OLDER_THAN_THE_TABLE)
                .isPresent();
        var known = new HashMap<TopicPartition, Long>();
        committed.forEach((partition, offset) -> {
            sql.update("""
                    insert into intake_position (topic, partition, next_offset) values (?, ?, ?)
                    on conflict do nothing""", partition.topic(), partition.partition(), older ? offset : 0L);
            known.put(
                    partition,
                    sql.first(
                                    "select next_offset from intake_position where topic = ? and partition = ?",
                                    row -> row.getLong(1),
                                    partition.topic(),
                                    partition.partition())
                            .orElseThrow());
        });
        return known;
    }

    /** Notes where partitions of a topic go on, and the first message of each that was set aside. */
    @Transactional
    void note(String topic, Map<Integer, Long> next, Map<Integer, Long> dead) {
        var partitions = next.keySet();
        sql.update(
                """
                insert into intake_position (topic, partition, next_offset, first_dead)
                select ?, heard.partition, heard.next_offset, nullif(heard.first_dead, -1)
                from unnest(?, ?, ?) as heard (partition, next_offset, first_dead)
                on conflict (topic, partition) do update set next_offset = excluded.next_offset,
                    first_dead = least(intake_position.first_dead, excluded.first_dead)""",
                topic,
                partitions.stream().map(Integer::longValue).toArray(Long[]::new),
                partitions.stream().map(next::get).toArray(Long[]::new),
                partitions.stream()
                        .map(partition -> dead.getOrDefault(partition, -1L))
                        .toArray(Long[]::new));
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
