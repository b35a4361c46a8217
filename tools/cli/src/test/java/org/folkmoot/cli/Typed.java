// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.house.Home;

/** A command as somebody types it in the house, and what came of it. */
public record Typed(int code, String out, String err) {
    /** Runs the words behind {@code ./folkmoot}. */
    public static Typed run(String words) {
        return run(words.split(" "));
    }

    /** Files are named as seen from the house. */
    public static Typed run(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = Folkmoot.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        var code = line.execute(Arrays.stream(words).map(Typed::found).toArray(String[]::new));
        return new Typed(
                code,
                out.toString().replace(Home.find() + "/", ""),
                err.toString().replace(Home.find() + "/", ""));
    }

    /** What it printed, as one JSON value. */
    public JsonNode json() {
        return Api.read(out);
    }

    private static String found(String word) {
        var file = Home.find().resolve(word);
        return word.contains("/") && !word.contains(":") && Files.exists(file) ? file.toString() : word;
    }

    /** Where the examples of deciding are. */
    public static Path examples() {
        return Home.find().resolve("examples").resolve("decide");
    }
}
