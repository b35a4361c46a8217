// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.folkmoot.contracts.Topics;

/** A message that could not be applied, as it is set aside: unchanged, with the reason and where it came from. */
final class DeadLetter {
    private static final int LONGEST_REASON = 1_000;

    private DeadLetter() {}

    static ProducerRecord<String, byte[]> of(
            ConsumerRecord<String, byte[]> received, String consumer, Throwable failure) {
        var headers = new ArrayList<>(List.of(received.headers().toArray()));
        headers.addAll(List.<Header>of(
                Message.header("dead-reason", reason(failure)),
                Message.header("dead-consumer", consumer),
                Message.header("dead-topic", received.topic()),
                Message.header("dead-partition", String.valueOf(received.partition())),
                Message.header("dead-offset", String.valueOf(received.offset()))));
        return new ProducerRecord<>(Topics.dead(received.topic()), null, received.key(), received.value(), headers);
    }

    private static String reason(Throwable failure) {
        var words = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return words.length() <= LONGEST_REASON ? words : words.substring(0, LONGEST_REASON);
    }
}
