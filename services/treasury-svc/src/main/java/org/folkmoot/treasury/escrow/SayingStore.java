// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;

/** What members signed about escrows: claims, attestations, and whom judges would give a bounty to. */
@ApplicationScoped
class SayingStore {
    static final String CLAIM = "claim";
    static final String ATTESTATION = "attestation";
    static final String AWARD = "award";

    private final Sql sql;

    SayingStore(DataSource database) {
        this.sql = new Sql(database);
    }

    /**
     * What a member signed.
     *
     * @param part the hash of the work, the number of the tranche, or the account that is to get it
     */
    record Saying(Hash escrow, String type, Hash actor, String part, Hash act, String memo, Instant at, long no) {}

    /** Writes it down, unless the same member has said the same before. */
    boolean insert(Hash community, Saying saying) {
        return sql.update(
                        """
                        insert into escrow_act (ledger, escrow, type, actor, part, act, memo, at)
                        select no, ?, ?, ?, ?, ?, ?, ? from ledger where community = ?
                        on conflict (ledger, escrow, type, actor, part) do nothing""",
                        saying.escrow.bytes(),
                        saying.type,
                        saying.actor.bytes(),
                        saying.part,
                        saying.act.bytes(),
                        saying.memo,
                        saying.at,
                        community.hex())
                == 1;
    }

    /** How many of those who said the same hold the role at the moment of this saying, and are members. */
    int count(Hash community, Saying saying, String role) {
        return sql.first(
                        """
                        select count(*) from escrow_act s join ledger l on l.no = s.ledger
                            join known_role r on r.community = ? and r.member = s.actor and r.role = ?
                                and r.valid_to is null and r.until > ?
                            join known_member m on m.community = ? and m.member = s.actor and m.valid_to is null
                        where l.community = ? and s.escrow = ? and s.type = ? and s.part = ?""",
                        row -> row.getInt(1),
                        community.bytes(),
                        role,
                        saying.at,
                        community.bytes(),
                        community.hex(),
                        saying.escrow.bytes(),
                        saying.type,
                        saying.part)
                .orElse(0);
    }

    /** Whether this member ever said anything of that type about the escrow. */
    boolean has(Hash community, Hash escrow, String type, Hash actor) {
        return sql.first("""
                        select 1 from escrow_act s join ledger l on l.no = s.ledger
                        where l.community = ? and s.escrow = ? and s.type = ? and s.actor = ? limit 1""", _ -> true, community.hex(), escrow.bytes(), type, actor.bytes())
                .orElse(false);
    }

    /** What was said about one escrow, the latest first. */
    List<Saying> page(Hash community, Hash escrow, long before, int limit) {
        return sql.all("""
                select s.escrow, s.type, s.actor, s.part, s.act, s.memo, s.at, s.no
                from escrow_act s join ledger l on l.no = s.ledger
                where l.community = ? and s.escrow = ? and s.no < ? order by s.no desc limit ?""", SayingStore::saying, community.hex(), escrow.bytes(), before, limit);
    }

    private static Saying saying(ResultSet row) throws SQLException {
        return new Saying(
                new Hash(row.getBytes(1)),
                row.getString(2),
                new Hash(row.getBytes(3)),
                row.getString(4),
                new Hash(row.getBytes(5)),
                row.getString(6),
                Sql.instant(row, 7),
                row.getLong(8));
    }
}
