// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.attesting;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.platform.acts.Accepted;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.treasury.domain.Attested;
import org.folkmoot.treasury.domain.Witnesses;

/** What members attested, in plain SQL. */
@ApplicationScoped
class AttestationStore {
    private static final String COLUMNS =
            "select id, kind, asset, reference, parts, state, transfer, reason, detail, ended_at, number from attestation ";

    private final Sql sql;
    private final AttestationWords words;

    AttestationStore(AgroalDataSource database) {
        this.sql = new Sql(database);
        this.words = new AttestationWords(sql);
    }

    /** A row with its place in lists. */
    record Listed(long number, AttestationView view) {}

    /** Who hold a role at a moment and are members; offices are few. */
    @Transactional(TxType.MANDATORY)
    Set<Hash> holders(Hash community, String role, Instant now) {
        return new HashSet<>(sql.all("""
                select r.member from known_role r
                where r.community = ? and r.role = ? and r.valid_to is null and r.until > ? and exists (
                    select 1 from known_member m
                    where m.community = r.community and m.member = r.member and m.valid_to is null)""", row -> new Hash(row.getBytes(1)), community.bytes(), role, now));
    }

    /** Keeps what is said about a thing for the caller's transaction; what happened, if enough members said so before. */
    @Transactional(TxType.MANDATORY)
    Optional<Map<String, String>> lock(Hash community, Attested said) {
        var id = said.id(community);
        sql.update("""
                insert into attestation (id, community, kind, asset, reference, state)
                values (?, ?, ?, ?, ?, 'open') on conflict (id) do nothing""", id.bytes(), community.hex(), said.kind().word(), said.asset(), said.reference());
        return sql.first(
                        "select parts from attestation where id = ? for update",
                        row -> Optional.ofNullable(row.getString(1)).map(AttestationWords::parts),
                        id.bytes())
                .orElseThrow();
    }

    /** What each member says about it now. */
    @Transactional(TxType.MANDATORY)
    Witnesses witnesses(Hash id) {
        return new Witnesses(sql
                .all(
                        "select member, parts from attester where attestation = ? and not corrected",
                        row -> Map.entry(new Hash(row.getBytes(1)), AttestationWords.parts(row.getString(2))),
                        id.bytes())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Notes what a member says now. What the same member said before stays, and counts no more. */
    @Transactional(TxType.MANDATORY)
    void add(Hash id, Attested said, Accepted accepted) {
        var member = accepted.act().actor().bytes();
        sql.update(
                "update attester set corrected = true where attestation = ? and member = ? and not corrected",
                id.bytes(),
                member);
        sql.update(
                "insert into attester (attestation, member, act, at, parts, corrected) values (?, ?, ?, ?, ?, false)",
                id.bytes(),
                member,
                accepted.id().bytes(),
                accepted.at(),
                written(said));
    }

    @Transactional(TxType.MANDATORY)
    void done(Hash community, Attested said, Optional<Hash> transfer, Instant at) {
        sql.update(
                "update attestation set state = 'done', parts = ?, transfer = ?, ended_at = ? where id = ?",
                written(said),
                transfer.map(Hash::bytes),
                at,
                said.id(community).bytes());
    }

    @Transactional(TxType.MANDATORY)
    void refused(Hash community, Attested said, String reason, String detail, Instant at) {
        sql.update(
                "update attestation set state = 'refused', parts = ?, reason = ?, detail = ?, ended_at = ? where id = ?",
                written(said),
                reason,
                detail,
                at,
                said.id(community).bytes());
    }

    private static String written(Attested said) {
        return Json.object(new LinkedHashMap<String, Object>(said.parts())).canonicalText();
    }

    @Transactional(TxType.SUPPORTS)
    Optional<AttestationView> one(Hash community, Hash id) {
        return words
                .with(sql.all(
                        COLUMNS + "where id = ? and community = ?", AttestationWords::row, id.bytes(), community.hex()))
                .stream()
                .map(Listed::view)
                .findFirst();
    }

    /** A page, the latest first. */
    @Transactional(TxType.SUPPORTS)
    List<Listed> page(Hash community, boolean open, long before, int limit) {
        return words.with(sql.all(
                COLUMNS + "where community = ? and number < ? " + (open ? "and state = 'open' " : "")
                        + "order by number desc limit ?",
                AttestationWords::row,
                community.hex(),
                before,
                limit));
    }
}
