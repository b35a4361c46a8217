// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is to be told survives whoever tells it, and nobody reads in the database what it is signed with. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class KeptWebhooksTest {
    /** The service itself looks at its clock, so it leaves alone what is due then. */
    private static final Instant FAR = Instant.parse("2300-01-01T00:00:00Z");

    private static final Duration LEASE = Duration.ofSeconds(32);
    private static final String TYPE = "treasury.transfer-posted.v1";

    @Inject
    WebhookStore store;

    @Inject
    SealKept sealKept;

    @Inject
    AgroalDataSource database;

    private final Hash community = Hash.of(UUID.randomUUID().toString().getBytes(UTF_8));
    private final Webhook webhook = new Webhook(
            UUID.randomUUID().toString(),
            community,
            "https://books.example/folkmoot",
            List.of(TYPE),
            new Webhook.Keys(Scheme.V1, Scheme.V1.make(), List.of()),
            "",
            FAR,
            0,
            "",
            0,
            0);

    @BeforeEach
    void register() {
        done(() -> sql().update("insert into ledger (community) values (?)", community.hex()));
        done(() -> {
            store.insert(webhook);
            return true;
        });
    }

    @AfterEach
    void forget() {
        done(() -> store.delete(webhook.id()));
    }

    @Test
    void whatWasSentByOneWhoIsKilledIsSentAgainUnderTheSameId() {
        keep("first");
        keep("second");
        var killed = claim(FAR).orElseThrow();
        var sent = next(killed);

        // It was sent, and nobody noted it. For a while nobody else looks after the endpoint.
        assertThat(claim(FAR.plus(LEASE).minusMillis(1))).isEmpty();
        var other = claim(FAR.plus(LEASE)).orElseThrow();

        assertThat(next(other)).isEqualTo(sent);
        assertThat(taken(other, sent)).isTrue();
        assertThat(next(other).body()).isEqualTo("second");
        assertThat(next(other).id()).isNotEqualTo(sent.id());
    }

    @Test
    void whoWasThoughtDeadTakesNothingAwayFromWhoTookOver() {
        keep("first");
        var slow = claim(FAR).orElseThrow();
        var other = claim(FAR.plus(LEASE)).orElseThrow();

        assertThat(taken(slow, next(slow))).isFalse();
        done(() -> {
            store.failed(slow, 3, "answered 500", FAR);
            store.disable(slow, "gone");
            store.idle(slow, FAR);
            return true;
        });

        assertThat(next(other).body()).isEqualTo("first");
        assertThat(shown().enabled()).isTrue();
        assertThat(shown().tries()).isZero();
        assertThat(taken(other, next(other))).isTrue();
        assertThat(taken(other, new Webhook.Message(0, "", ""))).isFalse();
    }

    @Test
    void whoeverIsOvertakenTellsNothingMoreUnderTheOthersName() {
        keep("first");
        var slow = claim(FAR).orElseThrow();
        assertThat(done(() -> store.again(slow))).isPresent();

        var other = claim(FAR.plus(LEASE)).orElseThrow();

        assertThat(done(() -> store.again(slow))).isEmpty();
        assertThat(done(() -> store.again(other))).isPresent();
    }

    @Test
    void howMuchWaitsCostsAMessageNothing() {
        for (int i = 0; i < 500; i++) keep("one of many");

        long read = done(() -> {
            long before = read();
            var claimed = store.claim(FAR, FAR.plus(LEASE)).orElseThrow();
            var message = store.next(claimed).orElseThrow();
            store.taken(claimed, message, FAR.plus(LEASE));
            assertThat(store.again(claimed)).isPresent();
            return read() - before;
        });

        assertThat(read).isBetween(1L, 100L);
        assertThat(done(() -> store.waiting(List.of(webhook)))).containsEntry(webhook.id(), 499L);
    }

    /** How many messages this transaction has looked at; the database counts. */
    private long read() {
        return sql().first(
                        "select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables where relname = 'webhook_message'",
                        row -> row.getLong(1))
                .orElse(0L);
    }

    @Test
    void aKillWhileItIsNotedLeavesAllAsItWas() {
        keep("first");
        var claimed = claim(FAR).orElseThrow();
        var message = next(claimed);

        assertThatThrownBy(() -> done(() -> {
                    store.taken(claimed, message, FAR);
                    throw new IllegalStateException("killed");
                }))
                .hasMessageContaining("killed");

        assertThat(next(claim(FAR.plus(LEASE)).orElseThrow())).isEqualTo(message);
    }

    @Test
    void theDatabaseDoesNotHaveTheSecret() {
        var kept = kept("secret");

        assertThat(kept).hasSize(60);
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(webhook.keys().secret(), java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThat(shown().keys().secret()).isEqualTo(webhook.keys().secret());
    }

    @Test
    void whatWasSealedForOneDoesNotOpenForAnother() {
        var kept = kept("secret");
        var other = UUID.randomUUID().toString();
        done(() -> sql().update("""
                        insert into webhook (id, community, url, types, scheme, secret, state, reason, registered_at, next_at)
                        select ?, community, url, types, scheme, ?, state, reason, registered_at, next_at from webhook where id = ?""", other, kept, webhook.id()));

        assertThat(done(() -> store.one(other)).orElseThrow().keys().canSign()).isFalse();
        assertThat(shown().keys().canSign()).isTrue();
        done(() -> store.delete(other));
    }

    @Test
    void bothSecretsAreSealedWhenOneIsReplaced() {
        var next = Scheme.V1.make();
        done(() -> {
            store.rotate(webhook.id(), next, Instant.EPOCH, FAR);
            return true;
        });

        assertThat(before()).singleElement().satisfies(kept -> assertThat(kept).hasSize(60));
        assertThat(shown().keys().secret()).isEqualTo(next);
        assertThat(shown().keys().old().getFirst().secret())
                .isEqualTo(webhook.keys().secret());
    }

    @Test
    void whatWasKeptBeforeThereWasAKeyIsSealed() {
        done(() -> sql().update(
                        "update webhook set secret = ? where id = ?",
                        webhook.keys().secret(),
                        webhook.id()));
        done(() -> sql().update(
                        "insert into webhook_secret_before (webhook, secret, until) values (?, ?, ?)",
                        webhook.id(),
                        webhook.keys().secret(),
                        FAR));
        assertThat(shown().keys().secret()).isEqualTo(webhook.keys().secret());

        assertThat(done(sealKept::handle)).isEqualTo(2);
        assertThat(done(sealKept::handle)).isZero();

        assertThat(kept("secret")).hasSize(60);
        assertThat(before()).singleElement().satisfies(kept -> assertThat(kept).hasSize(60));
        assertThat(shown().keys().secret()).isEqualTo(webhook.keys().secret());
    }

    private void keep(String body) {
        done(() -> {
            store.keep(community.hex(), TYPE, body);
            return true;
        });
    }

    private Optional<Webhook> claim(Instant now) {
        return done(() -> store.claim(now, now.plus(LEASE)));
    }

    private Webhook.Message next(Webhook claimed) {
        return done(() -> store.next(claimed)).orElseThrow();
    }

    private boolean taken(Webhook claimed, Webhook.Message message) {
        return done(() -> store.taken(claimed, message, FAR.plus(LEASE)));
    }

    private Webhook shown() {
        return done(() -> store.one(webhook.id())).orElseThrow();
    }

    private List<byte[]> before() {
        return done(() -> sql().all(
                        "select secret from webhook_secret_before where webhook = ?",
                        row -> row.getBytes(1),
                        webhook.id()));
    }

    private byte[] kept(String column) {
        return sql().first("select " + column + " from webhook where id = ?", row -> row.getBytes(1), webhook.id())
                .orElseThrow();
    }

    private Sql sql() {
        return new Sql(database);
    }

    private static <T> T done(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }
}
