// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.sample;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.folkmoot.contracts.BallotsCastV1;
import org.folkmoot.contracts.CastEntry;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.events.NumberedTable;

/** Numbers that are told as ballots, seven at a time. */
@ApplicationScoped
public class SampleTable implements NumberedTable {
    /** Where they are told, which is not where the sample tells all else. */
    public static final String TOPIC = "folkmoot.sample-numbers";

    private static final int CHUNK = 7;

    private final Sql sql;

    SampleTable(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    /** Writes numbers. */
    @Transactional
    public void insert(String stream, int from, int to) {
        for (int number = from; number <= to; number++)
            sql.update("insert into numbered (stream, number) values (?, ?)", stream, (long) number);
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Collection<String> streams() {
        return sql.all("select distinct stream from numbered", row -> row.getString(1));
    }

    @Override
    public List<Chunk> next(String stream, long after) {
        var numbers = sql.all(
                "select number from numbered where stream = ? and number > ? order by number limit 50",
                row -> row.getLong(1),
                stream,
                after);
        var chunks = new ArrayList<Chunk>();
        for (int i = 0; i < numbers.size(); i += CHUNK)
            chunks.add(chunk(stream, numbers.subList(i, Math.min(i + CHUNK, numbers.size()))));
        return chunks;
    }

    private static Chunk chunk(String stream, List<Long> numbers) {
        var ballots = numbers.stream()
                .map(number -> new CastEntry(
                        number,
                        Samples.hash("ballot " + number).hex(),
                        "e30=",
                        "ed25519",
                        "e30=",
                        Instant.parse("2026-11-20T10:00:00Z")))
                .toList();
        var event = new BallotsCastV1(
                Samples.hash("community").hex(),
                Samples.hash(stream).hex(),
                numbers.getFirst(),
                numbers.getLast(),
                ballots);
        return new Chunk(event, numbers.getLast());
    }
}
