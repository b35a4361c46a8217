// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.depositing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.folkmoot.contracts.EventJson;
import org.folkmoot.contracts.EventType;
import org.folkmoot.contracts.ProposalsEvent;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;

/** What was said about deposits and waits for its community, in plain SQL, because it only comes and goes. */
@ApplicationScoped
class EarlyDeposits {
    private final Sql sql;

    EarlyDeposits(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    /** Until the transaction ends, nobody else looks whether the community is known or takes what waits for it. */
    void lock(Hash community) {
        sql.all("select pg_advisory_xact_lock(hashtextextended(?, 0))", _ -> true, community.hex());
    }

    /** Keeps what was said, unless it is kept already. */
    void keep(Hash community, String deposit, ProposalsEvent event) {
        sql.update(
                """
                insert into early_deposit (deposit, type, community, event) values (?, ?, ?, ?)
                on conflict (deposit, type) do nothing""", deposit, EventType.of(event).name(), community.hex(), new String(EventJson.write(event), UTF_8));
    }

    /** Hands out what waited, in the order of arrival, and forgets it. */
    List<ProposalsEvent> take(Hash community) {
        lock(community);
        var waiting = sql.all(
                "select type, event from early_deposit where community = ? order by arrival",
                EarlyDeposits::read,
                community.hex());
        sql.update("delete from early_deposit where community = ?", community.hex());
        return waiting;
    }

    private static ProposalsEvent read(ResultSet row) throws SQLException {
        var type = EventType.named(row.getString(1)).orElseThrow();
        return (ProposalsEvent) EventJson.read(type, row.getString(2).getBytes(UTF_8));
    }
}
