// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.folkmoot.treasury.Decision.with;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes back by itself goes back also where something else that is due before it is at fault. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class SweepFaultsTest {
    private static final String FAULT = "P0001";
    private static final String CONTENTION = "40001";
    private static final Map<String, Object> PAYOUT = Map.of(
            "type",
            "treasury.payout",
            "from",
            "treasury",
            "asset",
            "SKR",
            "amount",
            "8.00",
            "to",
            Map.of("name", "Harbour Works", "iban", "DE89370400440532013000"),
            "memo",
            "Paint");

    @Inject
    AgroalDataSource database;

    @Inject
    TestClock clock;

    private EscrowTown place;

    @BeforeEach
    void found() {
        clock.reach(Town.NOW);
        place = EscrowTown.found(database, clock);
    }

    @AfterEach
    void comeBack() {
        mend();
        clock.comeBack();
    }

    @ParameterizedTest
    @ValueSource(strings = {FAULT, CONTENTION})
    void aBountyThatIsAtFaultKeepsBackNoOther(String state) {
        var first = place.decide(place.bounty(1));
        var second = place.decide(with(place.bounty(1), "expires", "P6D"));
        atFault(first, state);

        clock.pass(Duration.ofDays(7));

        Town.await(() -> place.town().expectBalance("escrow/" + second, "0.00"));
        place.town().expectBalance("escrow/" + first, "50.00");
        mend();
        clock.pass(Duration.ofHours(7));
        Town.await(() -> place.town().expectBalance("escrow/" + first, "0.00"));
        place.audit();
    }

    @ParameterizedTest
    @ValueSource(strings = {FAULT, CONTENTION})
    void aPaymentThatIsAtFaultKeepsBackNoOther(String state) {
        var first = place.decide(with(PAYOUT, "expires", "P2D"));
        var second = place.decide(with(PAYOUT, "expires", "P3D"));
        atFault(first, state);

        clock.pass(Duration.ofDays(4));

        Town.await(() -> place.town().get("/payouts/" + second).body("state", equalTo("expired")));
        place.town().get("/payouts/" + first).body("state", equalTo("ordered"));
        mend();
        clock.pass(Duration.ofHours(2));
        Town.await(() -> place.town().get("/payouts/" + first).body("state", equalTo("expired")));
        place.town().expectBalance("escrow/" + first, "0.00");
        place.audit();
    }

    /** Whatever leaves its account fails. */
    private void atFault(String escrow, String state) {
        sql().update("""
                create function at_fault() returns trigger language plpgsql as $$
                begin
                    if exists (select 1 from account a where a.no = new.debit and a.name = 'escrow/%s') then
                        raise exception 'out of order' using errcode = '%s';
                    end if;
                    return null;
                end $$""".formatted(escrow, state));
        sql().update("create trigger at_fault after insert on transfer for each row execute function at_fault()");
    }

    private void mend() {
        sql().update("drop function if exists at_fault() cascade");
    }

    private Sql sql() {
        return new Sql(database);
    }
}
