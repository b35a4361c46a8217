// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;

/**
 * The constitution that a ledger goes by: the one that its accounts were last made to fit. Reading one is slow, so some are
 * kept ready.
 */
@ApplicationScoped
public class Rules {
    private static final int KEPT = 64;

    private final Map<Hash, Constitution> ready = new ConcurrentHashMap<>();
    private final Sql sql;

    Rules(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Makes a constitution the one that the ledger goes by. */
    @Transactional(TxType.MANDATORY)
    public void put(Hash community, Constitution constitution) {
        sql.update("""
                insert into ledger_rules (ledger, hash, document) select no, ?, ? from ledger where community = ?
                on conflict (ledger) do update set hash = excluded.hash, document = excluded.document""", constitution.hash().bytes(), constitution.json().canonicalText(), community.hex());
    }

    /** The constitution that a ledger goes by, if anybody said. */
    @Transactional(TxType.SUPPORTS)
    public Optional<Constitution> of(Hash community) {
        return sql.first(
                        "select r.hash from ledger_rules r join ledger l on l.no = r.ledger where l.community = ?",
                        row -> new Hash(row.getBytes(1)),
                        community.hex())
                .flatMap(hash -> Optional.ofNullable(ready.get(hash)).or(() -> read(community)));
    }

    private Optional<Constitution> read(Hash community) {
        var read = sql.first(
                "select r.document from ledger_rules r join ledger l on l.no = r.ledger where l.community = ?",
                row -> Constitution.read(row.getString(1).getBytes(UTF_8)),
                community.hex());
        if (ready.size() >= KEPT) ready.clear();
        read.ifPresent(constitution -> ready.put(constitution.hash(), constitution));
        return read;
    }
}
