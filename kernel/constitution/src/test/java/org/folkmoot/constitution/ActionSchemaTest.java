// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.folkmoot.record.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of action has a published JSON Schema, which says of its form what the reader says. */
class ActionSchemaTest {
    private static final Path SCHEMAS = Path.of("src/main/resources");
    private static final Path PAGE = Path.of("../../docs/actions.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```json action\\n(.*?)^```");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AMEND = "constitution.amend";

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of("urn:folkmoot:constitution:1", text("constitution.schema.json"))));
    private static final Map<String, Schema> READ = new HashMap<>();

    static Stream<Map<String, Object>> samples() {
        return ActionSamples.all().stream();
    }

    static List<String> types() {
        return Action.TYPES;
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyKindHasASchemaAndSamples(String type) {
        assertThat(text("actions/" + type + ".schema.json")).contains("\"urn:folkmoot:action:" + type + "\"");
        assertThat(samples()).anyMatch(sample -> type.equals(sample.get("type")));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void bothTakeEverySample(Map<String, Object> sample) {
        assertThat(bySchema(sample)).isTrue();
        assertThat(Action.read(sample, ActionSamples.CONSTITUTION).json().plain())
                .isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyKeyOfASchemaIsInASample(Map<String, Object> sample) {
        var type = String.valueOf(sample.get("type"));
        var schema = tree(text("actions/" + type + ".schema.json"));
        var said = samples()
                .filter(other -> type.equals(other.get("type")))
                .flatMap(other -> other.keySet().stream())
                .distinct();

        assertThat(said).containsExactlyInAnyOrderElementsOf(schema.get("properties")::fieldNames);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void bothRefuseEveryKeyThatMeansNothing(Map<String, Object> sample) {
        assertThat(Malformed.more(sample)).isNotEmpty().allSatisfy(ActionSchemaTest::refusedByBoth);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void bothRefuseEveryValueOfAnotherKind(Map<String, Object> sample) {
        assertThat(Malformed.other(sample)).isNotEmpty().allSatisfy(ActionSchemaTest::refusedByBoth);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void bothAgreeOnEveryKeyThatIsLeftOut(Map<String, Object> sample) {
        assertThat(Malformed.less(sample))
                .allSatisfy(less ->
                        assertThat(byReader(less.action())).as(less.what()).isEqualTo(bySchema(less.action())))
                .anySatisfy(ActionSchemaTest::refusedByBoth);
    }

    @Test
    void aStreamBeginsAfterADurationOfTheirs() {
        var stream = samples()
                .filter(sample -> sample.containsKey("starts"))
                .findFirst()
                .orElseThrow();

        for (var starts : List.of("P1M", "P", "P1W", "Perhaps")) {
            var other = new HashMap<>(stream);
            other.put("starts", starts);
            refusedByBoth(new Malformed(starts, other));
        }
    }

    @Test
    void anAmendmentIsWholeOrAPatchAndNotBoth() {
        var amendments =
                samples().filter(sample -> AMEND.equals(sample.get("type"))).toList();
        var both = new HashMap<>(amendments.getFirst());
        both.putAll(amendments.getLast());

        refusedByBoth(new Malformed("both", both));
    }

    @Test
    void thePageHasAnExampleOfEveryKind() throws IOException {
        var examples = BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();

        assertThat(examples)
                .allSatisfy(example -> assertThat(
                                schema(tree(example).path("type").asText()).validate(example, InputFormat.JSON))
                        .isEmpty());
        assertThat(examples)
                .extracting(example -> tree(example).path("type").asText())
                .hasSameElementsAs(Action.TYPES);
    }

    private static void refusedByBoth(Malformed malformed) {
        assertThat(byReader(malformed.action())).as("reader: " + malformed).isFalse();
        assertThat(bySchema(malformed.action())).as("schema: " + malformed).isFalse();
    }

    private static boolean byReader(Map<String, Object> action) {
        try {
            Action.read(action, ActionSamples.CONSTITUTION);
            return true;
        } catch (ActionRefused _) {
            return false;
        }
    }

    private static boolean bySchema(Map<String, Object> action) {
        return action.get("type") instanceof String type
                && Action.TYPES.contains(type)
                && schema(type)
                        .validate(Json.object(action).canonicalText(), InputFormat.JSON)
                        .isEmpty();
    }

    private static Schema schema(String type) {
        return READ.computeIfAbsent(
                type, _ -> REGISTRY.getSchema(text("actions/" + type + ".schema.json"), InputFormat.JSON));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) {
        try {
            return Files.readString(SCHEMAS.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
