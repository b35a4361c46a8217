// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.polls;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.cli.client.Usage;

/** Makes of words what a poll's method takes as a choice: options by their names, or by their numbers from 1. */
public final class Choices {
    private Choices() {}

    /** The choice that words stand for in a poll with this definition. */
    public static Object of(JsonNode definition, List<String> words) {
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

    /** The words that stand for a choice, if there are any: not for scores, and not where options are level. */
    public static Optional<List<String>> words(JsonNode definition, JsonNode choice) {
        var options = definition.path("options");
        if (options.isEmpty()) return choice.isTextual() ? Optional.of(List.of(choice.asText())) : Optional.empty();
        var chosen = choice.isArray() ? choice.valueStream().toList() : List.of(choice);
        var words = chosen.stream()
                .map(one -> one.isArray() && one.size() == 1 ? one.get(0) : one)
                .filter(JsonNode::isIntegralNumber)
                .map(one -> options.path(one.asInt(-1)).asText())
                .filter(name -> !name.isBlank())
                .toList();
        return words.isEmpty() || words.size() < chosen.size() ? Optional.empty() : Optional.of(words);
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
