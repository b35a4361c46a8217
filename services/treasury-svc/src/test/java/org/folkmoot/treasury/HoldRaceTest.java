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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.Leg;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Outcome;
import org.folkmoot.treasury.domain.Places;
import org.folkmoot.treasury.domain.Transfer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hold ends once, whoever comes first and wherever the clock goes: cases 8 and 9 of docs/ledger-proof.md. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class HoldRaceTest {
    private static final int HOLDS = 40;
    private static final long SEED = 8;
    private static final long MILLI = 1_000_000;

    @Inject
    Ledger ledger;

    @Inject
    AccountStore accounts;

    @Inject
    BatchLoad load;

    @Inject
    BatchSave save;

    @Inject
    IssuedStore issued;

    @Inject
    Limits limits;

    @Inject
    ActDesk desk;

    @Inject
    AgroalDataSource database;

    private Hash community = Hash.ZERO;

    @BeforeEach
    void start() {
        community = id();
        QuarkusTransaction.requiringNew().run(() -> {
            ledger.start(community);
            ledger.define(community, List.of(Places.HOURS));
            ledger.open(community, List.of(Account.declared("treasury", "HOURS"), Account.declared("school", "HOURS")));
        });
        rule(new Order.Move(
                id(),
                Transfer.Code.OPENING,
                List.of(new Leg("issuance/HOURS", "treasury", "HOURS", "100000")),
                Hash.ZERO,
                ""));
    }

    @Test
    void case8OfAPartAnEndAndADeadlineThatComeAtOnceOneEndsTheHold() {
        var random = new Random(SEED);
        var ends = new TreeMap<String, Integer>();
        for (int i = 0; i < HOLDS; i++) ends.merge(race(1 + random.nextInt(60)), 1, Integer::sum);

        System.out.println("HoldRaceTest: seed " + SEED + ", " + HOLDS + " holds, ended by " + ends);
        var settled = ends.getOrDefault("settled", 0);
        assertThat(balance("school")).isEqualTo(60L * settled);
        assertThat(balance("treasury")).isEqualTo(100_000 - 60L * settled);
        assertThat(new Sql(database)
                        .all(
                                "select debits_pending + credits_pending from account where community = ?",
                                row -> row.getLong(1),
                                community.hex()))
                .containsOnly(0L);
        new Audit(database, community).check();
    }

    /** What ended the hold. */
    private String race(int millis) {
        var hold = placed(millis);
        var settle = new Order.Settle(id(), hold, Optional.of("60"), true, Hash.ZERO);
        var end = new Order.Void(id(), hold, Hash.ZERO);
        Map<String, String> words;
        try (var threads = Executors.newFixedThreadPool(3)) {
            var settling = CompletableFuture.supplyAsync(() -> word(rule(settle)), threads);
            var ending = CompletableFuture.supplyAsync(() -> word(rule(end)), threads);
            var sweeping = CompletableFuture.runAsync(
                    () -> {
                        LockSupport.parkNanos(millis * MILLI);
                        rule();
                    },
                    threads);
            sweeping.join();
            words = Map.of("settled", settling.join(), "voided", ending.join());
        }
        rule(); // whatever its time was, it has passed
        var states = new Sql(database)
                .all(
                        "select state from hold h join ledger l on l.no = h.ledger where l.community = ? and id = ?",
                        row -> row.getString(1),
                        community.hex(),
                        hold.bytes());
        var answered = new ArrayList<String>();
        words.forEach((state, word) -> {
            if (word.equals("posted")) answered.add(state);
        });
        if (answered.isEmpty()) awaitExpiry(hold);
        assertThat(answered).hasSizeLessThanOrEqualTo(1);
        if (!answered.isEmpty()) assertThat(states).isEqualTo(answered);
        return answered.isEmpty() ? "expired" : answered.getFirst();
    }

    /** A hold whose deadline comes so soon; later, if the machine is too slow for that. */
    private Hash placed(int millis) {
        for (int late = millis; ; late += 2 * millis) {
            var hold = id();
            var deadline = Clock.tickMillis(ZoneOffset.UTC).instant().plusMillis(late);
            var leg = new Leg("treasury", "school", "HOURS", "100");
            if (word(rule(new Order.SetAside(hold, leg, deadline, Hash.ZERO, "")))
                    .equals("posted")) return hold;
        }
    }

    /** A part and an end that both came too early or too late leave only the deadline. */
    private void awaitExpiry(Hash hold) {
        Town.await(() -> {
            rule();
            assertThat(new Sql(database)
                            .all("select state from hold where id = ?", row -> row.getString(1), hold.bytes()))
                    .containsExactly("expired");
        });
    }

    @Test
    void case9AHoldThatExpiredStaysSoWhenTheClockIsSetBack() {
        var deadline = Instant.parse("2100-01-01T00:00:00Z");
        var early = id();
        var late = id();
        for (var hold : List.of(early, late))
            at(
                    deadline.minusSeconds(60),
                    new Order.SetAside(hold, new Leg("treasury", "school", "HOURS", "100"), deadline, Hash.ZERO, ""));

        assertThat(at(deadline.minusMillis(1), settle(early))).isEqualTo("posted");
        assertThat(at(deadline, settle(late))).isEqualTo("hold-expired");
        assertThat(at(deadline.minusSeconds(3_600), settle(late))).isEqualTo("hold-expired");
        assertThat(at(deadline.minusSeconds(3_600), new Order.Void(id(), late, Hash.ZERO)))
                .isEqualTo("hold-expired");

        assertThat(balance("school")).isEqualTo(100);
    }

    private static Order settle(Hash hold) {
        return new Order.Settle(id(), hold, Optional.empty(), true, Hash.ZERO);
    }

    /** What is answered when it is that time. */
    private String at(Instant now, Order order) {
        var then = new PostBatch(load, save, issued, limits, desk, database, Clock.fixed(now, ZoneOffset.UTC));
        return word(QuarkusTransaction.requiringNew().call(() -> then.handle(community, List.of(order), _ -> {})));
    }

    private List<Answer> rule(Order... orders) {
        return QuarkusTransaction.requiringNew().call(() -> ledger.rule(community, List.of(orders)));
    }

    private static String word(List<Answer> answers) {
        return switch (answers.getFirst()) {
            case Answer.First first
            when first.done().outcome() instanceof Outcome.Refused refused ->
                refused.refusal().reason();
            case Answer.First _ -> "posted";
            case Answer.Again _, Answer.Different _ -> throw new AssertionError("every id is new");
        };
    }

    private long balance(String name) {
        return QuarkusTransaction.requiringNew()
                .call(() -> accounts.named(community, name).getFirst().balance().longValueExact());
    }

    private static Hash id() {
        return Hash.of(UUID.randomUUID().toString().getBytes(UTF_8));
    }
}
