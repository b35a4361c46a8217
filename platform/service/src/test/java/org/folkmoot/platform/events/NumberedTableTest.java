// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.folkmoot.contracts.BallotsCastV1;
import org.folkmoot.contracts.CastEntry;
import org.folkmoot.contracts.EventJson;
import org.folkmoot.contracts.EventType;
import org.folkmoot.platform.sample.SampleTable;
import org.folkmoot.platform.sample.Samples;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.KafkaProbe;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class NumberedTableTest {
    private static final EventType TYPE =
            EventType.named("voting.ballots-cast.v1").orElseThrow();

    @Inject
    SampleTable table;

    @Test
    void everyRowIsToldOnceAndInOrder() {
        table.insert("first stream", 1, 100);
        table.insert("second stream", 1, 3);
        awaitTold("first stream", 100);

        table.insert("first stream", 101, 120);

        awaitTold("first stream", 120);
        awaitTold("second stream", 3);
    }

    private static void awaitTold(String stream, int last) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(told(stream))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, last).boxed().toList()));
    }

    private static List<Long> told(String stream) {
        var poll = Samples.hash(stream).hex();
        return KafkaProbe.shared().all(SampleTable.TOPIC).stream()
                .filter(message -> poll.equals(message.key()))
                .map(message -> EventJson.read(TYPE, message.value().getBytes(StandardCharsets.UTF_8)))
                .flatMap(event -> ((BallotsCastV1) event).ballots().stream())
                .map(CastEntry::number)
                .toList();
    }
}
