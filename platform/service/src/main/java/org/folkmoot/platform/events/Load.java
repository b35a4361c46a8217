// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Messages that wait, and what to write down when Kafka has them.
 *
 * @param delivered runs in the transaction in which the messages were read
 */
record Load(List<ProducerRecord<String, byte[]>> messages, Runnable delivered) {
    static final Load NOTHING = new Load(List.of(), () -> {});
}
