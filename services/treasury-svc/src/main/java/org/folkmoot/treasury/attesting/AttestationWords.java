// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.attesting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.StrictJson;

/** Reads what members say about things, and puts together those who say the same. */
final class AttestationWords {
    private final Sql sql;

    AttestationWords(Sql sql) {
        this.sql = sql;
    }

    private record Word(Hash attestation, Map<String, String> parts, AttestationView.Attester by) {}

    /** The same rows with what members say now. */
    List<AttestationStore.Listed> with(List<AttestationStore.Listed> rows) {
        if (rows.isEmpty()) return rows;
        var all = sql
                .all("""
                        select attestation, parts, member, act, at from attester
                        where attestation = any (?) and not corrected order by number""", AttestationWords::word, (Object) Sql.hashes(
                        rows.stream().map(row -> row.view().attestation()).toList()))
                .stream()
                .collect(Collectors.groupingBy(Word::attestation));
        return rows.stream()
                .map(row -> new AttestationStore.Listed(
                        row.number(),
                        row.view().with(alike(all.getOrDefault(row.view().attestation(), List.of())))))
                .toList();
    }

    /** What is said, in the order in which it was said first. */
    private static List<AttestationView.Version> alike(List<Word> words) {
        var by = new LinkedHashMap<Map<String, String>, List<AttestationView.Attester>>();
        words.forEach(
                word -> by.computeIfAbsent(word.parts(), _ -> new ArrayList<>()).add(word.by()));
        return by.entrySet().stream()
                .map(version -> new AttestationView.Version(version.getKey(), version.getValue()))
                .toList();
    }

    private static Word word(ResultSet row) throws SQLException {
        return new Word(
                new Hash(row.getBytes(1)),
                parts(row.getString(2)),
                new AttestationView.Attester(
                        new Hash(row.getBytes(3)), new Hash(row.getBytes(4)), Sql.instant(row, 5)));
    }

    static AttestationStore.Listed row(ResultSet row) throws SQLException {
        return new AttestationStore.Listed(
                row.getLong(11),
                new AttestationView(
                        new Hash(row.getBytes(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Optional.ofNullable(row.getString(5))
                                .map(AttestationWords::parts)
                                .orElse(Map.of()),
                        row.getString(6),
                        List.of(),
                        List.of(),
                        Optional.ofNullable(row.getBytes(7)).map(Hash::new),
                        Optional.ofNullable(row.getString(8)),
                        Optional.ofNullable(row.getString(9)),
                        row.getObject(10) == null ? Optional.empty() : Optional.of(Sql.instant(row, 10))));
    }

    static Map<String, String> parts(String json) {
        var parts = new LinkedHashMap<String, String>();
        if (StrictJson.parse(json.getBytes(UTF_8)) instanceof Json.Obj said)
            said.members().forEach((name, value) -> {
                if (value instanceof Json.Str(String text)) parts.put(name, text);
            });
        return parts;
    }
}
