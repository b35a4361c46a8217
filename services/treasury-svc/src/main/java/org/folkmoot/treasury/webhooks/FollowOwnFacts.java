// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.folkmoot.contracts.EnactmentEvent;
import org.folkmoot.contracts.Event;
import org.folkmoot.contracts.EventJson;
import org.folkmoot.contracts.EventType;
import org.folkmoot.contracts.Topics;
import org.folkmoot.contracts.TreasuryEvent;
import org.folkmoot.platform.events.Facts;
import org.folkmoot.platform.events.Subscription;
import org.folkmoot.record.Times;

/**
 * Keeps what this service told for the systems outside that want it. It hears its own facts like everybody else, so nothing is
 * told outside that was not committed, and each of them is kept once.
 */
@ApplicationScoped
class FollowOwnFacts implements Subscription {
    /** The types of what this service tells. */
    static final List<EventType> TYPES = EventType.all().stream()
            .filter(type -> TreasuryEvent.class.isAssignableFrom(type.shape())
                    || EnactmentEvent.class.isAssignableFrom(type.shape()))
            .toList();

    private final WebhookStore webhooks;
    private final Clock clock;

    FollowOwnFacts(WebhookStore webhooks, Clock clock) {
        this.webhooks = webhooks;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.TREASURY);
    }

    @Override
    public Facts facts() {
        var facts = Facts.on(TYPES.getFirst().shape(), this::keep);
        for (var type : TYPES.subList(1, TYPES.size())) facts = facts.and(type.shape(), this::keep);
        return facts;
    }

    @Override
    public boolean wants(EventType type, String community) {
        return webhooks.want(community, type.name());
    }

    private void keep(Event event) {
        var type = EventType.of(event).name();
        webhooks.keep(event.subject(), type, body(type, event));
    }

    private String body(String type, Event event) {
        var data = new String(EventJson.write(event), UTF_8);
        return "{\"type\":\"" + type + "\",\"timestamp\":\"" + Times.text(moment(event)) + "\",\"data\":" + data + "}";
    }

    /** When it happened, as the fact itself says; there is one moment in each. */
    private Instant moment(Event event) {
        return Arrays.stream(event.getClass().getRecordComponents())
                .filter(part -> part.getType() == Instant.class)
                .map(part -> value(event, part))
                .findFirst()
                .orElseGet(clock::instant);
    }

    private static Instant value(Event event, RecordComponent part) {
        try {
            return (Instant) part.getAccessor().invoke(event);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("every part of a record can be read", e);
        }
    }
}
