// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of an event, made of its record. */
final class Schemas {
    private static final Set<String> HASHES = Set.of(
            "act",
            "author",
            "cause",
            "community",
            "constitutionHash",
            "draw",
            "enactment",
            "member",
            "poll",
            "previousHash",
            "proposal",
            "seed",
            "transfer");
    private static final SchemaGenerator GENERATOR = generator();

    private Schemas() {}

    /** The schema as text; the same record always has the same text. */
    static String of(EventType type) {
        var schema = GENERATOR.generateSchema(type.shape());
        schema.put("$id", "urn:folkmoot:event:" + type.name());
        schema.put("title", type.name());
        return schema.toPrettyString() + "\n";
    }

    private static SchemaGenerator generator() {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES, Option.INLINE_ALL_SCHEMAS)
                .without(Option.NONSTATIC_NONVOID_NONGETTER_METHODS, Option.NONPUBLIC_STATIC_FIELDS);
        config.forFields().withRequiredCheck(_ -> true).withStringPatternResolver(Schemas::pattern);
        config.forTypesInGeneral().withCustomDefinitionProvider(Schemas::special);
        return new SchemaGenerator(config.build());
    }

    private static @Nullable String pattern(FieldScope field) {
        boolean hash = field.getType().getErasedType() == String.class && HASHES.contains(field.getName());
        return hash ? "^[0-9a-f]{64}$" : null;
    }

    private static @Nullable CustomDefinition special(ResolvedType type, SchemaGenerationContext context) {
        var erased = type.getErasedType();
        if (erased == Instant.class)
            return text(context, "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$");
        if (erased == BigInteger.class) return text(context, "^-?(0|[1-9][0-9]{0,37})$");
        return erased.isEnum() ? oneOf(context, erased) : null;
    }

    private static CustomDefinition text(SchemaGenerationContext context, String pattern) {
        return inline(context.getGeneratorConfig()
                .createObjectNode()
                .put("type", "string")
                .put("pattern", pattern));
    }

    private static CustomDefinition oneOf(SchemaGenerationContext context, Class<?> names) {
        var schema = context.getGeneratorConfig().createObjectNode().put("type", "string");
        var values = schema.putArray("enum");
        Arrays.stream(names.getFields())
                .filter(constant -> constant.isEnumConstant())
                .map(constant -> constant.getAnnotation(JsonProperty.class).value())
                .forEach(values::add);
        return inline(schema);
    }

    private static CustomDefinition inline(ObjectNode schema) {
        return new CustomDefinition(
                schema, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.NO);
    }
}
