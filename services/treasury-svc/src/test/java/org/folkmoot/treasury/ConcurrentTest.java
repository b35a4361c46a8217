// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.folkmoot.platform.data.Setback;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.Leg;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Orders;
import org.folkmoot.treasury.domain.Outcome;
import org.folkmoot.treasury.domain.Places;
import org.folkmoot.treasury.domain.Transfer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Eight writers in batches of any size on a few accounts of a real database, none of whom waits for the ledger's row. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ConcurrentTest {
    private static final int WRITERS = 8;
    private static final int OPERATIONS = 300;
    private static final int COMMUTING = 240;
    private static final int MOST = 20;
    private static final List<String> RICH = List.of("treasury", "school", "harbour");

    @Inject
    Ledger ledger;

    @Inject
    PostBatch postBatch;

    @Inject
    Blocks blocks;

    @Inject
    AgroalDataSource database;

    private Hash community = Hash.ZERO;

    @BeforeEach
    void start() {
        community = Hash.of(UUID.randomUUID().toString().getBytes(UTF_8));
        QuarkusTransaction.requiringNew().run(() -> {
            ledger.start(community);
            ledger.define(community, Places.ASSETS);
            ledger.open(
                    community,
                    Places.accounts().stream().map(ConcurrentTest::free).toList());
        });
    }

    /** What is set aside in the places of the domain's tests has no hold that the audit could find. */
    private static Account free(Account account) {
        return account.name().equals("held") ? Account.declared("held", account.asset()) : account;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33})
    void whateverEightWritersAskForTheBooksAreRightAndEveryIdHasOneAnswer(long seed) {
        var orders = orders(seed);
        var answers = new ConcurrentHashMap<Order, String>();
        var words = new ConcurrentHashMap<String, AtomicInteger>();

        atOnce(writer -> {
            var random = new Random(seed * WRITERS + writer);
            var mine = new ArrayList<>(orders);
            Collections.shuffle(mine, random);
            for (int from = 0; from < mine.size(); ) {
                var batch = mine.subList(from, Math.min(mine.size(), from + 1 + random.nextInt(MOST)));
                from += batch.size();
                var given = post(batch);
                for (int i = 0; i < batch.size(); i++) check(batch.get(i), given.get(i), answers, words);
            }
        });

        number();
        System.out.println("ConcurrentTest: seed " + seed + ", " + WRITERS * OPERATIONS + " orders by " + WRITERS
                + " writers: " + new TreeMap<>(words));
        new Audit(database, community).check();
    }

    /** Random orders whose deadlines are ahead of the real clock: some pass while the writers write. */
    private static List<Order> orders(long seed) {
        var now = Clock.tickMillis(ZoneOffset.UTC).instant();
        return Orders.of(seed, OPERATIONS).stream()
                .map(timed -> timed.order() instanceof Order.SetAside hold
                        ? new Order.SetAside(
                                hold.id(),
                                hold.leg(),
                                now.plusMillis(500 + 40L * (hold.id().bytes()[0] & 0xff)),
                                hold.cause(),
                                hold.memo())
                        : timed.order())
                .toList();
    }

    private static void check(
            Order order, Answer answer, Map<Order, String> answers, ConcurrentMap<String, AtomicInteger> words) {
        var word = word(answer);
        words.computeIfAbsent(word, _ -> new AtomicInteger()).incrementAndGet();
        if (answer instanceof Answer.Different) return;
        var first = answers.putIfAbsent(order, word);
        if (first != null) assertThat(word).as("%s", order).isEqualTo(first);
    }

    @Test
    void transfersThatAreCoveredAnywayGiveTheSameBalancesInAnyOrder() {
        for (var name : RICH) post(List.of(move(Transfer.Code.OPENING, "issuance/HOURS", name, 1_000_000)));
        var random = new Random(41);
        var orders = new ArrayList<Order>();
        var expected = new TreeMap<String, Long>();
        RICH.forEach(name -> expected.put(name, 1_000_000L));
        for (int i = 0; i < WRITERS * COMMUTING; i++) {
            int from = random.nextInt(RICH.size());
            var to = RICH.get((from + 1 + random.nextInt(RICH.size() - 1)) % RICH.size());
            long amount = 1 + random.nextInt(100);
            orders.add(move(Transfer.Code.DECIDED, RICH.get(from), to, amount));
            expected.merge(RICH.get(from), -amount, Long::sum);
            expected.merge(to, amount, Long::sum);
        }

        atOnce(writer -> {
            for (int from = writer * COMMUTING; from < (writer + 1) * COMMUTING; from += MOST)
                assertThat(post(orders.subList(from, from + MOST)))
                        .allSatisfy(answer -> assertThat(word(answer)).isEqualTo("posted"));
        });

        number();
        assertThat(balances()).isEqualTo(expected);
        System.out.println("ConcurrentTest: " + orders.size() + " transfers that commute, by " + WRITERS + " writers");
        new Audit(database, community).check();
    }

    private List<Answer> post(List<Order> orders) {
        while (true) {
            try {
                return QuarkusTransaction.requiringNew()
                        .call(() -> postBatch.handle(community, orders, opened -> ledger.open(community, opened)));
            } catch (RuntimeException e) {
                if (!passes(e)) throw e;
            }
        }
    }

    /** Somebody took the same id or opened the same account at the same moment, or was in the way. */
    private static boolean passes(RuntimeException failure) {
        if (failure instanceof IllegalStateException
                && String.valueOf(failure.getMessage()).startsWith("somebody else")) return true;
        if (Setback.behind(failure).filter(Setback.CONTENTION::equals).isPresent()) return true;
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof java.sql.SQLException sql && "23505".equals(sql.getSQLState())) return true;
        return false;
    }

    private void number() {
        while (QuarkusTransaction.requiringNew().call(() -> blocks.number(community))) {}
    }

    private Map<String, Long> balances() {
        var balances = new TreeMap<String, Long>();
        new Sql(database)
                .all(
                        "select name, credits_posted - debits_posted from account where community = ? and asset = 'HOURS'"
                                + " and name in ('treasury', 'school', 'harbour')",
                        row -> balances.put(row.getString(1), row.getLong(2)),
                        community.hex());
        return balances;
    }

    private static String word(Answer answer) {
        return switch (answer) {
            case Answer.Different _ -> "different";
            case Answer.First first -> word(first.done().outcome());
            case Answer.Again again -> word(again.done().outcome());
        };
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Posted _ -> "posted";
            case Outcome.Turned _ -> "turned";
            case Outcome.Refused(var refusal) -> refusal.reason();
        };
    }

    private static Order move(Transfer.Code code, String from, String to, long amount) {
        var id = Hash.of(UUID.randomUUID().toString().getBytes(UTF_8));
        return new Order.Move(id, code, List.of(new Leg(from, to, "HOURS", String.valueOf(amount))), Hash.ZERO, "");
    }

    private static void atOnce(IntConsumer writer) {
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            var running = IntStream.range(0, WRITERS)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> writer.accept(i), threads))
                    .toList();
            running.forEach(CompletableFuture::join);
        }
    }
}
