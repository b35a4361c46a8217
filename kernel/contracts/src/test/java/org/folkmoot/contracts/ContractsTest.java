// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Run with {@code -Dcontracts.regenerate=true} to write the files of new events. */
class ContractsTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Golden GOLDEN = Golden.files();

    static List<EventType> types() {
        return EventType.all();
    }

    @BeforeAll
    static void regenerateIfAsked() throws IOException {
        if (!Boolean.getBoolean("contracts.regenerate")) return;
        for (var type : types()) {
            GOLDEN.release(schemaFile(type), Schemas.of(type));
            GOLDEN.write(sampleFile(type), pretty(sample(type)));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSchemaIsWhatTheRecordSays(EventType type) throws IOException {
        assertThat(GOLDEN.read(schemaFile(type))).isEqualTo(Schemas.of(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void aReleasedSchemaIsNeverChanged(EventType type) throws IOException {
        assertThat(GOLDEN.released()).containsEntry(schemaFile(type), Golden.sha256(GOLDEN.read(schemaFile(type))));
    }

    @Test
    void noReleasedSchemaIsLost() throws IOException {
        assertThat(GOLDEN.released().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        types().stream().map(ContractsTest::schemaFile).toList());
    }

    @Test
    void changingAReleasedSchemaIsRefused(@TempDir Path folder) throws IOException {
        var golden = new Golden(folder);
        golden.release("a.schema.json", "{}");

        assertThatThrownBy(() -> golden.release("a.schema.json", "{\"type\":\"object\"}"))
                .hasMessageContaining("add a new version of the event");
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSampleIsWhatIsWritten(EventType type) throws IOException {
        assertThat(GOLDEN.read(sampleFile(type))).isEqualTo(pretty(sample(type)));
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSampleReadsAsItWasWritten(EventType type) throws IOException {
        var read = EventJson.read(type, GOLDEN.read(sampleFile(type)).getBytes(StandardCharsets.UTF_8));

        assertThat(read).isEqualTo(Samples.of(type).orElseThrow());
        assertThat(EventType.of(read)).isEqualTo(type);
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSampleFitsTheSchema(EventType type) throws IOException {
        assertThat(errors(type, GOLDEN.read(sampleFile(type)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyFieldIsRequired(EventType type) {
        for (var field : type.shape().getRecordComponents()) {
            var lacking = (ObjectNode) JSON.readTree(sample(type));
            lacking.remove(field.getName());

            assertThat(errors(type, lacking.toString()))
                    .as("%s in the schema", field.getName())
                    .isNotEmpty();
            assertThatThrownBy(() -> EventJson.read(type, lacking.toString().getBytes(StandardCharsets.UTF_8)))
                    .as("%s in the record", field.getName())
                    .isInstanceOf(MalformedEvent.class);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void aLaterSenderMaySayMore(EventType type) {
        var more = ((ObjectNode) JSON.readTree(sample(type))).put("later", true);

        assertThat(errors(type, more.toString())).isEmpty();
        assertThat(EventJson.read(type, more.toString().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Samples.of(type).orElseThrow());
    }

    private static List<Error> errors(EventType type, String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Schemas.of(type))
                .validate(json, InputFormat.JSON);
    }

    private static String sample(EventType type) {
        var event = Samples.of(type).orElseThrow(() -> new AssertionError("there is no sample of " + type.name()));
        return new String(EventJson.write(event), StandardCharsets.UTF_8);
    }

    private static String pretty(String json) {
        JsonNode tree = JSON.readTree(json);
        return tree.toPrettyString() + "\n";
    }

    private static String schemaFile(EventType type) {
        return type.name() + ".schema.json";
    }

    private static String sampleFile(EventType type) {
        return type.name() + ".sample.json";
    }
}
