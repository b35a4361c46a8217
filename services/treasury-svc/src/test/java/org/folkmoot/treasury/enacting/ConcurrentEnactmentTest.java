// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.folkmoot.constitution.Asset;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.KafkaProbe;
import org.folkmoot.treasury.AccountStore;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.TransferStore;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Transfer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** The same enactment at several replicas at once, as it happens when partitions move between them. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ConcurrentEnactmentTest {
    private static final int REPLICAS = 8;
    private static final Asset HOURS = new Asset("HOURS", 0, Optional.empty());

    @Inject
    FollowDecisions followDecisions;

    @Inject
    WaitingDecisions waiting;

    @Inject
    GoOn goOn;

    @Inject
    Ledger ledger;

    @Inject
    AccountStore accounts;

    @Inject
    TransferStore transfers;

    private Hash community = Hash.ZERO;

    @BeforeEach
    void name() {
        community = random();
    }

    @RepeatedTest(3)
    void itMovesOnceAndEveryAnswerIsTheSame() {
        open();
        var due = due();

        atOnce(IntStream.range(0, REPLICAS)
                .<Runnable>mapToObj(_ -> () -> followDecisions.facts().apply(due)));

        expectMovedOnce();
        expectAnswers(REPLICAS);
    }

    @RepeatedTest(5)
    void itMovesOnceWhenTheLedgerIsStartedAtTheSameTime() {
        var due = due();
        Runnable founding = () -> {
            QuarkusTransaction.requiringNew().run(this::open);
            goOn.handle(community);
        };

        atOnce(Stream.concat(
                IntStream.range(0, REPLICAS)
                        .<Runnable>mapToObj(_ -> () -> followDecisions.facts().apply(due)),
                Stream.of(founding)));

        atOnce(IntStream.range(0, REPLICAS).mapToObj(_ -> () -> goOn.handle(community)));

        Awaitility.await("what waited is done")
                .atMost(Duration.ofSeconds(30))
                .until(() -> waiting.page(community, Optional.empty(), 0, 1).isEmpty());
        expectMovedOnce();
    }

    private void open() {
        QuarkusTransaction.joiningExisting().run(() -> {
            ledger.start(community);
            ledger.define(community, List.of(HOURS));
            ledger.open(community, List.of(Account.declared("treasury", "HOURS"), Account.declared("school", "HOURS")));
            ledger.post(
                    community,
                    new Transfer(
                            random(),
                            Transfer.Code.OPENING,
                            "issuance/HOURS",
                            "treasury",
                            "HOURS",
                            "100",
                            community,
                            ""));
        });
    }

    private EnactmentDueV1 due() {
        var proposal = random().hex();
        var action = Map.of(
                "type", "treasury.transfer", "from", "treasury", "to", "school", "asset", "HOURS", "amount", "10");
        var parts = Map.of("action", 0, "attempt", 1, "community", community.hex(), "proposal", proposal);
        return new EnactmentDueV1(
                community.hex(),
                proposal,
                Hash.of(Json.object(parts).canonical()).hex(),
                0,
                1,
                Json.object(action).canonicalText(),
                Instant.parse("2026-11-20T10:00:00.000Z"));
    }

    private void expectMovedOnce() {
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(transfers.journal(community, Long.MAX_VALUE, 100)).hasSize(2);
            assertThat(accounts.named(community, "school").getFirst().balance()).isEqualTo(BigInteger.TEN);
        });
    }

    private void expectAnswers(int count) {
        var answers = Awaitility.await("the answers")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> KafkaProbe.shared().all(Topics.TREASURY).stream()
                                .filter(found -> community.hex().equals(found.key()))
                                .filter(found -> found.type().equals("enactment.action-enacted.v1"))
                                .map(KafkaProbe.Found::value)
                                .toList(),
                        found -> found.size() == count);
        assertThat(answers).containsOnly(answers.getFirst());
    }

    private static void atOnce(Stream<Runnable> tasks) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = tasks.map(task -> CompletableFuture.runAsync(
                            () -> QuarkusTransaction.requiringNew().run(task), threads))
                    .toList();
            running.forEach(CompletableFuture::join);
        }
    }

    private static Hash random() {
        return Hash.of(UUID.randomUUID().toString().getBytes(UTF_8));
    }
}
