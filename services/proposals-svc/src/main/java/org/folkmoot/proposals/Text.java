// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import org.folkmoot.record.Json;
import org.folkmoot.record.StrictJson;

/** Lists as the one line of canonical JSON that a column holds. */
final class Text {
    private Text() {}

    static String write(List<?> items) {
        return Json.of(items).canonicalText();
    }

    static List<String> texts(String column) {
        return items(column).stream().map(String.class::cast).toList();
    }

    @SuppressWarnings("unchecked") // an object of JSON has text for keys
    static List<Map<String, Object>> objects(String column) {
        return items(column).stream().map(item -> (Map<String, Object>) item).toList();
    }

    private static List<?> items(String column) {
        return (List<?>) StrictJson.parse(column.getBytes(UTF_8)).plain();
    }
}
