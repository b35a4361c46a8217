// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.recovering;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;

/** The tables of guardians and recoveries. Whoever writes holds the community's lock. */
@ApplicationScoped
class RecoveryStore {
    private static final String RECOVERY = """
            select recovery, community, member, started_by, started_at, keys, state,
                (select count(*) from recovery_approval approval where approval.recovery = recovery.recovery), due_at
            from recovery where\s""";

    private final Sql sql;

    RecoveryStore(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    /** The guardians whom a member has at a moment. */
    Optional<Guardianship> guardians(Hash community, Hash member, Instant at) {
        return sql.first(
                """
                select guardians, threshold, delay_seconds from guardianship
                where community = ? and member = ? and effective_at <= ? order by effective_at desc, act limit 1""",
                row -> new Guardianship(
                        Arrays.stream((byte[][]) row.getArray(1).getArray())
                                .map(Hash::new)
                                .toList(),
                        row.getInt(2),
                        Duration.ofSeconds(row.getLong(3))),
                community.bytes(),
                member.bytes(),
                at);
    }

    void name(Hash community, Hash member, Guardianship named, Instant effectiveAt, Hash act) {
        sql.update(
                """
                insert into guardianship (community, member, guardians, threshold, delay_seconds, effective_at, act)
                values (?, ?, ?, ?, ?, ?, ?)""",
                community.bytes(),
                member.bytes(),
                Sql.hashes(named.guardians()),
                named.threshold(),
                named.delay().toSeconds(),
                effectiveAt,
                act.bytes());
    }

    Optional<Recovery> find(Hash recovery) {
        return sql.first(RECOVERY + "recovery = ?", RecoveryStore::read, recovery.bytes());
    }

    /** False if this guardian has started one for that member, which is still open. */
    boolean start(Hash recovery, Hash community, Hash member, Hash guardian, Instant at, List<PublicKey> keys) {
        return sql.update(
                        """
                        insert into recovery (recovery, community, member, started_by, started_at, keys, state)
                        values (?, ?, ?, ?, ?, ?, 'open') on conflict do nothing""",
                        recovery.bytes(),
                        community.bytes(),
                        member.bytes(),
                        guardian.bytes(),
                        at,
                        keys.stream().map(PublicKey::bytes).toArray(byte[][]::new))
                == 1;
    }

    /** False if this guardian agreed before. */
    boolean approve(Hash recovery, Hash guardian, Instant at, Hash act) {
        return sql.update("""
                        insert into recovery_approval (recovery, guardian, approved_at, act) values (?, ?, ?, ?)
                        on conflict do nothing""", recovery.bytes(), guardian.bytes(), at, act.bytes()) == 1;
    }

    /** How many of these guardians agreed. */
    int agreed(Hash recovery, List<Hash> guardians) {
        return sql.first(
                        "select count(*) from recovery_approval where recovery = ? and guardian = any(?)",
                        row -> row.getInt(1),
                        recovery.bytes(),
                        Sql.hashes(guardians))
                .orElseThrow();
    }

    void due(Hash recovery, Instant approvedAt, Instant dueAt) {
        sql.update(
                "update recovery set approved_at = ?, due_at = ? where recovery = ?",
                approvedAt,
                dueAt,
                recovery.bytes());
    }

    void end(Hash recovery, Recovery.State state) {
        sql.update(
                "update recovery set state = ? where recovery = ? and state = 'open'",
                state.name().toLowerCase(Locale.ROOT),
                recovery.bytes());
    }

    /** Ends all other attempts for the same member. */
    void supersede(Recovery done) {
        sql.update(
                """
                update recovery set state = 'superseded'
                where community = ? and member = ? and state = 'open' and recovery <> ?""", done.community().bytes(), done.member().bytes(), done.id().bytes());
    }

    /** Looks at a recovery again later, so that one that cannot be finished does not hold up the others. */
    void postpone(Hash recovery, Instant dueAt) {
        sql.update("update recovery set due_at = ? where recovery = ?", dueAt, recovery.bytes());
    }

    List<Recovery> due(Instant now, int limit) {
        return sql.all(
                RECOVERY + "state = 'open' and due_at <= ? order by due_at limit ?", RecoveryStore::read, now, limit);
    }

    private static Recovery read(ResultSet row) throws SQLException {
        return new Recovery(
                new Hash(row.getBytes(1)),
                new Hash(row.getBytes(2)),
                new Hash(row.getBytes(3)),
                new Hash(row.getBytes(4)),
                Sql.instant(row, 5),
                Arrays.stream((byte[][]) row.getArray(6).getArray())
                        .map(PublicKey::new)
                        .toList(),
                Recovery.State.valueOf(row.getString(7).toUpperCase(Locale.ROOT)),
                row.getInt(8),
                row.getObject(9) == null ? Optional.empty() : Optional.of(Sql.instant(row, 9)));
    }
}
