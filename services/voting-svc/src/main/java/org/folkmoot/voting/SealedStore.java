// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.sealing.Point;
import org.folkmoot.sealing.SealedBallot;
import org.folkmoot.sealing.Shares;
import org.folkmoot.voting.domain.Seal;

/** Sealed ballots, the shares of trustees and what the ballots say. */
@ApplicationScoped
public class SealedStore {
    /** A sealed ballot that counts: the last one of its member. */
    public record Counting(long number, Hash member, SealedBallot ballot, BigInteger power) {}

    /** Shares of a trustee, and when they came. */
    public record Given(Shares shares, Instant at) {}

    /** What a ballot says, or why it says nothing. */
    public record Read(long number, Optional<String> choice, Optional<String> spoilt) {}

    private static final String COUNTING = """
            select number, member, choice, power from ballot
            where poll_no = ? and not exists (select from ballot as later where later.poll_no = ballot.poll_no
                and later.member = ballot.member and later.seq > ballot.seq)
            order by number""";

    private final Sql sql;

    SealedStore(DataSource database) {
        this.sql = new Sql(database);
    }

    /** The ballots of a closed poll that count, in the order of their numbers. */
    @Transactional(TxType.MANDATORY)
    public List<Counting> counting(long no) {
        return sql.all(COUNTING, SealedStore::counting, no);
    }

    /** Lets a poll wait for its trustees. */
    @Transactional(TxType.MANDATORY)
    public void begin(long no, Instant now) {
        sql.update(
                "update poll set unsealing_since = ?, asking_since = null where no = ? and unsealing_since is null",
                now,
                no);
    }

    /** What trustees gave, in the order in which it came. */
    @Transactional(TxType.SUPPORTS)
    public List<Given> given(long no) {
        return sql.all(
                "select trustee, points, proof, accepted_at from trustee_share where poll_no = ? order by accepted_at, trustee",
                SealedStore::given,
                no);
    }

    /** Says whether a trustee has given its shares. */
    @Transactional(TxType.SUPPORTS)
    public boolean hasGiven(long no, int trustee) {
        return sql.first("select from trustee_share where poll_no = ? and trustee = ?", _ -> true, no, trustee)
                .isPresent();
    }

    /** How many trustees gave theirs. */
    @Transactional(TxType.MANDATORY)
    public long givers(long no) {
        return sql.first("select count(*) from trustee_share where poll_no = ?", row -> row.getLong(1), no)
                .orElseThrow();
    }

    /** Takes the shares of a trustee; false if it has given some. */
    @Transactional(TxType.MANDATORY)
    public boolean add(long no, Shares shares, Instant now) {
        return sql.update("""
                        insert into trustee_share (poll_no, trustee, points, proof, accepted_at) values (?, ?, ?, ?, ?)
                        on conflict do nothing""", no, shares.trustee(), Point.join(shares.points()), shares.proof(), now) == 1;
    }

    /** Notes that there are enough shares. */
    @Transactional(TxType.MANDATORY)
    public void complete(long no, Instant now) {
        sql.update("update poll set unsealed_at = ? where no = ? and unsealed_at is null", now, no);
    }

    /** Writes down what the ballots say. */
    @Transactional(TxType.MANDATORY)
    public void open(long no, Collection<Read> read) {
        sql.update(
                "insert into opened_ballot (poll_no, number, choice, spoilt) select ?::bigint, * from unnest(?, ?, ?)",
                no,
                read.stream().map(Read::number).toArray(Long[]::new),
                texts(read, Read::choice),
                texts(read, Read::spoilt));
    }

    /** Gives what the ballots of these members say in a decided poll, without those that are spoilt. */
    @Transactional(TxType.SUPPORTS)
    public void opened(long no, Collection<Hash> members, BiConsumer<Hash, String> each) {
        sql.each(
                "select member, opened.choice from opened_ballot as opened join ballot using (poll_no, number)"
                        + " where poll_no = ? and member = any (?) and opened.choice is not null order by number",
                row -> Map.entry(new Hash(row.getBytes(1)), row.getString(2)),
                said -> each.accept(said.getKey(), said.getValue()),
                no,
                Sql.hashes(members));
    }

    private static Counting counting(ResultSet row) throws SQLException {
        return new Counting(row.getLong(1), new Hash(row.getBytes(2)), Seal.read(row.getString(3)), Sql.whole(row, 4));
    }

    private static Given given(ResultSet row) throws SQLException {
        return new Given(new Shares(row.getInt(1), Point.split(row.getBytes(2)), row.getBytes(3)), Sql.instant(row, 4));
    }

    private static String[] texts(Collection<Read> read, Function<Read, Optional<String>> part) {
        return read.stream().map(part).map(text -> text.orElse(null)).toArray(String[]::new);
    }
}
