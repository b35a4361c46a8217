// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;

/** Reads the elections that the repository carries. */
final class Published {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Published() {}

    /** A public election in the format of {@code examples/minneapolis-2013/README.md}. */
    record Election(Question question, List<Counted> ballots, JsonNode published) {}

    static Election example(String name) {
        var folder = upwards("examples/" + name).orElseThrow();
        try {
            var options = Files.readAllLines(folder.resolve("options.txt"));
            var ballots = Files.readAllLines(folder.resolve("ballots.csv")).stream()
                    .map(Published::line)
                    .toList();
            return new Election(new Question(name, options), ballots, read(folder.resolve("published.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Counted line(String line) {
        var comma = line.indexOf(',');
        var count = Long.parseLong(comma < 0 ? line : line.substring(0, comma));
        return comma < 0 ? Choices.ranked(count, "") : Choices.ranked(count, line.substring(comma + 1));
    }

    static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    static Map<String, BigInteger> powers(JsonNode object) {
        var powers = new LinkedHashMap<String, BigInteger>();
        object.properties()
                .forEach(entry -> powers.put(
                        entry.getKey(), new BigInteger(entry.getValue().asText())));
        assertThat(powers).hasSize(object.size());
        return powers;
    }

    private static Optional<Path> upwards(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(name))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
