// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.Leg;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Places;
import org.folkmoot.treasury.domain.Transfer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The connection dies between any two writes of a batch: then none of it is there, and asking again does all of it. The
 * database itself ends the connection, by a trigger before or after every statement that the ledger makes.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class CrashTest {
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");
    private static final List<String> TABLES = List.of("transfer", "block", "account", "hold", "ledger", "outbox");

    @Inject
    Ledger ledger;

    @Inject
    AgroalDataSource database;

    private Hash community = Hash.ZERO;
    private Hash hold = Hash.ZERO;
    private List<Order> orders = List.of();

    @BeforeEach
    void begin() {
        community = id();
        hold = id();
        QuarkusTransaction.requiringNew().run(() -> {
            ledger.start(community);
            ledger.define(community, Places.ASSETS);
            ledger.open(community, Places.accounts());
            ledger.rule(
                    community,
                    List.of(
                            move(Transfer.Code.OPENING, leg("issuance/HOURS", "treasury", "1000")),
                            new Order.SetAside(hold, leg("treasury", "school", "100"), FAR, Hash.ZERO, "")));
        });
        orders = List.of(
                move(Transfer.Code.DECIDED, leg("treasury", "school", "10"), leg("school", "harbour", "4")),
                new Order.Settle(id(), hold, Optional.of("60"), false, Hash.ZERO),
                new Order.SetAside(id(), leg("treasury", "harbour", "7"), FAR, Hash.ZERO, ""),
                move(Transfer.Code.DECIDED, leg("treasury", "school", "5000")),
                move(Transfer.Code.DECIDED, leg("treasury", "member/" + "b".repeat(64), "1")));
        sql().update("""
                create function crash() returns trigger language plpgsql as $$
                begin
                    if current_setting('folkmoot.crash', true) = tg_table_name || ' ' || lower(tg_when) then
                        perform pg_terminate_backend(pg_backend_pid());
                        perform pg_sleep(5);
                    end if;
                    return null;
                end $$""");
        for (var table : TABLES)
            for (var when : List.of("before", "after"))
                sql().update(
                                "create trigger crash_%s %s insert or update on %s for each statement execute function crash()"
                                        .formatted(when, when, table));
    }

    @AfterEach
    void end() {
        sql().update("drop function if exists crash() cascade");
    }

    @ParameterizedTest
    @CsvSource({
        "transfer before", "transfer after", "block before", "block after", "account before", "account after",
        "hold before", "hold after", "ledger before", "ledger after", "outbox before", "outbox after"
    })
    void allOfABatchIsThereOrNone(String where) {
        var before = everything();

        var failure = catchThrowable(() -> rule(where));

        assertThat(failure).as("the connection died").isNotNull();
        await().until(this::everything, before::equals);
        new Audit(database, community).check();
        await().until(() -> rule("nowhere"), answers -> answers.size() == orders.size());
        assertThat(rule("nowhere"))
                .hasSize(orders.size())
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(Answer.Again.class));
        assertThat(balances()).containsExactly("harbour 4", "member 1", "school 66", "treasury 929");
        new Audit(database, community).check();
    }

    /** The pool may hand out the dead connection once more. */
    private static ConditionFactory await() {
        return Awaitility.await().atMost(Town.PATIENCE).pollInterval(Town.OFTEN).ignoreExceptions();
    }

    private List<Answer> rule(String crash) {
        return QuarkusTransaction.requiringNew().call(() -> {
            sql().all("select set_config('folkmoot.crash', ?, true)", row -> row.getString(1), crash);
            return ledger.rule(community, orders);
        });
    }

    private List<String> balances() {
        return sql().all(
                        "select left(name, 8) || ' ' || (credits_posted - debits_posted) from account"
                                + " where community = ? and asset = 'HOURS' and kind <> 'issuance'"
                                + " and credits_posted + debits_posted > 0 order by name",
                        row -> row.getString(1).replace("member/b", "member"),
                        community.hex());
    }

    /** Every row of every table that says anything about this community. */
    private List<String> everything() {
        return Stream.of(
                        "select a::text from account a where community = ? order by no",
                        "select l::text from ledger l where community = ?",
                        "select t::text from transfer t join ledger l on l.no = t.ledger where community = ? order by id, leg",
                        "select b::text from block b join ledger l on l.no = b.ledger where community = ? order by b.no",
                        "select h::text from hold h join ledger l on l.no = h.ledger where community = ? order by id")
                .flatMap(query -> sql().all(query, row -> row.getString(1), community.hex()).stream())
                .toList();
    }

    private Sql sql() {
        return new Sql(database);
    }

    private static Order move(Transfer.Code code, Leg... legs) {
        return new Order.Move(id(), code, List.of(legs), Hash.ZERO, "");
    }

    private static Leg leg(String from, String to, String amount) {
        return new Leg(from, to, "HOURS", amount);
    }

    private static Hash id() {
        return Hash.of(UUID.randomUUID().toString().getBytes(UTF_8));
    }
}
