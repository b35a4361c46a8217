// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import java.util.Collection;
import java.util.HashMap;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Goes back to what the database has not heard of, though Kafka was told that it was applied. */
final class ReadAgain implements ConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(ReadAgain.class);

    private final String topic;
    private final Consumer<String, byte[]> consumer;
    private final IntakePositions positions;

    ReadAgain(String topic, Consumer<String, byte[]> consumer, IntakePositions positions) {
        this.topic = topic;
        this.consumer = consumer;
        this.positions = positions;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        var committed = new HashMap<Integer, Long>();
        consumer.committed(Set.copyOf(partitions))
                .forEach((partition, offset) ->
                        committed.put(partition.partition(), offset == null ? 0L : offset.offset()));
        positions.known(topic, committed).forEach((number, known) -> {
            long offset = committed.getOrDefault(number, 0L);
            if (known >= offset) return;
            var partition = new TopicPartition(topic, number);
            LOG.warnf(
                    "%s was applied up to %d, of which this database knows %d: it reads on from there",
                    partition, offset, known);
            consumer.seek(partition, known);
        });
        // Now, because what is asked after a fetch was sent is answered behind it, and a fetch waits for news: what is
        // told next would be heard seconds later.
        partitions.forEach(consumer::position);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        // what was applied of them was noted and committed
    }
}
