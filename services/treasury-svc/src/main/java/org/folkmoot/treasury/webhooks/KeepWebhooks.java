// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.folkmoot.contracts.EventType;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Ledger;

/** Registers endpoints and forgets them, as an operator wishes. */
@ApplicationScoped
class KeepWebhooks {
    private final Ledger ledger;
    private final WebhookStore webhooks;
    private final Destination destination;
    private final WebhookSettings settings;
    private final Clock clock;

    KeepWebhooks(Ledger ledger, WebhookStore webhooks, Destination destination, WebhookSettings settings, Clock clock) {
        this.ledger = ledger;
        this.webhooks = webhooks;
        this.destination = destination;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    WebhookView register(Hash community, String url, List<String> types, Scheme scheme) {
        destination.fault(url).ifPresent(fault -> {
            throw new WebhookRefused(new WebhookRefusal.WebhookUrlRefused(url, fault));
        });
        var known = FollowOwnFacts.TYPES.stream().map(EventType::name).toList();
        types.stream().filter(type -> !known.contains(type)).findFirst().ifPresent(type -> {
            throw new WebhookRefused(new WebhookRefusal.WebhookTypeUnknown(type, known));
        });
        if (!ledger.has(community)) throw new ActRefused(new ActRefusal.CommunityUnknown(community));
        var webhook = new Webhook(
                UUID.randomUUID().toString(),
                community,
                url,
                types.stream().distinct().toList(),
                new Webhook.Keys(scheme, scheme.make(), List.of()),
                "",
                clock.instant(),
                0,
                "",
                0,
                0);
        webhooks.insert(webhook);
        return WebhookView.of(webhook, 0, true);
    }

    @Transactional
    Page<WebhookView> page(Paging paging) {
        var rows = webhooks.page(paging.afterNumber(0), paging.rows());
        var waiting = webhooks.waiting(rows);
        return Page.of(
                rows,
                paging.limit(),
                row -> String.valueOf(row.number()),
                row -> WebhookView.of(row, waiting.getOrDefault(row.id(), 0L), false));
    }

    @Transactional
    WebhookView one(String id) {
        return view(find(id), false);
    }

    /** Makes a new secret; for a while those before it go on to sign. */
    @Transactional
    WebhookView rotate(String id) {
        webhooks.lock(id);
        var keys = find(id).keys();
        var now = clock.instant();
        keys.full(now).ifPresent(again -> {
            throw new WebhookRefused(new WebhookRefusal.WebhookRotatedTooOften(id, again));
        });
        webhooks.rotate(id, keys.scheme().make(), now, now.plus(settings.oldSecret()));
        return view(find(id), true);
    }

    @Transactional
    WebhookView enable(String id) {
        find(id);
        webhooks.enable(id, clock.instant());
        return one(id);
    }

    @Transactional
    void delete(String id) {
        if (!webhooks.delete(id)) throw unknown(id);
    }

    private WebhookView view(Webhook webhook, boolean withSecret) {
        long waiting = webhooks.waiting(List.of(webhook)).getOrDefault(webhook.id(), 0L);
        return WebhookView.of(webhook, waiting, withSecret);
    }

    private Webhook find(String id) {
        return webhooks.one(id).orElseThrow(() -> unknown(id));
    }

    private static WebhookRefused unknown(String id) {
        return new WebhookRefused(new WebhookRefusal.WebhookUnknown(id));
    }
}
