// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The checks of a corpus of published counts, if it lies beside the repository. */
final class Corpus {
    /** Compares one check of a file. */
    interface Comparison {
        void of(JsonNode file, JsonNode check);
    }

    private Corpus() {}

    /** A test for each check of the methods that are named. */
    static Stream<DynamicTest> checks(Map<String, Comparison> methods) {
        var folder = Published.cases();
        if (folder.isEmpty()) {
            var missing = "no folder shared/cases/tabulation beside the repository: nothing to compare";
            return Stream.of(dynamicTest("cases", () -> abort(missing)));
        }
        return files(folder.get()).stream()
                .map(Published::read)
                .flatMap(file -> file.path("checks")
                        .valueStream()
                        .flatMap(check -> methods.entrySet().stream()
                                .filter(method -> method.getKey()
                                        .equals(check.path("method").asText()))
                                .map(method -> test(file, check, method.getValue()))));
    }

    private static DynamicTest test(JsonNode file, JsonNode check, Comparison comparison) {
        var parts = List.of("id", "method", "parameters", "name").stream()
                .map(part -> part.equals("id") ? file.path(part) : check.path(part))
                .map(part -> part.isTextual() ? part.asText() : part.toString());
        var name = parts.collect(Collectors.joining(" ")).strip();
        return dynamicTest(name.substring(0, Math.min(120, name.length())), () -> comparison.of(file, check));
    }

    private static List<Path> files(Path folder) {
        try (var listed = Files.list(folder)) {
            return listed.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of a Java constant for a name in kebab-case. */
    static String constant(String name) {
        return name.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
