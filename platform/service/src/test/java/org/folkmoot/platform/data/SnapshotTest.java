// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class SnapshotTest {
    private static final String LENGTH = "select count(*) from relay_position where stream like 'snapshot%'";

    @Inject
    AgroalDataSource database;

    @Test
    void whatIsReadInPartsFitsTogetherAndNothingIsChanged() {
        var sql = new Sql(database);
        QuarkusTransaction.requiringNew().run(() -> {
            sql.snapshot();
            long before = count(sql);
            QuarkusTransaction.requiringNew().run(() -> add(sql, "snapshot one"));

            assertThat(count(sql)).isEqualTo(before);
        });
        assertThat(QuarkusTransaction.requiringNew().call(() -> count(sql))).isEqualTo(1);

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    sql.snapshot();
                    add(sql, "snapshot two");
                }))
                .hasStackTraceContaining("read-only transaction");
        // The connection goes back as it was.
        QuarkusTransaction.requiringNew().run(() -> add(sql, "snapshot three"));
    }

    private static long count(Sql sql) {
        return sql.first(LENGTH, row -> row.getLong(1)).orElseThrow();
    }

    private static void add(Sql sql, String stream) {
        sql.update("insert into relay_position (stream, position) values (?, 1)", stream);
    }
}
