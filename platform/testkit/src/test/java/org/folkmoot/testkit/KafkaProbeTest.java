// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.errors.InterruptException;
import org.junit.jupiter.api.Test;

class KafkaProbeTest {
    private final KafkaProbe probe = KafkaProbe.shared();

    @Test
    void afterTheBrokerWasKilledARecordIsFoundWithItsHeadersAndMoreIsSent() {
        probe.create("probe.kept", 2);
        probe.send("probe.kept", "key", "value", Map.of("ce_type", "test.sent.v1"));

        Backends.broker().kill();
        Backends.broker().start();

        var found = probe.await("probe.kept", record -> record.value().equals("value"));
        assertThat(found.key()).isEqualTo("key");
        assertThat(found.type()).isEqualTo("test.sent.v1");
        assertThat(probe.all("probe.kept")).containsExactly(found);
        probe.send("probe.kept", "key", "later", Map.of());
        assertThat(probe.all("probe.kept")).extracting(KafkaProbe.Found::value).containsExactly("value", "later");
    }

    @Test
    void whatComesLaterIsFoundBehindWhatWasThere() {
        probe.create("probe.growing", 1);
        probe.send("probe.growing", "key", "first", Map.of());
        var before = probe.all("probe.growing");

        probe.send("probe.growing", "key", "second", Map.of());

        assertThat(before).extracting(KafkaProbe.Found::value).containsExactly("first");
        assertThat(probe.all("probe.growing"))
                .extracting(KafkaProbe.Found::value)
                .containsExactly("first", "second");
    }

    @Test
    void whoIsInterruptedLeavesAProbeThatWorks() {
        probe.create("probe.interrupted", 1);
        probe.send("probe.interrupted", "key", "value", Map.of());

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> probe.all("probe.interrupted")).isInstanceOf(InterruptException.class);
        assertThat(Thread.interrupted()).isTrue();

        assertThat(probe.all("probe.interrupted")).hasSize(1);
    }

    @Test
    void aTopicThatDoesNotExistHoldsNothing() {
        assertThat(probe.all("probe.missing")).isEmpty();
    }
}
