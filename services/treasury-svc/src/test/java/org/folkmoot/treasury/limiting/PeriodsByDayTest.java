// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.limiting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Objects;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was spent before periods were known by their first day is still spent in the period that is under way. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PeriodsByDayTest {
    @Inject
    AgroalDataSource database;

    @ParameterizedTest
    @CsvSource({
        "Europe/Oslo, 2026-10-31T23:00:00Z, 2026-11-01",
        "Europe/Oslo, 2026-06-30T22:00:00Z, 2026-07-01",
        "UTC, 2026-11-01T00:00:00Z, 2026-11-01",
        "America/Los_Angeles, 2026-11-01T07:00:00Z, 2026-11-01",
        "Pacific/Kiritimati, 2026-10-31T10:00:00Z, 2026-11-01",
        "Etc/GMT+12, 2026-11-01T12:00:00Z, 2026-11-01",
        // Midnight is left out there: the day begins an hour later.
        "America/Havana, 2026-03-08T05:00:00Z, 2026-03-08",
        "Nowhere/Known, 2026-10-31T23:00:00Z, 2026-11-01",
        "Nowhere/Known, 2026-11-01T08:00:00Z, 2026-11-01"
    })
    @TestTransaction
    void aPeriodHasTheFirstDayThatItHasInItsZone(String zone, String start, String day) throws IOException {
        before("{\"treasury\":{\"zone\":\"" + zone + "\"}}");
        spent(start, 500);

        migrate();

        assertThat(spentOn(day)).isEqualTo(500);
    }

    @Test
    @TestTransaction
    void whatWasSpentByTwoZonesOfOnePeriodIsOne() throws IOException {
        before("{\"treasury\":{}}");
        spent("2026-11-01T00:00:00Z", 500);
        spent("2026-11-01T01:00:00Z", 20);

        migrate();

        assertThat(spentOn("2026-11-01")).isEqualTo(520);
    }

    /** The tables as they were, in a place of their own that goes with the transaction. */
    private void before(String document) {
        sql().update("create schema before");
        sql().update("set local search_path to before");
        sql().update(
                        "create table ledger_rules (ledger bigint primary key, hash bytea not null, document text not null)");
        sql().update("""
                create table spent_in_period (ledger bigint not null, limited text not null, subject text not null,
                    period timestamptz not null, spent numeric(38, 0) not null, primary key (ledger, limited, subject, period))""");
        sql().update("insert into ledger_rules values (7, '', ?)", document);
    }

    private void spent(String start, long amount) {
        sql().update("insert into spent_in_period values (7, 'a limit', '', ?::timestamptz, ?)", start, amount);
    }

    private void migrate() throws IOException {
        try (var script = Objects.requireNonNull(
                PeriodsByDayTest.class.getResourceAsStream("/db/migration/V9_20__periods_by_their_first_day.sql"))) {
            sql().update(new String(script.readAllBytes(), UTF_8));
        }
    }

    private long spentOn(String day) {
        return sql().first("select spent from spent_in_period where first_day = ?::date", row -> Sql.whole(row, 1), day)
                .map(BigInteger::longValueExact)
                .orElse(0L);
    }

    private Sql sql() {
        return new Sql(database);
    }
}
