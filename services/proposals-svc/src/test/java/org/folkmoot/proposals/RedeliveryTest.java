// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.proposals.Town.ANN;
import static org.folkmoot.proposals.Town.get;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.Event;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every event that this service hears comes twice: once more under its own id, and once more under another. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class RedeliveryTest {
    @Inject
    TestClock clock;

    @Inject
    AgroalDataSource database;

    @Inject
    MeterRegistry meters;

    private Town town;
    private String proposal;
    private Vote vote;

    @BeforeEach
    void submit() {
        town = Town.found(clock);
        proposal = town.submitted(ANN, "Payments", List.of(town.transfer("1.00"), town.transfer("2.00")));
        vote = Vote.on(proposal);
    }

    @Test
    void aPollIsOpenedOnce() {
        twice(Topics.VOTING, "polls", vote.opened(clock.instant()), "delayed");
    }

    @Test
    void aPollIsRefusedOnce() {
        twice(Topics.VOTING, "polls", vote.refused("roll-empty"), "rejected");
    }

    @Test
    void aDecisionIsTakenOnceAlthoughTheOppositeComesToo() {
        clock.reach(vote.closesAt());

        twice(Topics.VOTING, "polls", vote.rejected(), "rejected");
        again(Topics.VOTING, "polls", vote.passed(), UUID.randomUUID());

        get(proposal).body("state", equalTo("rejected"));
    }

    @Test
    void anActionIsEnactedOnceAndTheNextOrderedOnce() {
        var order = firstOrder();

        twice(Topics.TREASURY, "enactments", Answer.enacted(order, clock), "enacting");

        assertThat(Answer.orders(proposal)).hasSize(2);
    }

    @Test
    void anActionFailsOnceAndAYesAfterTheNoIsTooLate() {
        var order = firstOrder();

        twice(Topics.TREASURY, "enactments", Answer.failed(order, clock), "failed");
        again(Topics.TREASURY, "enactments", Answer.enacted(order, clock), UUID.randomUUID());

        get(proposal).body("state", equalTo("failed"));
    }

    private EnactmentDueV1 firstOrder() {
        clock.reach(vote.closesAt().plus(Duration.ofDays(2)));
        News.tell(Topics.VOTING, vote.passed());
        return News.await(proposal, EnactmentDueV1.class);
    }

    private void twice(String topic, String consumer, Event event, String state) {
        var before = changes();
        var id = UUID.randomUUID();
        News.tell(topic, event, id);
        town.await(() -> assertThat(changes()).isGreaterThan(before));
        town.awaitState(proposal, state);
        var once = changes();

        var repeated = repeated(topic, consumer);
        News.tell(topic, event, id);
        town.await(() -> assertThat(repeated(topic, consumer)).isEqualTo(repeated + 1));
        again(topic, consumer, event, UUID.randomUUID());

        assertThat(changes()).isEqualTo(once);
    }

    /** Tells it under another id and waits until it has been heard. */
    private void again(String topic, String consumer, Event event, UUID id) {
        News.tell(topic, event, id);
        town.await(() -> assertThat(heard(consumer, id)).isTrue());
    }

    private int changes() {
        return get(proposal).extract().path("timeline.size()");
    }

    private boolean heard(String consumer, UUID id) {
        return new Sql(database)
                .first("select 1 from inbox where consumer = ? and event = ?", row -> row.getInt(1), consumer, id)
                .isPresent();
    }

    private long repeated(String topic, String consumer) {
        return (long)
                meters.counter("folkmoot.inbox.messages", "topic", topic, "consumer", consumer, "outcome", "repeated")
                        .count();
    }
}
