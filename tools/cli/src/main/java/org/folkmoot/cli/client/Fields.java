// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** An answer as lines that a person can read: {@code name: value}, nested ones indented. */
final class Fields {
    private final List<String> lines = new ArrayList<>();

    private Fields() {}

    static List<String> of(JsonNode object) {
        var fields = new Fields();
        fields.object(object, "");
        return fields.lines;
    }

    private void object(JsonNode object, String indent) {
        for (var field : object.properties()) value(field.getKey(), field.getValue(), indent);
    }

    private void value(String name, JsonNode value, String indent) {
        switch (value.getNodeType()) {
            case OBJECT -> {
                lines.add(indent + name + ":");
                object(value, indent + "  ");
            }
            case ARRAY -> {
                lines.add(indent + name + ":");
                for (var item : value) item(item, indent + "  ");
            }
            case NULL, MISSING, BINARY, BOOLEAN, NUMBER, POJO, STRING ->
                lines.add(indent + name + ": " + value.asText());
        }
    }

    private void item(JsonNode item, String indent) {
        if (!item.isObject()) {
            lines.add(indent + "- " + (item.isValueNode() ? item.asText() : item.toString()));
            return;
        }
        var from = lines.size();
        object(item, indent + "  ");
        if (lines.size() > from) lines.set(from, indent + "- " + lines.get(from).strip());
    }
}
