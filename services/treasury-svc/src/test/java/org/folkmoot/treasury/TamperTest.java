// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.record.JournalCheck;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Case 24 of docs/ledger-proof.md: whoever owns the tables switches the guards off and changes what happened. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class TamperTest {
    private static final String OF =
            " and %s = (select b.no from block b join ledger l on l.no = b.ledger where b.number = %d and community = ?)";

    @Inject
    AgroalDataSource database;

    private Town town = Town.planned();
    private JournalCheck.Found kept = new JournalCheck.Found(0, Hash.ZERO, Optional.empty());

    /** Three opening balances and three transfers: six blocks. */
    @BeforeEach
    void moveSomething() {
        town = Town.found();
        for (var amount : List.of("1.00", "2.00", "3.00"))
            Decision.in(town).enact(1, Decision.transfer("treasury", "harbour", amount));
        kept = check();
        assertThat(kept.blocks()).isEqualTo(6);
        assertThat(kept.fault()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            update transfer set amount = amount + 1 where true  | 5 | block 5: its root is not that of its lines
            update transfer set memo = 'Ropes' where true       | 4 | block 4: its root is not that of its lines
            update transfer set credit = debit, debit = credit where true | 6 | block 6: its root is not that of its lines
            delete from transfer where true                     | 4 | block 4: its number is 5
            update transfer set at = at + interval '1 s' where true | 5 | block 5: its root is not that of its lines
            """)
    void case24AChangedOrRemovedLineIsFoundAtItsBlock(String change, int block, String fault) {
        tamper(change + OF.formatted("block", block));

        assertThat(check().fault()).contains(fault);
    }

    @Test
    void case24TwoLinesThatChangedPlacesAreFoundAtTheFirst() {
        var mine = " and ledger = (select no from ledger where community = ?)";

        tamper("update transfer set line = 99 where block = " + key(4) + mine);
        tamper("update transfer set block = " + key(4) + " where block = " + key(6) + mine);
        tamper("update transfer set block = " + key(6) + ", line = 0 where line = 99" + mine);

        assertThat(check().fault()).contains("block 4: its root is not that of its lines");
    }

    @Test
    void case24AForgedRootIsFoundAtTheHead() {
        tamper("update block set root = sha256('x') where number = 5"
                + " and ledger = (select no from ledger where community = ?)");

        assertThat(check().fault()).contains("block 5: its root is not that of its lines");
    }

    /** The rest is a journal like any other: only whoever kept a head can know that there was more. */
    @Test
    void case24ATruncatedTailIsFoundAgainstAHeadThatWasKept() {
        tamper("delete from transfer where true" + OF.formatted("block", 6));
        tamper("delete from block where number = 6 and ledger = (select no from ledger where community = ?)");

        var found = check();

        assertThat(found.fault()).isEmpty();
        assertThat(found.blocks()).isEqualTo(5);
        assertThat(found.head()).isNotEqualTo(kept.head());
    }

    @Test
    void case24ACounterThatWasRaisedIsFoundByAddingUpTheJournal() {
        tamper("update account set credits_posted = credits_posted + 1 where name = 'harbour' and community = ?");

        assertThat(check().fault()).isEmpty();
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> new Audit(database, town.community()).check());
    }

    private String key(int number) {
        return new Sql(database)
                .first(
                        "select b.no from block b join ledger l on l.no = b.ledger where b.number = ? and community = ?",
                        row -> row.getString(1),
                        number,
                        town.community().hex())
                .orElseThrow();
    }

    private void tamper(String change) {
        var sql = new Sql(database);
        QuarkusTransaction.requiringNew().run(() -> {
            for (var table : List.of("transfer", "block")) sql.update("alter table " + table + " disable trigger user");
            assertThat(sql.update(change, town.community().hex())).isPositive();
            for (var table : List.of("transfer", "block")) sql.update("alter table " + table + " enable trigger user");
        });
    }

    private JournalCheck.Found check() {
        var text = town.get("/journal/jsonl").statusCode(200).extract().asString();
        return JournalCheck.check(text.lines().map(line -> line.getBytes(UTF_8)).iterator());
    }
}
