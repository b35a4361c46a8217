// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Stream;
import org.folkmoot.cli.Folkmoot;
import org.folkmoot.cli.house.Home;

/** A tally as somebody asks for it in the house, and what came of it. */
record Typed(int code, String out, String err) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Runs the words behind {@code ./folkmoot tally}; files are named as seen from the house. */
    static Typed tally(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = Folkmoot.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        var code = line.execute(
                Stream.concat(Stream.of("tally"), Arrays.stream(words).map(Typed::found))
                        .toArray(String[]::new));
        return new Typed(code, out.toString(), err.toString());
    }

    private static String found(String word) {
        var file = Home.find().resolve(word);
        return word.contains("/") && Files.exists(file) ? file.toString() : word;
    }

    JsonNode json() {
        return json(out);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
