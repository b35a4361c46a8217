// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.EventJson;
import org.folkmoot.contracts.EventType;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;

/**
 * The enactments that wait for their community or for what their proposal is, in plain SQL, because they only come and go.
 */
@ApplicationScoped
class EarlyEnactments {
    private static final EventType TYPE =
            EventType.named("proposals.enactment-due.v1").orElseThrow();

    private final Sql sql;

    EarlyEnactments(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    /** Until the transaction ends, nobody else looks whether the community is known or takes what waits for it. */
    void lock(Hash community) {
        sql.all("select pg_advisory_xact_lock(hashtextextended(?, 0))", _ -> true, community.hex());
    }

    /** Keeps an enactment, unless it is kept already. */
    void keep(EnactmentDueV1 due) {
        var kept = sql.all(
                "select event from early_enactment where enactment = ?",
                row -> read(row.getString(1)),
                due.enactment());
        if (kept.stream().anyMatch(earlier -> !earlier.action().equals(due.action())))
            throw new EnactmentForged("enactment " + due.enactment() + " waits with another action");
        if (kept.isEmpty())
            sql.update(
                    "insert into early_enactment (enactment, community, proposal, event) values (?, ?, ?, ?)",
                    due.enactment(),
                    due.community(),
                    due.proposal(),
                    new String(EventJson.write(due), UTF_8));
    }

    /** Hands out what waited for a community, in the order of arrival, and forgets it. */
    List<EnactmentDueV1> take(Hash community) {
        lock(community);
        var waiting = sql.all(
                "select event from early_enactment where community = ? order by arrival",
                row -> read(row.getString(1)),
                community.hex());
        sql.update("delete from early_enactment where community = ?", community.hex());
        return waiting;
    }

    /** Hands out what waited for a proposal's submission, in the order of arrival, and forgets it. */
    List<EnactmentDueV1> take(Hash community, Hash proposal) {
        lock(community);
        var waiting = sql.all(
                "select event from early_enactment where community = ? and proposal = ? order by arrival",
                row -> read(row.getString(1)),
                community.hex(),
                proposal.hex());
        sql.update("delete from early_enactment where community = ? and proposal = ?", community.hex(), proposal.hex());
        return waiting;
    }

    private static EnactmentDueV1 read(String event) {
        return (EnactmentDueV1) EventJson.read(TYPE, event.getBytes(UTF_8));
    }
}
