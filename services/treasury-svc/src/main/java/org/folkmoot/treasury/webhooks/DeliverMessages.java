// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.webhooks;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.folkmoot.platform.data.Database;
import org.folkmoot.platform.data.Outage;
import org.jboss.logging.Logger;

/**
 * Tells the systems outside what is kept for them, each in order and many at once. Whoever delivers takes an endpoint for a
 * while and keeps no connection to the database meanwhile; if it is killed, the message is sent again with the same id.
 */
@ApplicationScoped
class DeliverMessages {
    private static final Logger LOG = Logger.getLogger(DeliverMessages.class);
    /** How much longer than an answer may take an endpoint is kept. */
    private static final Duration SLACK = Duration.ofSeconds(30);

    private final WebhookStore webhooks;
    private final SendMessage sendMessage;
    private final WebhookSettings settings;
    private final Database database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Outage outage = new Outage(LOG, "The delivery of webhooks");
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore free;

    DeliverMessages(
            WebhookStore webhooks, SendMessage sendMessage, WebhookSettings settings, Database database, Clock clock) {
        this.webhooks = webhooks;
        this.sendMessage = sendMessage;
        this.settings = settings;
        this.database = database;
        this.clock = clock;
        this.free = new Semaphore(settings.atOnce());
    }

    void stop(@Observes ShutdownEvent stop) {
        workers.shutdownNow();
    }

    @Scheduled(every = "${folkmoot.webhooks.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (database.ready()) outage.guard(this::start);
    }

    private void start() {
        while (free.tryAcquire()) {
            Optional<Webhook> claimed = Optional.empty();
            try {
                claimed = inTransaction(
                        () -> webhooks.claim(clock.instant(), clock.instant().plus(lease())));
            } finally {
                if (claimed.isEmpty()) free.release();
            }
            if (claimed.isEmpty()) return;
            var webhook = claimed.get();
            workers.execute(() -> work(webhook));
        }
    }

    private void work(Webhook webhook) {
        try {
            outage.guard(() -> tellAll(webhook));
        } finally {
            free.release();
        }
    }

    private void tellAll(Webhook claimed) {
        try {
            for (var mine = Optional.of(claimed); mine.isPresent() && tellOne(mine.get()); )
                mine = inTransaction(() -> webhooks.again(claimed)); // its secret may be another by now
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // it is sent again when the service is back
        }
    }

    /** Whether there may be more to tell. */
    private boolean tellOne(Webhook webhook) throws InterruptedException {
        if (!webhook.keys().canSign()) return giveUp(webhook, "its secret was sealed under another key: rotate it");
        var message = inTransaction(() -> webhooks.next(webhook));
        if (message.isEmpty()) {
            inTransaction(() -> {
                webhooks.idle(webhook, clock.instant());
                return true;
            });
            return false;
        }
        return switch (sendMessage.handle(webhook, message.get())) {
            case SendMessage.Answer.Taken _ ->
                inTransaction(() ->
                        webhooks.taken(webhook, message.get(), clock.instant().plus(lease())));
            case SendMessage.Answer.Gone _ -> giveUp(webhook, "answered 410: it wants nothing any more");
            case SendMessage.Answer.NotTaken(var why, var leaveAlone) -> fail(webhook, why, leaveAlone);
        };
    }

    private boolean fail(Webhook webhook, String why, Duration leaveAlone) {
        int tries = webhook.tries() + 1;
        var pause = new Retries(settings.pauses()).after(tries, leaveAlone, random);
        if (pause.isEmpty()) return giveUp(webhook, why + ", after " + tries + " tries");
        return inTransaction(() -> {
            webhooks.failed(webhook, tries, why, clock.instant().plus(pause.get()));
            return false;
        });
    }

    private boolean giveUp(Webhook webhook, String reason) {
        LOG.warnf("The webhook %s is disabled: %s", webhook.id(), reason);
        return inTransaction(() -> {
            webhooks.disable(webhook, reason);
            return false;
        });
    }

    private Duration lease() {
        return settings.timeout().plus(SLACK);
    }

    private static <T> T inTransaction(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }
}
