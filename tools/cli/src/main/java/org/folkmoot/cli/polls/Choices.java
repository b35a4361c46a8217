// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.polls;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.cli.client.Usage;

/** Makes of words what a poll's method takes as a choice: options by their names, or by their numbers from 1. */
final class Choices {
    private Choices() {}

    static Object of(JsonNode definition, List<String> words) {
        var options = definition.path("options");
        if (options.isEmpty()) return one(words, "such as: for, against or abstain");
        return switch (definition.path("ballot").path("method").asText()) {
            case "single-choice" -> option(one(words, "which is the name of an option"), options);
            case "approval", "approval-committee", "participatory-budget" -> options(words, options);
            case "score", "weighted", "quadratic", "star", "reweighted-range" -> throw numbers();
            default ->
                words.stream().map(word -> List.of(option(word, options))).toList();
        };
    }

    private static String one(List<String> words, String how) {
        if (words.size() == 1) return words.getFirst();
        throw new Usage("This poll takes one choice, " + how);
    }

    private static Usage numbers() {
        return new Usage(
                "This poll takes numbers for its options, of which the first is 0 there: --choice '{\"0\": 5, \"2\": 3}'");
    }

    private static List<Long> options(List<String> words, JsonNode options) {
        return words.stream().map(word -> option(word, options)).toList();
    }

    private static long option(String word, JsonNode options) {
        var names = new ArrayList<String>();
        for (var option : options) names.add(option.asText());
        var byName = names.indexOf(word);
        if (byName >= 0) return byName;
        if (word.matches("[0-9]{1,9}")) {
            var number = Long.parseLong(word);
            if (number >= 1 && number <= names.size()) return number - 1;
        }
        throw new Usage("This poll has no option " + word + ". Its options are: " + String.join(", ", names));
    }
}
