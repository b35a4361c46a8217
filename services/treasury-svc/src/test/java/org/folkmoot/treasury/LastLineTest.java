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
import org.junit.jupiter.api.Test;
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
            asset_kind_check               | update asset set kind = 'gold' where code = 'SKR'
            asset_check                    | update asset set line = 5 where code = 'SKR'
            """)
    void aBadChangeIsRefused(String reason, String change) {
        refused(reason, change + " and community = ?", town.community().hex());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            is never changed or removed | update transfer set amount = 1
            is never changed or removed | delete from transfer
            is never changed or removed | update block set first_entry = 99
            is never changed or removed | delete from block
            """)
    void whatHappenedIsNotChanged(String reason, String change) {
        refused(
                reason,
                change + " where ledger = (select no from ledger where community = ?)",
                town.community().hex());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            transfer_amount_check     | 'decided' | 1    | 2    | 0    | 1    | 0    | null
            transfer_outcome          | 'decided' | 1    | 2    | 1    | null | null | null
            transfer_outcome          | 'decided' | 1    | 2    | null | 1    | 0    | null
            transfer_outcome          | 'decided' | 1    | null | 1    | 1    | 0    | null
            transfer_outcome          | 'decided' | 1    | 2    | 1    | 1    | 0    | 'asset-unknown'
            transfer_outcome          | 'decided' | null | null | null | null | null | 'asset-unknown'
            transfer_moves            | 'decided' | 1    | 1    | 1    | 1    | 0    | null
            transfer_code_check       | 'a gift'  | 1    | 2    | 1    | 1    | 0    | null
            """)
    void aBadLineIsRefused(
            String reason,
            String code,
            String debit,
            String credit,
            String amount,
            String block,
            String line,
            String refusal) {
        var row = "insert into transfer (ledger, id, leg, code, debit, credit, amount, cause, memo, at, block, line,"
                + " refusal, detail) select no, sha256('a'), 0, %s, %s, %s, %s, sha256('b'), '', now(), %s, %s, %s, %s"
                + " from ledger where community = ?";

        refused(
                reason,
                row.formatted(code, debit, credit, amount, block, line, refusal, refusal),
                town.community().hex());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            hold_settled     | 5  | 6 | 'held'
            hold_settled     | 5  | -1 | 'held'
            hold_amount_check | 0 | 0 | 'held'
            hold_state_check | 5  | 5 | 'gone'
            """)
    void aBadHoldIsRefused(String reason, String amount, String settled, String state) {
        refused(
                reason,
                "insert into hold (ledger, id, debit, credit, amount, settled, deadline, state) select l.no, sha256('h'),"
                        + " a.no, a.no, %s, %s, now(), %s from ledger l join account a using (community)"
                                .formatted(amount, settled, state)
                        + " where l.community = ? limit 1",
                town.community().hex());
    }

    @Test
    void noMoreIsReversedThanWasMoved() {
        refused("more would be reversed than was moved", """
                insert into transfer (ledger, id, leg, code, debit, credit, amount, cause, memo, at, block, line, move, parts,
                    reverses)
                select t.ledger, sha256('r'), 0, 'reversed', t.credit, t.debit, t.amount + 1, t.cause, '', now(), t.block, 9, 9,
                    '{}', t.id
                from transfer t join ledger l on l.no = t.ledger where l.community = ? and t.code = 'opening' limit 1""", town.community().hex());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            is never changed or removed | truncate transfer
            is never changed or removed | truncate block
            """)
    void theJournalCannotBeEmptied(String reason, String change) {
        refused(reason, change);
    }

    private void refused(String reason, String change, Object... parameters) {
        assertThatExceptionOfType(SqlFailure.class)
                .isThrownBy(() -> new Sql(database).update(change, parameters))
                .withMessageContaining(reason);
    }
}
