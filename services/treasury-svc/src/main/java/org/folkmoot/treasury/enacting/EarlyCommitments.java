// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.folkmoot.contracts.EventJson;
import org.folkmoot.contracts.EventType;
import org.folkmoot.contracts.ProposalsEvent;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;

/** What was said about commitments and waits for its community, in plain SQL, because it only comes and goes. */
@ApplicationScoped
class EarlyCommitments {
    private final Sql sql;

    EarlyCommitments(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    /** Keeps what was said, unless it is kept already. */
    void keep(String community, String commitment, ProposalsEvent event) {
        sql.update("""
                insert into early_commitment (commitment, type, community, event) values (?, ?, ?, ?)
                on conflict (commitment, type) do nothing""", commitment, EventType.of(event).name(), community, new String(EventJson.write(event), UTF_8));
    }

    /** Hands out what waited, in the order of arrival, and forgets it. */
    List<ProposalsEvent> take(Hash community) {
        var waiting = sql.all(
                "select type, event from early_commitment where community = ? order by arrival",
                row -> (ProposalsEvent) EventJson.read(
                        EventType.named(row.getString(1)).orElseThrow(),
                        row.getString(2).getBytes(UTF_8)),
                community.hex());
        sql.update("delete from early_commitment where community = ?", community.hex());
        return waiting;
    }
}
