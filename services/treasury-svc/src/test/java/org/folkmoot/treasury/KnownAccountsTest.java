// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Leg;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Transfer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payments from accounts that are known in memory, while others change the accounts behind the back of who knows them. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class KnownAccountsTest {
    private static final Person ANN = Person.named("Ann");
    private static final String BEA = Town.member("Bea");

    @Inject
    AgroalDataSource database;

    @Inject
    Ledger ledger;

    @Inject
    MeterRegistry meters;

    @Inject
    TestClock clock;

    private Town town = Town.planned();
    private String ann = "";

    @BeforeEach
    void found() {
        town = Town.found(text(100));
        ann = "member/" + ANN.in(town.community());
        pay("first", BEA, "10").statusCode(201);
    }

    @AfterEach
    void comeBack() {
        clock.comeBack();
    }

    @Test
    void whatIsKnownIsPostedWithoutLocks() {
        assertThat(isKnown(() -> pay("a", BEA, "1"))).isTrue();
        assertThat(isKnown(() -> pay("b", BEA, "2"))).isTrue();

        assertThat(balances()).containsExactly("-13", "13");
    }

    @Test
    void whoIsPaidForTheFirstTimeIsNotKnown() {
        assertThat(isKnown(() -> pay("a", Town.member("Cleo"), "1"))).isFalse();
        assertThat(isKnown(() -> pay("b", Town.member("Cleo"), "1"))).isTrue();
    }

    @Test
    void whatIsAskedForAgainIsAnsweredAlike() {
        var first = pay("a", BEA, "1").extract().asString();

        assertThat(isKnown(() ->
                        assertThat(pay("a", BEA, "1").extract().asString()).isEqualTo(first)))
                .isFalse();
        pay("a", BEA, "2").statusCode(409).body("type", equalTo("urn:folkmoot:problem:payment-different"));
        assertThat(balances()).containsExactly("-11", "11");
    }

    @ParameterizedTest
    @CsvSource({"89, 201", "90, 201", "91, 409"})
    void theLineIsTheLine(String amount, int status) {
        pay("a", BEA, amount).statusCode(status);
    }

    @Test
    void whatOthersTookIsGone() {
        post(move("others", ann, "60"));

        assertThat(isKnown(() -> pay("a", BEA, "31").statusCode(409).body("reason", equalTo("insufficient-funds"))))
                .isFalse();
        assertThat(isKnown(() -> pay("b", BEA, "30").statusCode(201))).isFalse();
        assertThat(balances()).containsExactly("-100", "100");
    }

    @Test
    void whatIsSetAsideIsNotPaid() {
        var later = clock.instant().plus(Duration.ofHours(1));
        post(new Order.SetAside(hash("hold"), new Leg(ann, BEA, "LETS", "60"), later, hash("cause"), ""));

        pay("a", BEA, "31").statusCode(409);
        pay("b", BEA, "30").statusCode(201);
    }

    @Test
    void whatIsDueIsFreedFirst() {
        var later = clock.instant().plus(Duration.ofHours(1));
        post(new Order.SetAside(hash("hold"), new Leg(ann, BEA, "LETS", "60"), later, hash("cause"), ""));
        pay("a", BEA, "1").statusCode(201);
        assertThat(isKnown(() -> pay("b", BEA, "1").statusCode(201))).isTrue();

        clock.pass(Duration.ofHours(1));

        assertThat(isKnown(() -> pay("c", BEA, "88").statusCode(201))).isFalse();
        assertThat(balances()).containsExactly("-100", "100");
    }

    @Test
    void aFrozenAccountPaysNothing() {
        post(new Order.Turn(hash("freeze"), BEA, "LETS", Account.State.FROZEN, hash("cause")));

        pay("a", BEA, "1").statusCode(409).body("reason", equalTo("account-not-open"));
    }

    @Test
    void whatAssetsAreIsLookedUpAgainWhenItChanged() {
        long before = definedIn();
        town.amend(text(20));
        Town.await(() -> assertThat(definedIn()).isNotEqualTo(before));

        assertThat(isKnown(() -> pay("a", BEA, "1").statusCode(201))).isFalse();
        assertThat(isKnown(() -> pay("b", BEA, "1").statusCode(201))).isTrue();
    }

    @Test
    void whatThePeriodsGoByIsNotPaidInTheirPast() {
        var sql = new Sql(database);
        var community = town.community().hex();
        sql.update(
                "insert into schedule (community, kind, name, day) values (?, 'dues', 'x', '2026-01-01')", community);
        sql.update(
                """
                insert into calendar_turn (community, kind, name, day, asset, constitution, starts, ends, position, state,
                    reached, amount, promised, begun_at, done_at)
                values (?, 'dues', 'x', '2026-01-01', 'LETS', ?, ?::timestamptz, ?::timestamptz, 1, 'done', '', 0, 0,
                    now(), now())""",
                community,
                hash("rules").bytes(),
                clock.instant().plus(Duration.ofHours(1)),
                clock.instant().plus(Duration.ofHours(2)));

        assertThat(isKnown(() -> pay("a", BEA, "1").statusCode(201))).isFalse();
        clock.pass(Duration.ofHours(1));
        assertThat(isKnown(() -> pay("b", BEA, "1").statusCode(201))).isTrue();
    }

    @Test
    void whoeverIsNoMemberAnyMorePaysNothing() {
        new Sql(database)
                .update(
                        "update known_member set valid_to = valid_from + 1 where community = ? and member = ?",
                        town.community().bytes(),
                        ANN.in(town.community()).bytes());

        pay("a", BEA, "1").body("type", equalTo("urn:folkmoot:problem:not-a-member"));
        assertThat(balances()).containsExactly("-10", "10");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "insert into known_member values (?, ?, ?, now(), 9)",
                "update known_member set since = since where community = ? and member <> ? and key <> ?",
                "delete from known_member where community = ? and member <> ? and key <> ? and valid_from = 8",
                "insert into known_key values (?, ?, ?, 9, null, now())"
            })
    void whoMaySignIsLookedUpAgainWhenThatChanged(String change) {
        var sql = new Sql(database);
        sql.update(
                "insert into known_member values (?, ?, ?, now(), 8)",
                town.community().bytes(),
                hash("dee").bytes(),
                hash("dee's key").bytes());
        pay("a", BEA, "1").statusCode(201);
        assertThat(isKnown(() -> pay("b", BEA, "1").statusCode(201))).isTrue();
        var before = stateOfSigners();

        sql.update(
                change,
                town.community().bytes(),
                hash("eve").bytes(),
                hash("eve's key").bytes());

        assertThat(stateOfSigners()).isNotEqualTo(before);
        assertThat(isKnown(() -> pay("c", BEA, "1").statusCode(201))).isFalse();
        assertThat(isKnown(() -> pay("d", BEA, "1").statusCode(201))).isTrue();
        assertThat(balances()).containsExactly("-14", "14");
    }

    @Test
    void whatOthersSignWithIsNoConcernOfThisCommunity() {
        pay("a", BEA, "1").statusCode(201);
        var before = stateOfSigners();

        new Sql(database)
                .update(
                        "insert into known_member values (?, ?, ?, now(), 9)",
                        hash("another community").bytes(),
                        hash("eve").bytes(),
                        hash("eve's key").bytes());

        assertThat(stateOfSigners()).isEqualTo(before);
        assertThat(isKnown(() -> pay("b", BEA, "1").statusCode(201))).isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {51, 52, 53})
    void whoeverElseWritesTheBooksAreRight(long seed) throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            var tasks = new ArrayList<Callable<Boolean>>();
            for (int worker = 0; worker < 6; worker++) {
                int mine = worker;
                var random = new Random(seed * 10 + worker);
                tasks.add(() -> {
                    for (int i = 0; i < 40; i++) {
                        var id = mine + "-" + i;
                        var amount = String.valueOf(1 + random.nextInt(3));
                        if (mine == 0) post(back(id, amount));
                        else pay(id, BEA, amount);
                    }
                    return true;
                });
            }
            for (var done : threads.invokeAll(tasks)) assertThat(done.get()).isTrue();
        }

        Town.await(() -> new Audit(database, town.community()).check());
        assertThat(runningLeast()).isGreaterThanOrEqualTo(-100);
    }

    /** The least that Ann ever had, by the order of the journal. */
    private long runningLeast() {
        return new Sql(database)
                .first("""
                        select min(balance) from (
                            select sum(case when t.credit = a.no then t.amount else -t.amount end)
                                over (order by b.number, t.line) as balance
                            from account a join transfer t on a.no in (t.debit, t.credit) join block b on b.no = t.block
                            where a.community = ? and a.name = ? and a.asset = 'LETS' and t.move is not null) as course""", row -> row.getLong(1), town.community().hex(), ann)
                .orElseThrow();
    }

    private static String text(int line) {
        return Town.text()
                .replace(
                        "  HOURS: { scale: 0 }",
                        "  HOURS: { scale: 0 }\n  LETS: { scale: 0, kind: mutual-credit, line: " + line + " }");
    }

    private UUID stateOfSigners() {
        return new Sql(database)
                .first(
                        "select state from signers_state where community = ?",
                        row -> row.getObject(1, UUID.class),
                        town.community().bytes())
                .orElseThrow();
    }

    private long definedIn() {
        return new Sql(database)
                .first(
                        "select assets_defined_in from ledger where community = ?",
                        row -> row.getLong(1),
                        town.community().hex())
                .orElseThrow();
    }

    /** Whether what happens meanwhile is committed in batches of accounts that are known, all of it. */
    private boolean isKnown(Runnable meanwhile) {
        int known = batches("known");
        int locked = batches("locked");
        meanwhile.run();
        boolean all = batches("known") > known && batches("locked") == locked;
        assertThat(all || batches("locked") > locked).isTrue();
        return all;
    }

    private int batches(String accounts) {
        return (int) meters.get("folkmoot.treasury.batches")
                .tag("accounts", accounts)
                .counter()
                .count();
    }

    private void post(Order order) {
        QuarkusTransaction.requiringNew().run(() -> ledger.rule(town.community(), List.of(order)));
    }

    private Order move(String id, String from, String amount) {
        return new Order.Move(
                hash(id), Transfer.Code.DECIDED, List.of(new Leg(from, BEA, "LETS", amount)), hash("cause"), "");
    }

    private Order back(String id, String amount) {
        return new Order.Move(
                hash(id), Transfer.Code.DECIDED, List.of(new Leg(BEA, ann, "LETS", amount)), hash("cause"), "");
    }

    private static Hash hash(String text) {
        return Hash.of(text.getBytes(UTF_8));
    }

    private ValidatableResponse pay(String id, String to, String amount) {
        return given().contentType("application/json")
                .body(ANN.says(town.community(), "payment.make/1")
                        .with("id", id)
                        .with("legs", List.of(Map.of("to", to, "asset", "LETS", "amount", amount)))
                        .sign()
                        .json())
                .post("/v1/communities/" + town.community() + "/payments")
                .then();
    }

    private List<String> balances() {
        return List.of(balance(ann), balance(BEA));
    }

    private String balance(String account) {
        return town.get("/accounts/" + account).statusCode(200).extract().path("holdings[0].balance");
    }
}
