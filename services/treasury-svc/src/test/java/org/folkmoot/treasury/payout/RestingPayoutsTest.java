// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.payout;

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

/** However many payments rest, the others have their turn. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class RestingPayoutsTest {
    private static final Instant LONG_AGO = Instant.parse("1970-01-01T00:00:00Z");
    private static final Hash COMMUNITY = Hash.parse("0c".repeat(32));
    private static final Hash FIRST = Hash.parse("01".repeat(32));
    private static final Hash SECOND = Hash.parse("02".repeat(32));

    @Inject
    AgroalDataSource database;

    @Inject
    PayoutStore payouts;

    @Test
    @TestTransaction
    void whatIsOverAndRestsTakesNobodysPlace() {
        insert(FIRST, LONG_AGO, "'ordered', null, null");
        insert(SECOND, LONG_AGO.plusSeconds(1), "'ordered', null, null");

        expectDue();
    }

    @Test
    @TestTransaction
    void whatIsToBeGivenBackAndRestsTakesNobodysPlace() {
        insert(FIRST, LONG_AGO, "'expired', now(), '1970-01-01T00:00:00Z'");
        insert(SECOND, LONG_AGO, "'expired', now(), '1970-01-01T00:00:01Z'");

        expectDue();
    }

    private void expectDue() {
        var now = LONG_AGO.plusSeconds(9);
        assertThat(payouts.due(now, 1, Sql.hashes(List.of()))).containsExactly(FIRST);
        assertThat(payouts.due(now, 1, Sql.hashes(List.of(FIRST)))).containsExactly(SECOND);
        assertThat(payouts.due(now, 1, Sql.hashes(List.of(SECOND, FIRST)))).isEmpty();
    }

    private void insert(Hash id, Instant deadline, String ending) {
        var sql = new Sql(database);
        sql.update("insert into ledger (community) values (?) on conflict do nothing", COMMUNITY.hex());
        sql.update("""
                insert into payout (id, community, proposal, debit, asset, amount, receiver, bank, memo, ordered_at, deadline,
                    state, ended_at, again_at)
                values (?, ?, ?, 'treasury', 'SKR', 1, '', '', '', ?, ?, %s)""".formatted(ending), id.bytes(), COMMUNITY.hex(), id.bytes(), LONG_AGO, deadline);
    }
}
