// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.folkmoot.platform.data.DatabaseReady;

/**
 * One intake for each topic that a subscription names. Each has a thread and a consumer group of its own, named by the
 * service and the topic, so that a long roll of new members does not hold up a proposal.
 */
@ApplicationScoped
class Intakes {
    private static final Duration DEAD_LETTER_PATIENCE = Duration.ofSeconds(10);

    private final List<Subscription> subscriptions;
    private final Broker broker;
    private final Inbox inbox;
    private final IntakePositions positions;
    private final Event<FactsHeard> heard;
    private final MeterRegistry meters;
    private volatile List<Intake> intakes = List.of();

    Intakes(
            @All List<Subscription> subscriptions,
            Broker broker,
            Inbox inbox,
            IntakePositions positions,
            Event<FactsHeard> heard,
            MeterRegistry meters) {
        this.heard = heard;
        this.subscriptions = subscriptions;
        this.broker = broker;
        this.inbox = inbox;
        this.positions = positions;
        this.meters = meters;
    }

    void start(@Observes DatabaseReady ready) {
        var names = subscriptions.stream().map(Subscription::name).toList();
        if (Set.copyOf(names).size() != names.size())
            throw new IllegalStateException("two subscriptions have one name: " + names);
        intakes = subscriptions.stream()
                .flatMap(subscription -> subscription.topics().stream())
                .distinct()
                .map(this::intake)
                .toList();
        intakes.forEach(Intake::start);
    }

    void stop(@Observes ShutdownEvent stop) {
        intakes.forEach(Intake::dismiss); // all at once, because each takes a moment
        intakes.forEach(Intake::stop);
    }

    boolean alive() {
        return intakes.stream().allMatch(Intake::alive);
    }

    boolean waiting() {
        return intakes.stream().anyMatch(Intake::waiting);
    }

    private Intake intake(String topic) {
        var interested = subscriptions.stream()
                .filter(subscription -> subscription.topics().contains(topic))
                .toList();
        var applier = new Applier(interested, inbox, new Courier(broker, DEAD_LETTER_PATIENCE), meters);
        applier.show(topic);
        var intake = new Intake(topic, broker, applier, positions, () -> heard.fire(new FactsHeard()));
        meters.gauge("folkmoot.inbox.dead", List.of(Tag.of("topic", topic)), positions, known -> known.dead(topic));
        meters.gauge("folkmoot.inbox.lag", List.of(Tag.of("topic", topic)), intake, Intake::lag);
        return intake;
    }
}
