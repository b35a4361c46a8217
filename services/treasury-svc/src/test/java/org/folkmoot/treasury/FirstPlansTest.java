// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How accounts are found while there are no statistics of their table: in the first minute of a community, and after a
 * backup was restored. A temporary table has none before they are asked for.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class FirstPlansTest {
    private static final String ACCOUNTS = """
            insert into account (community, name, asset, kind, state, debits_posted, credits_posted, debits_pending,
                credits_pending, opened_at)
            select repeat('a', 64), 'member/' || place, 'SKR', 'member', 'open', 0, 0, 0, 0, now()
            from generate_series(1, %d) as place""";

    @Inject
    AgroalDataSource database;

    @ParameterizedTest
    @ValueSource(ints = {300, 3_000, 30_000})
    void oneIsFoundByItsKey(int accounts) throws SQLException {
        assertThat(plan(accounts, "community = repeat('a', 64) and name = 'member/7' and asset = 'SKR'"))
                .contains("Index Scan using account_pkey");
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 3_000, 30_000})
    void thoseOfAnAssetAreFoundByTheirIndex(int accounts) throws SQLException {
        assertThat(plan(
                        accounts,
                        "community || ' ' || asset = repeat('a', 64) || ' SKR' and no > 7 order by no limit 9"))
                .containsPattern("Index Scan (using|on) account_\\w*no_idx");
    }

    private String plan(int accounts, String where) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create temporary table account (like account including all) on commit drop");
            statement.execute(ACCOUNTS.formatted(accounts));
            var lines = new ArrayList<String>();
            try (var rows = statement.executeQuery("explain select no from account where " + where)) {
                while (rows.next()) lines.add(rows.getString(1));
            }
            connection.rollback();
            return String.join("\n", lines);
        }
    }
}
