// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaProbeTest {
    private final KafkaProbe probe = KafkaProbe.shared();

    @Test
    void aRecordIsFoundWithItsHeadersAfterTheBrokerWasKilled() {
        probe.create("probe.kept", 2);
        probe.send("probe.kept", "key", "value", Map.of("ce_type", "test.sent.v1"));

        Backends.broker().kill();
        Backends.broker().start();

        var found = probe.await("probe.kept", record -> record.value().equals("value"));
        assertThat(found.key()).isEqualTo("key");
        assertThat(found.type()).isEqualTo("test.sent.v1");
        assertThat(probe.all("probe.kept")).containsExactly(found);
    }

    @Test
    void aTopicThatDoesNotExistHoldsNothing() {
        assertThat(probe.all("probe.missing")).isEmpty();
    }
}
