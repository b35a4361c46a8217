// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.data.SqlFailure;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the database refuses, whoever asks: the last line behind the rules in the code. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class LastLineTest {
    @Inject
    AgroalDataSource database;

    private Town town = Town.planned();

    @BeforeEach
    void found() {
        town = Town.found();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            account_floor                  | update account set debits_posted = credits_posted + 1 where name = 'treasury'
            account_floor                  | update account set debits_pending = credits_posted + 1 where name = 'treasury'
            account_floor                  | update account set floor = 1 where name = 'harbour'
            account_floor                  | update account set debits_posted = 150001 where name = 'issuance/SKR'
            account_ceiling                | update account set ceiling = 99999 where name = 'treasury'
            account_ceiling                | update account set ceiling = 100000, credits_pending = 1 where name = 'treasury'
            account_debits_posted_check    | update account set debits_posted = -1 where name = 'harbour'
            account_credits_posted_check   | update account set credits_posted = -1, floor = -9 where name = 'harbour'
            account_debits_pending_check   | update account set debits_pending = -1 where name = 'harbour'
            account_credits_pending_check  | update account set credits_pending = -1 where name = 'harbour'
            account_kind_check             | update account set kind = 'private' where name = 'harbour'
            account_state_check            | update account set state = 'ajar' where name = 'harbour'
            account_community_asset_fkey   | update account set asset = 'EUR' where name = 'harbour'
            numeric field overflow         | update account set credits_posted = 1e38 where name = 'harbour'
            ledger_last_entry_check        | update ledger set last_entry = -1 where true
            asset_cap_check                | update asset set cap = -1 where code = 'SKR'
            asset_scale_check              | update asset set scale = 19 where code = 'SKR'
            is never changed or removed    | update transfer set amount = 1 where true
            is never changed or removed    | delete from transfer where true
            """)
    void aBadChangeIsRefused(String reason, String change) {
        refused(reason, change + " and community = ?", town.community().hex());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            transfer_amount_check     | 'decided' | 'a' | 'b' | 1    | 9    | 0    | null
            transfer_entry_check      | 'decided' | 'a' | 'b' | 1    | 0    | 1    | null
            transfer_entry_once       | 'decided' | 'a' | 'b' | 1    | 1    | 1    | null
            transfer_outcome          | 'decided' | 'a' | 'b' | 1    | null | 1    | null
            transfer_outcome          | 'decided' | 'a' | 'b' | 1    | 9    | null | null
            transfer_outcome          | 'decided' | 'a' | 'b' | 1    | 9    | 1    | 'asset-unknown'
            transfer_outcome          | 'decided' | 'a' | 'b' | 1    | null | null | null
            transfer_moves            | 'decided' | 'a' | 'a' | 1    | 9    | 1    | null
            transfer_code_check       | 'gift'    | 'a' | 'b' | 1    | 9    | 1    | null
            """)
    void aBadLineIsRefused(
            String reason,
            String code,
            String debit,
            String credit,
            String asked,
            String entry,
            String amount,
            String refusal) {
        var line =
                "insert into transfer (community, id, code, debit, credit, asset, asked, cause, memo, at, entry, amount,"
                        + " refusal, detail) values (?, repeat('a', 64), %s, %s, %s, 'SKR', '%s', repeat('b', 64), '', now(), %s, %s,"
                        + " %s, %s)";

        refused(
                reason,
                line.formatted(code, debit, credit, asked, entry, amount, refusal, refusal),
                town.community().hex());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = "is never changed or removed | truncate transfer")
    void theJournalCannotBeEmptied(String reason, String change) {
        refused(reason, change);
    }

    private void refused(String reason, String change, Object... parameters) {
        assertThatExceptionOfType(SqlFailure.class)
                .isThrownBy(() -> new Sql(database).update(change, parameters))
                .withMessageContaining(reason);
    }
}
