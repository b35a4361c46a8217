// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.credentials;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.folkmoot.record.Json;

/** Reads JSON as others write it, with spaces and in any order, into the values that the record can spell. */
final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Json.MAX_DEPTH)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonText() {}

    static Json.Obj object(String text) {
        if (read(text) instanceof Json.Obj object) return object;
        throw CredentialRefused.malformed("An object was expected.");
    }

    static Json read(String text) {
        try {
            return value(MAPPER.readTree(text));
        } catch (JsonProcessingException | IllegalArgumentException | ArithmeticException _) {
            throw CredentialRefused.malformed("It is not JSON with texts, integers, truths, objects and arrays only.");
        }
    }

    private static Json value(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> new Json.Str(node.textValue());
            case BOOLEAN -> new Json.Bool(node.booleanValue());
            case NUMBER -> {
                // A fraction has no spelling that every reader keeps; its signature could not be checked exactly.
                if (!node.isIntegralNumber()) throw new IllegalArgumentException("a fraction");
                yield new Json.Int(node.bigIntegerValue().longValueExact());
            }
            case ARRAY -> {
                var items = new ArrayList<Json>();
                node.forEach(item -> items.add(value(item)));
                yield new Json.Arr(items);
            }
            case OBJECT -> {
                var members = new LinkedHashMap<String, Json>();
                node.properties().forEach(member -> members.put(member.getKey(), value(member.getValue())));
                yield new Json.Obj(members);
            }
            default -> throw new IllegalArgumentException("not a value of the record");
        };
    }
}
