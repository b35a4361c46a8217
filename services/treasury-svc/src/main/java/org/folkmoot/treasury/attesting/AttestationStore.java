// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.attesting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.StrictJson;
import org.folkmoot.treasury.domain.Attested;
import org.folkmoot.treasury.domain.Witnesses;

/** What members attested, in plain SQL. */
@ApplicationScoped
class AttestationStore {
    private static final String COLUMNS =
            "select id, kind, asset, reference, parts, state, transfer, reason, detail, ended_at, number from attestation ";

    private final Sql sql;

    AttestationStore(AgroalDataSource database) {
        this.sql = new Sql(database);
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

    /** What was said about a thing so far, which is kept for the caller's transaction; what is said now, if nothing was. */
    @Transactional(TxType.MANDATORY)
    Witnesses lock(Hash community, Attested said) {
        var id = said.id(community);
        sql.update(
                """
                insert into attestation (id, community, kind, asset, reference, parts, state)
                values (?, ?, ?, ?, ?, ?, 'open') on conflict (id) do nothing""",
                id.bytes(),
                community.hex(),
                said.kind().word(),
                said.asset(),
                said.reference(),
                Json.object(new LinkedHashMap<String, Object>(said.parts())).canonicalText());
        var parts = sql.first(
                        "select parts from attestation where id = ? for update",
                        row -> parts(row.getString(1)),
                        id.bytes())
                .orElseThrow();
        // In the order in which they are compared, which JSON does not keep.
        var ordered = new LinkedHashMap<String, String>();
        for (var name : said.parts().keySet()) ordered.put(name, parts.getOrDefault(name, ""));
        return new Witnesses(ordered, Set.copyOf(members(id)));
    }

    private List<Hash> members(Hash id) {
        return sql.all(
                "select member from attester where attestation = ?", row -> new Hash(row.getBytes(1)), id.bytes());
    }

    @Transactional(TxType.MANDATORY)
    boolean isOpen(Hash id) {
        return sql.first("select 1 from attestation where id = ? and state = 'open'", _ -> true, id.bytes())
                .isPresent();
    }

    /** Notes that a member said it; only the first time counts. */
    @Transactional(TxType.MANDATORY)
    void add(Hash id, Hash member, Hash act, Instant at) {
        sql.update("""
                insert into attester (attestation, member, act, at) values (?, ?, ?, ?)
                on conflict (attestation, member) do nothing""", id.bytes(), member.bytes(), act.bytes(), at);
    }

    @Transactional(TxType.MANDATORY)
    void done(Hash id, Optional<Hash> transfer, Instant at) {
        sql.update(
                "update attestation set state = 'done', transfer = ?, ended_at = ? where id = ?",
                transfer.map(Hash::bytes),
                at,
                id.bytes());
    }

    @Transactional(TxType.MANDATORY)
    void refused(Hash id, String reason, String detail, Instant at) {
        sql.update(
                "update attestation set state = 'refused', reason = ?, detail = ?, ended_at = ? where id = ?",
                reason,
                detail,
                at,
                id.bytes());
    }

    @Transactional(TxType.SUPPORTS)
    Optional<AttestationView> one(Hash community, Hash id) {
        return with(sql.all(
                        COLUMNS + "where id = ? and community = ?", AttestationStore::row, id.bytes(), community.hex()))
                .stream()
                .map(Listed::view)
                .findFirst();
    }

    /** The thing about which this act was, if the act was taken before. */
    @Transactional(TxType.SUPPORTS)
    Optional<AttestationView> byAct(Hash community, Hash act) {
        return sql.first(
                        "select attestation from attester where act = ?", row -> new Hash(row.getBytes(1)), act.bytes())
                .flatMap(id -> one(community, id));
    }

    /** A page, the latest first. */
    @Transactional(TxType.SUPPORTS)
    List<Listed> page(Hash community, boolean open, long before, int limit) {
        return with(sql.all(
                COLUMNS + "where community = ? and number < ? " + (open ? "and state = 'open' " : "")
                        + "order by number desc limit ?",
                AttestationStore::row,
                community.hex(),
                before,
                limit));
    }

    private List<Listed> with(List<Listed> rows) {
        if (rows.isEmpty()) return rows;
        var by = sql
                .all(
                        """
                        select attestation, member, act, at from attester where attestation = any(?)
                        order by attestation, at, member""",
                        row -> Map.entry(
                                new Hash(row.getBytes(1)),
                                new AttestationView.Attester(
                                        new Hash(row.getBytes(2)), new Hash(row.getBytes(3)), Sql.instant(row, 4))),
                        (Object) rows.stream()
                                .map(row -> row.view().attestation().bytes())
                                .toArray(byte[][]::new))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        var all = new ArrayList<Listed>();
        for (var row : rows) {
            var view = row.view();
            all.add(new Listed(
                    row.number(),
                    new AttestationView(
                            view.attestation(),
                            view.kind(),
                            view.asset(),
                            view.reference(),
                            view.said(),
                            view.state(),
                            by.getOrDefault(view.attestation(), List.of()),
                            view.transfer(),
                            view.reason(),
                            view.detail(),
                            view.endedAt())));
        }
        return all;
    }

    private static Listed row(ResultSet row) throws SQLException {
        return new Listed(
                row.getLong(11),
                new AttestationView(
                        new Hash(row.getBytes(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        parts(row.getString(5)),
                        row.getString(6),
                        List.of(),
                        Optional.ofNullable(row.getBytes(7)).map(Hash::new),
                        Optional.ofNullable(row.getString(8)),
                        Optional.ofNullable(row.getString(9)),
                        row.getObject(10) == null ? Optional.empty() : Optional.of(Sql.instant(row, 10))));
    }

    private static Map<String, String> parts(String json) {
        var parts = new LinkedHashMap<String, String>();
        if (StrictJson.parse(json.getBytes(UTF_8)) instanceof Json.Obj said)
            said.members().forEach((name, value) -> {
                if (value instanceof Json.Str(String text)) parts.put(name, text);
            });
        return parts;
    }
}
