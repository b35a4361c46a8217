// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.acts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.record.SignedAct;

/** The acts that this service accepted, as they came, and the highest seq of each actor. */
@ApplicationScoped
public class ActStore {
    private final Sql sql;

    ActStore(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    /** The act with this hash, if this service accepted it. */
    @Transactional(TxType.SUPPORTS)
    public Optional<Envelope> envelope(Hash act) {
        return sql.first(
                "select payload, suite, signature from accepted_act where act = ?",
                row -> new Envelope(row.getBytes(1), row.getString(2), row.getBytes(3)),
                act.bytes());
    }

    /** An act of this service with when it was accepted, for whoever wants to check it later. */
    @Transactional(TxType.SUPPORTS)
    public Optional<KeptAct> kept(Hash act) {
        return sql.first(
                "select act, accepted_at, payload, suite, signature from accepted_act where act = ?",
                ActStore::kept,
                act.bytes());
    }

    /** Reads the columns act, accepted_at, payload, suite and signature. */
    public static KeptAct kept(ResultSet row) throws SQLException {
        var envelope = new Envelope(row.getBytes(3), row.getString(4), row.getBytes(5));
        return new KeptAct(new Hash(row.getBytes(1)), Sql.instant(row, 2), new String(envelope.json(), UTF_8));
    }

    void insert(SignedAct signed, Instant now) {
        var act = signed.act();
        var id = signed.id();
        // The keys refuse, not a look beforehand: two copies that arrive together cannot both be new.
        int fresh = sql.update(
                """
                insert into accepted_act (act, community, actor, seq, type, payload, suite, signature, accepted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (act) do nothing""",
                id.bytes(),
                act.community().bytes(),
                act.actor().bytes(),
                act.seq(),
                act.type(),
                signed.envelope().payload(),
                signed.envelope().suite(),
                signed.envelope().signature(),
                now);
        if (fresh == 0) throw new ActRefused(new ActRefusal.ActDuplicate(id, acceptedAt(id)));
        int raised = sql.update("""
                insert into actor_seq as known (community, actor, seq) values (?, ?, ?)
                on conflict (community, actor) do update set seq = excluded.seq where known.seq < excluded.seq""", act.community().bytes(), act.actor().bytes(), act.seq());
        if (raised == 0)
            throw new ActRefused(new ActRefusal.SeqReplayed(act.seq(), lastSeq(act.community(), act.actor())));
    }

    private Instant acceptedAt(Hash act) {
        return sql.first("select accepted_at from accepted_act where act = ?", row -> Sql.instant(row, 1), act.bytes())
                .orElseThrow();
    }

    private long lastSeq(Hash community, Hash actor) {
        return sql.first(
                        "select seq from actor_seq where community = ? and actor = ?",
                        row -> row.getLong(1),
                        community.bytes(),
                        actor.bytes())
                .orElseThrow();
    }
}
