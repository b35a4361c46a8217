// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.folkmoot.cli.house.Home;
import org.folkmoot.record.Hash;
import org.folkmoot.record.MemberIds;
import org.folkmoot.record.PublicKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that every command has, and what a command does with them. */
public final class Everywhere {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder of the running suite. Default: data beside the script, or $$FOLKMOOT_DATA.")
    private @Nullable Path data;

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description = "The folder of your keys. Default: ~/.folkmoot/keys, or $$FOLKMOOT_KEYS.")
    private @Nullable Path keys;

    /** Where the services are: from the environment if it says so, otherwise from the running suite's folder. */
    public Suite suite() {
        return Suite.find(Home.data(data));
    }

    /** The folder of the suite's data. */
    public Path data() {
        return Home.data(data);
    }

    public KeyFolder keys() {
        if (keys != null) return new KeyFolder(keys);
        var named = System.getenv("FOLKMOOT_KEYS");
        return new KeyFolder(
                named != null ? Path.of(named) : Path.of(System.getProperty("user.home"), ".folkmoot", "keys"));
    }

    public Signer signer() {
        return new Signer(InstantSource.system());
    }

    public boolean json() {
        return json;
    }

    /** Prints the JSON for programs, or the lines for people. */
    public void print(JsonNode answer, String... lines) {
        var out = out();
        if (json) out.println(pretty(answer));
        else for (var line : lines) out.println(line);
        out.flush();
    }

    /** Prints an object: for people one {@code name: value} line per field. */
    public void printFields(JsonNode answer) {
        print(answer, Fields.of(answer).toArray(String[]::new));
    }

    /** Prints a list: for people one line per item with the named fields. */
    public void printItems(JsonNode items, String... fields) {
        var lines = new java.util.ArrayList<String>();
        for (var item : items) {
            lines.add(Arrays.stream(fields)
                    .map(field -> item.path(field).asText())
                    .collect(Collectors.joining("  ")));
        }
        print(items, lines.toArray(String[]::new));
    }

    /** Prints a page of a list; when there is more, says how to get it. */
    public void printPage(JsonNode page, String... fields) {
        if (json) {
            print(page);
            return;
        }
        printItems(page.path("items"), fields);
        if (page.hasNonNull("next"))
            print(page, "… more: --after " + page.path("next").asText());
    }

    /** Says something beside the answer, which programs that read the answer do not see. */
    public void note(String line) {
        var err = commandLine().getErr();
        err.println(line);
        err.flush();
    }

    /** A hash as typed by a person. */
    public static Hash hash(String typed) {
        try {
            return Hash.parse(typed);
        } catch (IllegalArgumentException e) {
            throw new Usage("Not an id (64 hexadecimal digits): " + typed, e);
        }
    }

    /** The id of a member who is named by it, by a did, or by the name of a key that signs for the member here. */
    public Hash member(Hash community, String named) {
        if (named.length() == 2 * Hash.SIZE) return hash(named);
        return named.startsWith("did:")
                ? MemberIds.of(community, PublicKey.parse(named))
                : keys().read(named).member(community);
    }

    /** The answer of a write that has nothing more to say than what it made. */
    public void printMade(JsonNode answer, String field) {
        print(answer, ((ObjectNode) answer).path(field).asText());
    }

    private PrintWriter out() {
        return commandLine().getOut();
    }

    private CommandLine commandLine() {
        if (command == null) throw new IllegalStateException("used outside a command");
        return command.commandLine();
    }

    private static String pretty(JsonNode answer) {
        try {
            return Api.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
