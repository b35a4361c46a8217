// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.relaying;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.folkmoot.contracts.BallotsCastV1;
import org.folkmoot.contracts.CastEntry;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.events.NumberedTable;
import org.folkmoot.record.Hash;

/** Tells the others about accepted ballots. A poll is a stream, and a ballot's number is its position in it. */
@ApplicationScoped
class BallotRelay implements NumberedTable {
    private static final int READ = 2_000;
    private static final int MOST_BALLOTS = 500;
    private static final int MOST_CHARACTERS = 800_000;
    private static final int BESIDES = 300; // hash, time and names

    // The largest number is looked up in an index, whatever the planner believes about the size of the table.
    private static final String LAST = "coalesce((select max(number) from ballot where poll_no = no), 0)";
    private static final String TOLD =
            "coalesce((select position from relay_position where stream = encode(poll, 'hex')), 0)";

    private static final String UNTOLD = """
            select number, act, payload, suite, signature, accepted_at from ballot
            where poll_no = (select no from poll where poll = ?) and number > ? order by number limit ?""";

    private final Sql sql;

    BallotRelay(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public String topic() {
        return Topics.BALLOTS;
    }

    @Override
    public Collection<String> streams() {
        // A poll that has ended and is told completely need not be looked at ever again.
        sql.update("update poll set told = true where not told and state in ('closed', 'cancelled') and " + LAST + " = "
                + TOLD);
        return sql.all(
                "select encode(poll, 'hex') from poll where not told and state <> 'waiting' and " + LAST + " > " + TOLD
                        + " order by no",
                row -> row.getString(1));
    }

    @Override
    public List<Chunk> next(String stream, long after) {
        var read = read(stream, after);
        if (read.isEmpty()) return List.of();
        var chunks = new ArrayList<Chunk>();
        var entries = new ArrayList<CastEntry>();
        var community = community(stream);
        int size = 0;
        for (var entry : read) {
            int more = entry.payload().length() + entry.signature().length() + BESIDES;
            if (entries.size() == MOST_BALLOTS || size + more > MOST_CHARACTERS) {
                chunks.add(chunk(community, stream, entries));
                entries.clear();
                size = 0;
            }
            entries.add(entry);
            size += more;
        }
        chunks.add(chunk(community, stream, entries));
        return chunks;
    }

    private List<CastEntry> read(String stream, long after) {
        return sql.all(UNTOLD, BallotRelay::entry, Hash.parse(stream).bytes(), after, READ);
    }

    private String community(String stream) {
        return sql.first("select encode(community, 'hex') from poll where poll = ?", row -> row.getString(1), (Object)
                        Hash.parse(stream).bytes())
                .orElseThrow();
    }

    private static CastEntry entry(ResultSet row) throws SQLException {
        var base64 = Base64.getEncoder();
        return new CastEntry(
                row.getLong(1),
                new Hash(row.getBytes(2)).hex(),
                base64.encodeToString(row.getBytes(3)),
                row.getString(4),
                base64.encodeToString(row.getBytes(5)),
                Sql.instant(row, 6));
    }

    private static Chunk chunk(String community, String poll, List<CastEntry> entries) {
        long last = entries.getLast().number();
        var event = new BallotsCastV1(community, poll, entries.getFirst().number(), last, entries);
        return new Chunk(event, last);
    }
}
