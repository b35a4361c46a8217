// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What came out.
 *
 * @param values every part of the answer that a check can ask for, by name
 * @param words how it came about, line by line
 */
record Answer(ObjectNode values, List<String> words) {
    Answer {
        words = List.copyOf(words);
    }

    static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    static Answer of(ObjectNode values, String... words) {
        return new Answer(values, List.of(words));
    }
}
