// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.DepositReleasedV1.Fate;
import org.folkmoot.contracts.DepositSettledV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A deposit that cannot go where it should now goes there later, and only then is it said where it went. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class DepositFrozenTest {
    @Inject
    AgroalDataSource database;

    @Inject
    TestClock clock;

    private Town town;
    private Stake stake;

    @BeforeEach
    void found() {
        town = Town.found();
        stake = Stake.in(town, "Ann").paid("10.01").down(1_001);
    }

    @AfterEach
    void comeBack() {
        clock.comeBack();
    }

    @ParameterizedTest(name = "{0} of {1}, and {2} is frozen")
    @CsvSource({
        // fate, part, who is frozen, what is kept meanwhile, then: refunded, burned, forfeited
        "REFUND, 0, author, 10.01, 1001, 0, 0",
        "BURN, 500, author, 5.01, 501, 500, 0",
        "BURN, 1001, author, 0.00, 0, 1001, 0",
        "TREASURY, 1001, treasury, 10.01, 0, 0, 1001",
        "TREASURY, 300, treasury, 3.00, 701, 0, 300",
        "TREASURY, 300, author, 7.01, 701, 0, 300"
    })
    void whatMeetsAFrozenAccountIsTriedAgain(
            Fate fate, long part, String who, String meanwhile, long refunded, long burned, long forfeited) {
        var frozen = who.equals("author") ? stake.account() : who;
        state("freeze", frozen);
        News.tell(Topics.PROPOSALS, stake.released(fate, part));
        Town.await(() -> town.expectBalance(stake.kept(), meanwhile));
        boolean stuck = !meanwhile.equals("0.00");
        if (stuck) {
            expectTries(1);
            clock.pass(Duration.ofMinutes(61));
            expectTries(2);
            assertThat(News.about(town.community().hex(), DepositSettledV1.class))
                    .isEmpty();
            town.expectBalance(stake.kept(), meanwhile);
        }
        state("unfreeze", frozen);
        if (stuck) clock.pass(Duration.ofMinutes(61));

        var settled = stake.told(DepositSettledV1.class, 1);

        assertThat(settled)
                .extracting(DepositSettledV1::refunded, DepositSettledV1::burned, DepositSettledV1::forfeited)
                .containsExactly(
                        BigInteger.valueOf(refunded), BigInteger.valueOf(burned), BigInteger.valueOf(forfeited));
        town.expectBalance(stake.kept(), "0.00");
        assertThat(News.about(town.community().hex(), DepositSettledV1.class)).hasSize(1);
        new Audit(database, town.community()).check();
    }

    @Test
    void whatIsSaidAgainMeanwhileAndLaterHasOneEffect() {
        var released = stake.released(Fate.BURN, 500);
        state("freeze", stake.account());
        for (int i = 0; i < 2; i++) News.tell(Topics.PROPOSALS, released);
        expectTries(1);
        state("unfreeze", stake.account());
        clock.pass(Duration.ofMinutes(61));
        var first = stake.told(DepositSettledV1.class, 1);

        News.tell(Topics.PROPOSALS, released);

        assertThat(stake.told(DepositSettledV1.class, 2)).isEqualTo(first);
        town.expectBalance(stake.account(), "5.01");
        town.expectBalance(stake.kept(), "0.00");
        new Audit(database, town.community()).check();
    }

    @ParameterizedTest
    @CsvSource({"BURN, 500, 501, 500", "REFUND, 0, 1001, 0"})
    void whatWasLockedByAnEarlierVersionIsTriedAgain(Fate fate, long part, long refunded, long burned)
            throws IOException {
        state("freeze", stake.account());
        News.tell(Topics.PROPOSALS, stake.released(fate, part));
        expectTries(1);
        var sql = new Sql(database);
        sql.update("delete from deposit_part");
        state("unfreeze", stake.account());

        sql.update(migration("with refused"));

        var settled = stake.told(DepositSettledV1.class, 1);
        assertThat(settled)
                .extracting(DepositSettledV1::refunded, DepositSettledV1::burned, DepositSettledV1::forfeited)
                .containsExactly(BigInteger.valueOf(refunded), BigInteger.valueOf(burned), BigInteger.ZERO);
        town.expectBalance(stake.kept(), "0.00");
        new Audit(database, town.community()).check();
    }

    /** The part of the migration that begins with these words. */
    private static String migration(String words) throws IOException {
        try (var stream =
                DepositFrozenTest.class.getResourceAsStream("/db/migration/V9_10__deposits_are_tried_again.sql")) {
            if (stream == null) throw new IllegalStateException("no such migration");
            var text = new String(stream.readAllBytes(), UTF_8);
            return text.substring(text.indexOf(words));
        }
    }

    private void state(String what, String account) {
        assertThat(Decision.in(town).enact(1, Map.of("type", "treasury." + what, "account", account, "asset", "SKR")))
                .isNotInstanceOf(ActionFailedV1.class);
    }

    /** How often the ledger refused it. */
    private void expectTries(int count) {
        Town.await(() -> assertThat(new Sql(database)
                        .all(
                                "select 1 from transfer where cause = ? and refusal = 'account-not-open'",
                                _ -> 1,
                                Hash.parse(stake.proposal()).bytes()))
                .hasSize(count));
    }
}
