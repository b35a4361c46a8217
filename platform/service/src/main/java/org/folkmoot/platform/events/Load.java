// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Messages that wait, and what to write down when Kafka has them.
 *
 * @param delivered runs in the transaction in which the messages were read
 * @param rest what is to be thought of those that wait behind these
 */
record Load(List<ProducerRecord<String, byte[]>> messages, Runnable delivered, Rest rest) {
    static final Load EMPTY = new Load(List.of(), () -> {}, Rest.NOTHING);

    /** Another replica carries, and may have looked before the last commit here. */
    static final Load ELSEWHERE = new Load(List.of(), () -> {}, Rest.UNKNOWN);

    /** What waits behind a load, from the best to the worst. */
    enum Rest {
        NOTHING,
        UNKNOWN,
        MORE
    }
}
