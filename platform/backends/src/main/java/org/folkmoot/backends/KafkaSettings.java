// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.backends;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The settings of the one-node Kafka: durable, bounded in memory, and reachable from this machine only. */
final class KafkaSettings {
    private static final int MIB = 1024 * 1024;

    private KafkaSettings() {}

    static Properties of(Path log, int port, int controllerPort) {
        var settings = new Properties();
        settings.putAll(node(log, port, controllerPort));
        settings.putAll(DURABLE);
        settings.putAll(ALONE);
        settings.putAll(SMALL);
        return settings;
    }

    private static Map<String, String> node(Path log, int port, int controllerPort) {
        return Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
                "controller.listener.names", "CONTROLLER",
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs", log.toString(),
                "auto.create.topics.enable", "false",
                "message.max.bytes", Integer.toString(2 * MIB));
    }

    /** An answer means that the record is on the disk, and nothing is ever forgotten. */
    private static final Map<String, String> DURABLE = Map.of(
            "log.flush.interval.messages", "1",
            "log.retention.ms", "-1",
            "log.retention.bytes", "-1",
            "offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));

    /** There is no second broker to wait for; after a power cut the old session must only time out. */
    private static final Map<String, String> ALONE = Map.of(
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "group.initial.rebalance.delay.ms", "0",
            "broker.heartbeat.interval.ms", "1000",
            "broker.session.timeout.ms", "4000");

    /** Sized for one machine that has other work to do. */
    private static final Map<String, String> SMALL = Map.of(
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.num.partitions", "4",
            "log.cleaner.dedupe.buffer.size", Integer.toString(4 * MIB),
            "log.segment.bytes", Integer.toString(256 * MIB),
            "num.io.threads", "4",
            "num.network.threads", "2",
            "background.threads", "2");
}
