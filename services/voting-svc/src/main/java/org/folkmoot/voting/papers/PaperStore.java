// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.papers;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.StrictJson;
import org.folkmoot.voting.BallotLock;
import org.folkmoot.voting.domain.Paper;

/** What officers entered, and the ballots that came of it. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class PaperStore {
    private static final String COLUMNS = "no, act, officer, ballots, entered_at, confirmed_by, confirmed_at";

    /** Ballots that an officer entered, and who confirmed them. */
    record Entry(
            long no,
            Hash act,
            Hash officer,
            Paper paper,
            Instant enteredAt,
            Optional<Hash> confirmedBy,
            Optional<Instant> confirmedAt) {}

    /** A ballot as it is counted. */
    record Slip(Hash member, Json choice, BigInteger power, byte[] payload) {}

    private final Sql sql;

    PaperStore(DataSource database) {
        this.sql = new Sql(database);
    }

    void add(long pollNo, Hash act, Hash officer, Paper paper, Instant at) {
        sql.update(
                "insert into paper_entry (poll_no, act, officer, ballots, entered_at) values (?, ?, ?, ?, ?)",
                pollNo,
                act.bytes(),
                officer.bytes(),
                paper.text(),
                at);
    }

    /** An entry of a poll, whose row is held until the transaction ends. */
    Optional<Entry> lock(long pollNo, Hash act) {
        return sql.first(
                "select " + COLUMNS + " from paper_entry where poll_no = ? and act = ? for update",
                PaperStore::entry,
                pollNo,
                act.bytes());
    }

    /** An entry of a poll. */
    @Transactional(TxType.SUPPORTS)
    public Optional<Entry> find(long pollNo, Hash act) {
        return sql.first(
                "select " + COLUMNS + " from paper_entry where poll_no = ? and act = ?",
                PaperStore::entry,
                pollNo,
                act.bytes());
    }

    @Transactional(TxType.SUPPORTS)
    public List<Entry> page(long pollNo, long after, int limit) {
        return sql.all(
                "select " + COLUMNS + " from paper_entry where poll_no = ? and no > ? order by no limit ?",
                PaperStore::entry,
                pollNo,
                after,
                limit);
    }

    void confirm(long no, Hash officer, Instant at) {
        sql.update("update paper_entry set confirmed_by = ?, confirmed_at = ? where no = ?", officer.bytes(), at, no);
    }

    /** Locks out batches of ballots, which take this lock before any row. */
    void lockBallots() {
        sql.first("select pg_advisory_xact_lock(?)", _ -> true, BallotLock.KEY);
    }

    /** Locks out the closing of a poll, and says how it stands. */
    Optional<String> lockState(long pollNo) {
        return sql.first("select state from poll where no = ? for share", row -> row.getString(1), pollNo);
    }

    /** Those of some members who have a ballot in a poll. */
    List<Hash> voted(long pollNo, Collection<Hash> members) {
        return sql.all(
                "select distinct member from ballot where poll_no = ? and member = any (?) order by member",
                row -> new Hash(row.getBytes(1)),
                pollNo,
                Sql.hashes(members));
    }

    /** The number of a poll's last ballot; 0 if there is none. */
    long last(long pollNo) {
        return sql.first("select coalesce(max(number), 0) from ballot where poll_no = ?", row -> row.getLong(1), pollNo)
                .orElseThrow();
    }

    /** Adds ballots behind the last one. Their members may still vote themselves, so each is counted with care from now on. */
    void insert(long pollNo, long last, List<Slip> slips, Hash confirmed, Instant now) {
        sql.update(
                """
                insert into ballot
                    (poll_no, number, member, seq, act, choice, power, suite, signature, payload, accepted_at)
                select ?, ? + place, member, -1, act, choice, power, ?, ?, payload, ?::timestamptz
                from unnest(?, ?, ?, ?::text[]::numeric[], ?) with ordinality
                    as slip (member, act, choice, power, payload, place)""",
                pollNo,
                last,
                Paper.SUITE,
                confirmed.bytes(),
                now,
                Sql.hashes(slips.stream().map(Slip::member).toList()),
                Sql.hashes(slips.stream().map(slip -> Hash.of(slip.payload())).toList()),
                texts(slips, slip -> slip.choice().canonicalText()),
                texts(slips, slip -> slip.power().toString()),
                slips.stream().map(Slip::payload).toArray(byte[][]::new));
        sql.update(
                "insert into revoter (poll_no, member) select ?, * from unnest(?) on conflict do nothing",
                pollNo,
                Sql.hashes(slips.stream().map(Slip::member).toList()));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var ballots = (Json.Arr) StrictJson.parse(row.getString(4).getBytes(UTF_8));
        var by = row.getBytes(6);
        return new Entry(
                row.getLong(1),
                new Hash(row.getBytes(2)),
                new Hash(row.getBytes(3)),
                Paper.read(ballots),
                Sql.instant(row, 5),
                Optional.ofNullable(by).map(Hash::new),
                by == null ? Optional.empty() : Optional.of(Sql.instant(row, 7)));
    }

    private static String[] texts(List<Slip> slips, Function<Slip, String> part) {
        return slips.stream().map(part).toArray(String[]::new);
    }
}
