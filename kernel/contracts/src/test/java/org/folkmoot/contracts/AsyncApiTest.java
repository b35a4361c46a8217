// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Run with {@code -Dcontracts.regenerate=true} to write {@code docs/asyncapi.yaml}. */
class AsyncApiTest {
    private static final Path FILE = Path.of("../../docs/asyncapi.yaml");
    private static final String SCHEMAS = "../kernel/contracts/src/main/resources/contracts/";

    /** Owners of actions answer on their own topic, so these events have two. */
    private static final Map<String, List<String>> CONTEXTS = Map.of(
            Topics.IDENTITY, List.of("identity", "enactment"),
            Topics.PROPOSALS, List.of("proposals"),
            Topics.VOTING, List.of("voting", "enactment"),
            Topics.TREASURY, List.of("treasury", "enactment"));

    @Test
    void theDocumentSaysWhatIsSent() throws IOException {
        var document = document();

        if (Boolean.getBoolean("contracts.regenerate")) Files.writeString(FILE, document);

        assertThat(Files.readString(FILE)).isEqualTo(document);
    }

    private static String document() {
        var yaml = new StringBuilder("""
                # Generated from the records in kernel/contracts; a test compares.
                asyncapi: 3.0.0
                info:
                  title: Folkmoot's events
                  version: v1
                  license: { name: Apache-2.0 }
                  description: >-
                    What the services tell each other on Kafka. Each message is a CloudEvent in binary mode: its headers are in
                    the Kafka headers, its data is the JSON value. The key is the hash of the aggregate, so facts about one
                    aggregate keep their order. A message arrives at least once; its ce_id tells a repetition.
                defaultContentType: application/json
                channels:
                """);
        for (var topic : Topics.ALL) channel(yaml, topic);
        yaml.append("components:\n  messages:\n");
        for (var type : EventType.all()) message(yaml, type);
        yaml.append("""
                  messageTraits:
                    cloudEvent:
                      headers:
                        type: object
                        required: [ce_specversion, ce_id, ce_source, ce_type, ce_time, ce_subject, content-type]
                        properties:
                          ce_specversion: { const: "1.0" }
                          ce_id: { type: string, format: uuid }
                          ce_source: { type: string, examples: [/folkmoot/voting] }
                          ce_type: { type: string }
                          ce_time: { type: string, format: date-time }
                          ce_subject: { type: string, pattern: "^[0-9a-f]{64}$" }
                          content-type: { const: application/json }
                """);
        return yaml.toString();
    }

    private static void channel(StringBuilder yaml, String topic) {
        yaml.append("  ").append(topic).append(":\n    address: ").append(topic).append("\n    messages:\n");
        for (var type : EventType.all()) {
            if (!isOn(topic, type)) continue;
            yaml.append("      ").append(type.name()).append(":\n");
            yaml.append("        $ref: '#/components/messages/")
                    .append(type.name())
                    .append("'\n");
        }
    }

    private static boolean isOn(String topic, EventType type) {
        return type.shape().equals(BallotsCastV1.class)
                ? topic.equals(Topics.BALLOTS)
                : CONTEXTS.getOrDefault(topic, List.of()).contains(context(type));
    }

    private static void message(StringBuilder yaml, EventType type) {
        yaml.append("    ").append(type.name()).append(":\n");
        yaml.append("      name: ").append(type.name()).append('\n');
        yaml.append("      traits: [{ $ref: '#/components/messageTraits/cloudEvent' }]\n");
        yaml.append("      payload:\n        schemaFormat: application/schema+json;version=draft-2020-12\n");
        yaml.append("        schema: { $ref: '")
                .append(SCHEMAS)
                .append(type.name())
                .append(".schema.json' }\n");
    }

    private static String context(EventType type) {
        return type.name().substring(0, type.name().indexOf('.'));
    }
}
