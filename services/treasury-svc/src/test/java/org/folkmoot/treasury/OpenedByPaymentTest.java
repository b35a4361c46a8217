// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.folkmoot.contracts.MemberEntry;
import org.folkmoot.contracts.MembersAddedV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A payment to an account that is not open yet opens it, under the lock of the ledger. Nobody else waits for that. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@Timeout(120)
class OpenedByPaymentTest {
    private static final Duration ON_THEIR_WAY = Duration.ofMillis(300);
    private static final Person ANN = Person.named("Ann");
    private static final List<Person> OTHERS = Person.many("Bea", 4);

    @Inject
    AgroalDataSource database;

    @Inject
    MembershipStore membership;

    private Town here = Town.planned();
    private Town there = Town.planned();

    @BeforeEach
    void found() {
        here = town();
        there = town();
        pay(here, ANN, "first", "known").statusCode(201);
        pay(here, OTHERS.getLast(), "first", "known to all").statusCode(201);
        pay(there, ANN, "first", "known").statusCode(201);
    }

    @Test
    void whileALedgerIsLockedPaymentsToNewAccountsWaitAndAllOthersGoOn() throws Exception {
        List<CompletableFuture<Integer>> waiting;
        try (var _ = HeldLedger.of(here, database)) {
            waiting = Stream.concat(Stream.of(ANN), OTHERS.stream().limit(3))
                    .map(payer -> later(payer, "new for " + payer.did()))
                    .toList();
            assertThat(waiting.getFirst()).failsWithin(ON_THEIR_WAY);
            // A writer that waits for the ledger does not answer these, of whatever community.
            for (int i = 0; i < 5; i++) {
                pay(there, ANN, "there " + i, "known").statusCode(201);
                pay(here, OTHERS.getLast(), "here " + i, "known to all").statusCode(201);
            }
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
        }

        for (var one : waiting) assertThat(one.get(30, TimeUnit.SECONDS)).isEqualTo(201);
        here.expectBalance(Town.member("new for " + ANN.did()), "1");
        Town.await(() -> new Audit(database, here.community()).check()); // when all of it has its numbers
    }

    @Test
    void whatOnePayerSendsStaysInOrderThoughItsFirstWaits() throws Exception {
        CompletableFuture<Integer> first;
        CompletableFuture<Integer> second;
        try (var _ = HeldLedger.of(here, database)) {
            first = later(ANN, "new");
            assertThat(first).failsWithin(ON_THEIR_WAY);
            second = later(ANN, "known");
            assertThat(second).failsWithin(ON_THEIR_WAY);
            assertThat(List.of(first, second)).noneMatch(CompletableFuture::isDone);
        }

        assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo(201);
        assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo(201);
    }

    @Test
    void whoHasWaitedLongEnoughIsToldToComeLater() throws Exception {
        try (var _ = HeldLedger.of(here, database)) {
            pay(here, ANN, "new", "new").statusCode(503).body("type", equalTo("urn:folkmoot:problem:busy"));
        }

        pay(here, ANN, "new", "new").statusCode(201);
        here.expectBalance(Town.member("new"), "1");
    }

    private Town town() {
        var town = Town.found(Town.text()
                .replace(
                        "  HOURS: { scale: 0 }",
                        "  HOURS: { scale: 0 }\n  LETS: { scale: 0, kind: mutual-credit, line: 100 }"));
        var entries = OTHERS.stream()
                .map(person -> new MemberEntry(person.in(town.community()).hex(), person.did()))
                .toList();
        News.tell(Topics.IDENTITY, new MembersAddedV1(town.community().hex(), 2, Town.NOW, entries, Hash.ZERO.hex()));
        Town.await(() -> assertThat(membership.position(town.community())).isEqualTo(2));
        return town;
    }

    private CompletableFuture<Integer> later(Person payer, String to) {
        return CompletableFuture.supplyAsync(
                () -> pay(here, payer, to, to).extract().statusCode(), Thread::startVirtualThread);
    }

    private static ValidatableResponse pay(Town town, Person payer, String id, String to) {
        return given().contentType("application/json")
                .body(payer.says(town.community(), "payment.make/1")
                        .with("id", id)
                        .with("legs", List.of(Map.of("to", Town.member(to), "asset", "LETS", "amount", "1")))
                        .sign()
                        .json())
                .post("/v1/communities/" + town.community() + "/payments")
                .then();
    }
}
