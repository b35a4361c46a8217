// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Acts of one member that arrive at one moment: the community's row lets one after the other, and each sees the one before. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class AtOnceTest {
    private static final Person ANNA = Person.named("anna");
    private static final Person BO = Person.named("bo");
    private static final Person CLEO = Person.named("cleo");
    private static final Person DAN = Person.named("dan");
    private static final Map<String, Object> ADMISSION = Map.of(
            "any", List.of(Map.of("model", "vouching", "vouches", 1), Map.of("model", "registrar", "of", "founders")));

    @Inject
    AgroalDataSource database;

    @Inject
    Scheduler scheduler;

    /** Whoever looks at applications and memberships from time to time would wait among those who ask here. */
    @BeforeEach
    void quiet() {
        scheduler.pause();
    }

    @AfterEach
    void goOn() {
        scheduler.resume();
    }

    @Test
    void whoIsLeavingVouchesForNobody() throws Exception {
        var community = founded("Vouching at once");
        Api.join(community, CLEO).statusCode(201);

        afterLeaving(community, () -> Api.speak(community, CLEO, "vouches", Api.vouch(community, ANNA, CLEO)))
                .statusCode(403)
                .body("type", equalTo(Api.PROBLEM + "not-a-member"));
        Api.get(Api.members(community) + "/" + CLEO.in(community)).statusCode(404);
    }

    @Test
    void whoIsLeavingObjectsToNobody() throws Exception {
        var community = founded("Objecting at once");
        Api.join(community, CLEO).statusCode(201);

        afterLeaving(
                        community,
                        () -> Api.speak(
                                community,
                                CLEO,
                                "objections",
                                ANNA.says(community, "member.challenge/1")
                                        .about(CLEO.in(community))
                                        .with("reason", "Nobody knows them.")))
                .statusCode(403)
                .body("type", equalTo(Api.PROBLEM + "not-a-member"));
    }

    @Test
    void whoIsLeavingLetsNobodyIn() throws Exception {
        var community = founded("Adding at once");

        afterLeaving(community, () -> Api.add(community, ANNA.add(community, CLEO)))
                .statusCode(403)
                .body("type", equalTo(Api.PROBLEM + "admission-refused"));
    }

    @Test
    void whoIsLeavingLetsNoManyIn() throws Exception {
        var community = founded("Registering at once");

        afterLeaving(community, () -> Api.register(community, ANNA.register(community, List.of(CLEO, DAN))))
                .statusCode(403)
                .body("type", equalTo(Api.PROBLEM + "admission-refused"));
    }

    @Test
    void whoIsLeavingMayAskToComeBack() throws Exception {
        var community = founded("Back at once");

        afterLeaving(community, () -> Api.join(community, ANNA)).statusCode(201).body("state", equalTo("open"));
    }

    /** Lets Anna leave and do something else while the community is busy, in this order. */
    private ValidatableResponse afterLeaving(Hash community, Supplier<ValidatableResponse> also) throws Exception {
        try (var busy = database.getConnection()) {
            busy.setAutoCommit(false);
            try (var lock = busy.prepareStatement(
                    "select pg_backend_pid() from known_community where community = ? for update")) {
                lock.setBytes(1, community.bytes());
                int process = process(lock);
                var leaving = ANNA.says(community, "member.leave/1").sign().json();
                var left = begun(() -> Api.post("/v1/communities/" + community + "/departures", leaving));
                awaitWaiting(process, 1);
                var answer = begun(also);
                awaitWaiting(process, 2);
                busy.rollback();
                left.get().statusCode(201);
                return answer.get();
            }
        }
    }

    private static int process(PreparedStatement lock) throws SQLException {
        try (var locked = lock.executeQuery()) {
            locked.next();
            return locked.getInt(1);
        }
    }

    /** On a thread of its own: those that all share may be too few for two who wait. */
    private static FutureTask<ValidatableResponse> begun(Supplier<ValidatableResponse> request) {
        var task = new FutureTask<>(request::get);
        Thread.ofPlatform().start(task);
        return task;
    }

    private void awaitWaiting(int busy, int requests) throws Exception {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        var sql = new Sql(database);
        while (waiting(sql, busy) < requests && System.nanoTime() < deadline) Thread.sleep(10);
        assertThat(waiting(sql, busy)).isEqualTo(requests);
    }

    /** How many wait for what this process of PostgreSQL holds, or for one of those who do. */
    private static long waiting(Sql sql, int busy) {
        return sql.first("""
                        with recursive waiting (pid) as (
                            select pid from pg_stat_activity where ? = any (pg_blocking_pids(pid))
                            union select later.pid from pg_stat_activity as later
                                join waiting on waiting.pid = any (pg_blocking_pids(later.pid)))
                        select count(*) from waiting""", row -> row.getLong(1), busy).orElseThrow();
    }

    private static Hash founded(String name) {
        var rules = Rules.with(Rules.of(name), "admission", ADMISSION);
        return Api.founded(ANNA.found(
                name,
                Rules.with(rules, "membership", Map.of("challenge", Map.of("window", "P1D", "objections", 2))),
                BO));
    }
}
