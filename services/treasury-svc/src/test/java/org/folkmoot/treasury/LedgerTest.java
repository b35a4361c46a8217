// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.contracts.AccountEntry;
import org.folkmoot.contracts.AccountsOpenedV1;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.BruteForce;
import org.folkmoot.treasury.domain.Places;
import org.folkmoot.treasury.domain.Transfer;
import org.folkmoot.treasury.domain.Transfers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger in PostgreSQL, with one writer against the reference and with eight against each other. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class LedgerTest {
    private static final int WRITERS = 8;
    private static final int OPERATIONS = 150;

    @Inject
    Ledger ledger;

    @Inject
    AccountStore accounts;

    @Inject
    TransferStore transfers;

    @Inject
    AgroalDataSource database;

    private Hash community = Hash.ZERO;

    @BeforeEach
    void start() {
        community = Hash.of(UUID.randomUUID().toString().getBytes(UTF_8));
        QuarkusTransaction.requiringNew().run(() -> {
            ledger.start(community);
            ledger.define(community, Places.ASSETS);
            ledger.open(community, Places.accounts());
        });
    }

    /** No event tells of more than a thousand. */
    @ParameterizedTest
    @CsvSource({"999, 1", "1000, 1", "1001, 2", "2001, 3"})
    void howeverManyAccountsAreOpenedAllOfThemAreTold(int count, int events) {
        var asset = Places.ASSETS.getFirst();
        var opened = IntStream.range(0, count)
                .mapToObj(i -> Account.onFirstCredit("member/" + "%064x".formatted(i), asset)
                        .orElseThrow())
                .toList();

        QuarkusTransaction.requiringNew().run(() -> ledger.open(community, opened));

        var told = News.await(community.hex(), AccountsOpenedV1.class, 2 + events).stream()
                .flatMap(event -> event.accounts().stream())
                .map(AccountEntry::name)
                .filter(name -> name.startsWith("member/"))
                .toList();
        assertThat(told).hasSize(count).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyAnswerIsTheReferences(long seed) {
        var reference = new BruteForce();

        for (var transfer : Transfers.of(seed, OPERATIONS))
            assertThat(ask(transfer)).as("%s", transfer).isEqualTo(reference.ask(transfer));

        checkAgainst(reference);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void eightWritersWhoAskTheSameInAnyOrderGetOneAnswerEach(long seed) {
        var requests = Transfers.of(seed, OPERATIONS / 2);

        var answers = atOnce(IntStream.range(0, WRITERS)
                .<Callable<List<Map.Entry<Hash, String>>>>mapToObj(writer ->
                        () -> shuffled(requests, seed + writer).stream()
                                .map(request -> Map.entry(request.id(), ask(request)))
                                .filter(answer -> !answer.getValue().startsWith("other "))
                                .toList())
                .toList());

        var byId = answers.stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
        assertThat(byId.values()).allSatisfy(given -> assertThat(given).hasSize(1));
        var reference = new BruteForce();
        assertThat(journal())
                .allSatisfy(transfer -> assertThat(reference.ask(transfer)).isEqualTo("posted"));
        checkAgainst(reference);
    }

    @Test
    void aTransferThatEightWritersPostAtOnceMovesOnce() {
        fund("treasury", "100");
        var transfer = transfer("treasury", "school", "10");

        var recorded = atOnce(Collections.nCopies(WRITERS, () -> post(transfer)));

        assertThat(recorded).hasSize(WRITERS).containsOnly(recorded.getFirst());
        assertThat(balance("school")).isEqualTo(10);
        new Audit(database, community).check();
    }

    @Test
    void ofEightSpendsOfAllThereIsOneSucceeds() {
        fund("treasury", "10");
        var spends = Stream.generate(() -> transfer("treasury", "school", "10")).limit(WRITERS);

        var answers =
                atOnce(spends.<Callable<String>>map(spend -> () -> ask(spend)).toList());

        assertThat(answers).containsOnlyOnce("posted");
        assertThat(Collections.frequency(answers, "insufficient-funds")).isEqualTo(WRITERS - 1);
        assertThat(balance("treasury")).isZero();
        new Audit(database, community).check();
    }

    @Test
    void eightWritersWhoPayInACircleDoNotLockEachOtherOut() {
        var circle = List.of("treasury", "school", "harbour");
        circle.forEach(name -> fund(name, "1000"));

        var answers = atOnce(IntStream.range(0, WRITERS)
                .<Callable<List<String>>>mapToObj(writer -> () -> IntStream.range(0, 30)
                        .mapToObj(
                                i -> ask(transfer(circle.get((writer + i) % 3), circle.get((writer + i + 1) % 3), "1")))
                        .toList())
                .toList());

        assertThat(answers).allSatisfy(given -> assertThat(given).containsOnly("posted"));
        assertThat(balance("treasury") + balance("school") + balance("harbour")).isEqualTo(3_000);
        new Audit(database, community).check();
    }

    @Test
    void aPaymentFromEightWritersToANewMemberOpensOneAccount() {
        fund("treasury", "8");
        var bea = Town.member("Bea");

        var answers = atOnce(Stream.generate(() -> transfer("treasury", bea, "1"))
                .limit(WRITERS)
                .<Callable<String>>map(payment -> () -> ask(payment))
                .toList());

        assertThat(answers).containsOnly("posted");
        assertThat(balance(bea)).isEqualTo(WRITERS);
    }

    @Test
    void aTransactionThatFailsLaterLeavesNothing() {
        fund("treasury", "10");
        var transfer = transfer("treasury", "school", "10");

        QuarkusTransaction.begin();
        ledger.post(community, transfer);
        QuarkusTransaction.rollback();

        assertThat(balance("school")).isZero();
        new Audit(database, community).check();
        assertThat(ask(transfer)).isEqualTo("posted");
    }

    private void checkAgainst(BruteForce reference) {
        new Audit(database, community).check();
        assertThat(journal()).hasSameSizeAs(reference.journal());
        var all = QuarkusTransaction.requiringNew().call(() -> accounts.page(community, "", "", true, 1_000));
        assertThat(all).hasSizeGreaterThanOrEqualTo(Places.accounts().size()).allSatisfy(account -> {
            assertThat(account.debitsPosted()).isEqualTo(reference.debits(account.name(), account.asset()));
            assertThat(account.creditsPosted()).isEqualTo(reference.credits(account.name(), account.asset()));
        });
    }

    /** What was posted, the first first. */
    private List<Transfer> journal() {
        var latestFirst =
                QuarkusTransaction.requiringNew().call(() -> transfers.journal(community, Long.MAX_VALUE, 10_000));
        return latestFirst.reversed().stream().map(Recorded::transfer).toList();
    }

    private Recorded post(Transfer transfer) {
        return QuarkusTransaction.requiringNew().call(() -> {
            assertThat(ledger.has(community))
                    .isTrue(); // as an enactment does, and without loading what is locked later
            return ledger.post(community, transfer);
        });
    }

    private String ask(Transfer transfer) {
        try {
            return switch (post(transfer).ending()) {
                case Recorded.Posted _ -> "posted";
                case Recorded.Refused refused -> refused.reason();
            };
        } catch (DifferentTransfer different) {
            return "other " + different.field();
        }
    }

    private void fund(String name, String amount) {
        var id = Hash.of(UUID.randomUUID().toString().getBytes(UTF_8));
        assertThat(ask(new Transfer(id, Transfer.Code.OPENING, "issuance/HOURS", name, "HOURS", amount, Hash.ZERO, "")))
                .isEqualTo("posted");
    }

    private static Transfer transfer(String from, String to, String amount) {
        var id = Hash.of(UUID.randomUUID().toString().getBytes(UTF_8));
        return new Transfer(id, Transfer.Code.DECIDED, from, to, "HOURS", amount, Hash.ZERO, "");
    }

    private long balance(String name) {
        return QuarkusTransaction.requiringNew()
                .call(() -> accounts.account(community, name, "HOURS"))
                .map(Account::balance)
                .map(BigInteger::longValueExact)
                .orElseThrow();
    }

    private static List<Transfer> shuffled(List<Transfer> requests, long seed) {
        var shuffled = new ArrayList<>(requests);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) {
        try (var threads = Executors.newFixedThreadPool(tasks.size())) {
            return threads.invokeAll(tasks).stream().map(LedgerTest::result).toList();
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new AssertionError(failure);
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new AssertionError(failure);
        }
    }
}
