// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.testkit.Backends;
import org.folkmoot.treasury.reading.ShowLedgerPage;
import org.junit.jupiter.api.Test;

/** The page of a ledger has all of it in one piece, and costs the same however long the journal is. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class LedgerPageTest {
    @Inject
    AgroalDataSource database;

    @Inject
    TestClock clock;

    @Inject
    ShowLedgerPage showLedgerPage;

    @Test
    void itShowsWhoHasWhat() {
        var place = EscrowTown.found(database, clock);
        place.decide(place.grant());
        place.decide(place.bounty(1));
        Decision.in(place.town()).enact(1, Decision.transfer("treasury", place.account(EscrowTown.BEA), "40.00"));

        place.town()
                .get("/ledger")
                .statusCode(200)
                .body("assets.asset", contains("HOURS", "SKR"))
                .body("assets[1].issued", equalTo("1200.00"))
                .body("assets[1].cap", equalTo("1500.00"))
                .body("assets[1].own", equalTo("1050.00"))
                .body("assets[1].kept", equalTo("110.00"))
                .body("assets[1].members", equalTo("40.00"))
                .body("transfers[0].to", equalTo(place.account(EscrowTown.BEA)))
                .body("transfers[0].amount", equalTo("40.00"))
                .body("escrows.kind", contains("bounty", "grant"))
                .body("escrows.count", contains(1, 1))
                .body("escrows.left", contains("50.00", "60.00"));
        place.audit();
    }

    @Test
    void itsNewestBlockIsTheHeadOfTheJournal() {
        var town = Town.found();
        Decision.in(town).enact(1, Decision.transfer("treasury", "harbour", "1.00"));

        var head = new Sql(database)
                .first(
                        "select encode(head, 'hex'), last_block from ledger where community = ?",
                        row -> List.of(row.getString(1), row.getInt(2)),
                        town.community().hex())
                .orElseThrow();

        town.get("/ledger").body("blocks[0].head", equalTo(head.get(0))).body("blocks[0].number", equalTo(head.get(1)));
    }

    @Test
    void itHasANewNameWhenSomethingChanged() {
        var place = EscrowTown.found(database, clock);
        var stream = place.decide(place.stream("10.00"));
        var tag = tag(place.town());

        unchanged(place.town(), tag).statusCode(304).header("ETag", equalTo(tag));
        assertThat(tag(place.town())).isEqualTo(tag);
        place.outcome("treasury.pause", java.util.Map.of("escrow", stream));
        var paused = tag(place.town());
        assertThat(paused).isNotEqualTo(tag);
        unchanged(place.town(), tag).statusCode(200).body("escrows[0].state", equalTo("paused"));
        Decision.in(place.town()).enact(1, Decision.transfer("treasury", "harbour", "1.00"));
        assertThat(tag(place.town())).isNotEqualTo(paused);
    }

    @Test
    void whoeverMayNotReadTheRollDoesNotSeeWhichMemberItIs() {
        for (var roll : List.of("public", "pseudonymous", "members")) {
            var town = Town.found(Town.text() + "membership: { roll: " + roll + " }\n");
            Decision.in(town).enact(1, Decision.transfer("treasury", Town.member("Bea"), "1.00"));

            Town.await(() -> town.get("/ledger")
                    .body("transfers[0].to", equalTo(roll.equals("members") ? "member" : Town.member("Bea"))));
        }
    }

    @Test
    void itReadsNoMoreWhenTheJournalIsLonger() {
        var town = Town.found();
        transfer(town, 30);
        Town.await(() -> town.expectBalance("harbour", "30.00"));
        long before = read(town);
        transfer(town, 60);
        Town.await(() -> town.expectBalance("harbour", "90.00"));

        // A scan would read 60 more of each table.
        assertThat(read(town)).isLessThan(before + 30);
        town.get("/ledger")
                .body("transfers", hasSize(20))
                .body("blocks", hasSize(10))
                .body("transfers.amount", everyItem(in(List.of("1.00"))));
    }

    private static void transfer(Town town, int times) {
        for (int i = 0; i < times; i++)
            News.tell(Topics.PROPOSALS, Decision.in(town).due(1, Decision.transfer("treasury", "harbour", "1.00")));
    }

    /** How many rows of tables that grow with the journal it takes to put the page together. */
    private long read(Town town) {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                long soFar = rowsRead();
                showLedgerPage.handle(town.community());
                return rowsRead() - soFar;
            });
        } finally {
            context.terminate();
        }
    }

    /** What the connection has not reported yet; it may hold what the connection read for others before. */
    private long rowsRead() {
        return new Sql(database).first("""
                        select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) from pg_stat_xact_user_tables
                        where relname in ('transfer', 'block', 'hold', 'escrow', 'escrow_step', 'payout')""", row -> row.getLong(1)).orElseThrow();
    }

    private static String tag(Town town) {
        return town.get("/ledger").statusCode(200).extract().header("ETag");
    }

    private static io.restassured.response.ValidatableResponse unchanged(Town town, String tag) {
        return given().header("If-None-Match", tag)
                .get("/v1/communities/" + town.community() + "/ledger")
                .then();
    }
}
