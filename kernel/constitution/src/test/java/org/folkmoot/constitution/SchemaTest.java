// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.folkmoot.record.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published JSON Schema says of a document's form what the reader says. */
class SchemaTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaTest.class.getResourceAsStream("/constitution.schema.json"));

    static Stream<Broken> form() {
        return Broken.cases("form.txt").stream().filter(broken -> !broken.id().equals("syntax"));
    }

    static Stream<Broken> sense() {
        return Broken.cases("sense.txt").stream().filter(broken -> !broken.id().equals("alias"));
    }

    static Stream<Path> examples() {
        return ExamplesTest.examples();
    }

    @Test
    void takesTheSample() {
        assertThat(errors(Samples.YAML)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void takesEveryExample(Path example) throws java.io.IOException {
        assertThat(errors(java.nio.file.Files.readString(example))).isEmpty();
    }

    static Stream<Path> presets() throws java.io.IOException {
        try (var files = java.nio.file.Files.list(Path.of("../../examples/presets"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void takesEveryPreset(Path preset) throws java.io.IOException {
        assertThat(errors(java.nio.file.Files.readString(preset))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("form")
    void refusesWhatTheReaderRefusesAtTheSamePath(Broken broken) {
        assertThat(errors(broken.text()))
                .extracting(error -> error.getInstanceLocation().toString())
                .anySatisfy(path -> {
                    // A schema complains of a name that is missing, unknown or misspelt at the section around it.
                    assertThat(List.of(broken.path(), Pointer.parent(broken.path())))
                            .contains(path);
                });
    }

    @ParameterizedTest
    @MethodSource("sense")
    void leavesToTheReaderWhatNoSchemaCanKnow(Broken broken) {
        assertThat(errors(broken.text()))
                .allSatisfy(error ->
                        assertThat(error.getInstanceLocation().toString()).isEqualTo(broken.path()));
    }

    private static List<Error> errors(String yaml) {
        var data = Json.of(Document.read(yaml.getBytes(UTF_8)).data());
        return SCHEMA.validate(data.canonicalText(), InputFormat.JSON);
    }
}
