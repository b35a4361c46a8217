// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.folkmoot.policy.Fraction;

/** The parameters of a check. Each has to be read: one that nobody asks for, or with an unknown value, is not supported. */
final class Parameters {
    private final JsonNode all;
    private final Set<String> read = new HashSet<>();

    Parameters(JsonNode all) {
        this.all = all.isMissingNode() || all.isNull() ? MissingNode.getInstance() : all;
    }

    boolean has(String name) {
        return !find(name).isMissingNode();
    }

    /** One parameter as it is; missing if it is left out, null or an empty text. */
    JsonNode find(String name) {
        read.add(name);
        var found = all.path(name);
        return found.isNull() || found.isTextual() && found.asText().isBlank() ? MissingNode.getInstance() : found;
    }

    JsonNode need(String name) {
        var found = find(name);
        if (found.isMissingNode()) {
            throw new NotSupported("The parameter " + name + " is missing.");
        }
        return found;
    }

    /** A parameter with one of these values; the first one if it is left out. */
    String oneOf(String name, String... values) {
        var found = find(name);
        if (found.isMissingNode()) {
            return values[0];
        }
        if (!List.of(values).contains(found.asText())) {
            throw unknown(name, found.asText());
        }
        return found.asText();
    }

    /** Rules in words, of which only the beginning decides; which of these it is, or the first one if nothing is said. */
    String words(String name, String... beginnings) {
        var found = find(name);
        if (found.isMissingNode()) {
            return beginnings[0];
        }
        var said = found.asText().strip().toLowerCase(Locale.ROOT);
        for (var beginning : beginnings) {
            if (said.startsWith(beginning.toLowerCase(Locale.ROOT))) {
                return beginning;
            }
        }
        throw unknown(name, found.asText());
    }

    /** What a pattern finds in a rule in words. */
    Optional<MatchResult> matched(String name, Pattern pattern) {
        var found = find(name);
        if (found.isMissingNode()) {
            return Optional.empty();
        }
        var match = pattern.matcher(found.asText());
        if (!match.find()) {
            throw unknown(name, found.asText());
        }
        return Optional.of(match.toMatchResult());
    }

    /** Words for the reader that change nothing. */
    void remark(String... names) {
        read.addAll(List.of(names));
    }

    boolean flag(String name) {
        var found = find(name);
        if (found.isMissingNode()) {
            return false;
        }
        return switch (found.asText()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw unknown(name, found.asText());
        };
    }

    Optional<Long> whole(String name) {
        var found = find(name);
        if (found.isMissingNode()) {
            return Optional.empty();
        }
        if (!found.asText().matches("-?[0-9]{1,18}")) {
            throw unknown(name, found.asText());
        }
        return Optional.of(Long.valueOf(found.asText()));
    }

    Fraction fraction(String name) {
        return Numbers.fraction(need(name).asText())
                .orElseThrow(() -> unknown(name, all.path(name).asText()));
    }

    /** A number that may be below 0. */
    Numbers.Signed signed(String name) {
        return Numbers.signed(need(name).asText())
                .orElseThrow(() -> unknown(name, all.path(name).asText()));
    }

    NotSupported unknown(String name, String value) {
        return new NotSupported("The parameter " + name + " has a value that is not known here: " + value + ".");
    }

    /** Refuses what nobody has asked for. */
    void finish() {
        var left = all.properties().stream()
                .map(entry -> entry.getKey())
                .filter(name -> !read.contains(name) && !all.path(name).isNull())
                .collect(Collectors.joining(", "));
        if (!left.isEmpty()) {
            throw new NotSupported("Nothing here knows the parameter " + left + ".");
        }
    }
}
