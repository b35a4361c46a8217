// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.Test;

/** However many escrows rest, the others have their turn. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class RestingEscrowsTest {
    private static final Instant LONG_AGO = Instant.parse("1970-01-01T00:00:00Z");
    private static final Hash COMMUNITY = Hash.parse("0d".repeat(32));
    private static final Hash FIRST = Hash.parse("01".repeat(32));
    private static final Hash SECOND = Hash.parse("02".repeat(32));

    @Inject
    AgroalDataSource database;

    @Inject
    EscrowStore escrows;

    @Test
    @TestTransaction
    void whatRestsTakesNobodysPlace() {
        insert(FIRST, LONG_AGO);
        insert(SECOND, LONG_AGO.plusSeconds(1));

        assertThat(due()).containsExactly(FIRST);
        assertThat(due(FIRST)).containsExactly(SECOND);
        assertThat(due(SECOND, FIRST)).isEmpty();
    }

    private List<Hash> due(Hash... resting) {
        return escrows.due(LONG_AGO.plusSeconds(9), 1, Sql.hashes(List.of(resting))).stream()
                .map(EscrowStore.Due::escrow)
                .toList();
    }

    private void insert(Hash id, Instant due) {
        var sql = new Sql(database);
        sql.update("insert into ledger (community) values (?) on conflict do nothing", COMMUNITY.hex());
        sql.update("""
                insert into escrow (ledger, id, kind, debit, asset, amount, terms, released, returned, state, paused_nanos,
                    tranches, made_at, latest, due)
                select no, ?, 'bounty', 'treasury', 'SKR', 1, '', 0, 0, 'open', 0, '', ?, ?, ? from ledger where community = ?""", id.bytes(), LONG_AGO, LONG_AGO, due, COMMUNITY.hex());
    }
}
