// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.papers;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Paging;
import org.folkmoot.cli.client.Signing;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.record.Hash;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ballots that were cast on paper or in an assembly, entered by two officers. */
@Command(
        name = "paper",
        description = "Enter ballots that were cast on paper, with another officer.",
        subcommands = {
            PaperCommand.Enter.class,
            PaperCommand.Confirm.class,
            PaperCommand.Show.class,
            PaperCommand.ListAll.class
        })
public final class PaperCommand {
    @Command(
            name = "enter",
            description = {
                "Enter ballots from a file: on each line a person (an id, a did, or a key's name) and the choice.",
                "The choice has the words that vote takes, each in a cell of its own: options by name or by number (the first"
                        + " is 1); or it is JSON as the poll's method defines it.",
                "They count when another officer has confirmed them. Prints the id of the entry."
            })
    static final class Enter implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "POLL", description = "The poll's id.")
        private String poll = "";

        @Parameters(index = "1", paramLabel = "FILE", description = "CSV: person,choice,…")
        private Path file = Path.of("");

        @Option(names = "--as", required = true, paramLabel = "KEY", description = "An officer: a key's name.")
        private String signer = "";

        @Override
        public void run() {
            var id = Everywhere.hash(poll);
            try (var api = new Api()) {
                var shown = poll(api, everywhere, id);
                var community = community(shown);
                var slips = Slips.read(file, person -> everywhere.member(community, person), shown.path("definition"));
                var body = Map.<String, Object>of("ballots", Slips.bodies(slips));
                Signing act = by -> by.sign(everywhere.keys().read(signer), community, id, "ballots.enter/1", body);
                everywhere.printMade(api.say(everywhere.suite().voting(), path(id), act), "entry");
            }
        }
    }

    @Command(name = "confirm", description = "Confirm what another officer entered; from then on it counts.")
    static final class Confirm implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "POLL", description = "The poll's id.")
        private String poll = "";

        @Parameters(index = "1", paramLabel = "ENTRY", description = "The id that the entry was answered with.")
        private String entry = "";

        @Option(
                names = "--file",
                paramLabel = "FILE",
                description =
                        "CSV of the same slips as you read them; without it, look at paper show first. Confirmed only"
                                + " if nothing differs.")
        private @Nullable Path file;

        @Option(names = "--as", required = true, paramLabel = "KEY", description = "An officer: a key's name.")
        private String signer = "";

        @Override
        public void run() {
            var id = Everywhere.hash(poll);
            var about = Everywhere.hash(entry);
            try (var api = new Api()) {
                var shown = poll(api, everywhere, id);
                var community = community(shown);
                if (file != null)
                    compare(
                            api,
                            id,
                            about,
                            Slips.read(file, person -> everywhere.member(community, person), shown.path("definition")));
                Signing act =
                        by -> by.sign(everywhere.keys().read(signer), community, about, "ballots.confirm/1", Map.of());
                var path = path(id) + "/" + about.hex() + "/confirmation";
                everywhere.printFields(api.say(everywhere.suite().voting(), path, act));
            }
        }

        private void compare(Api api, Hash poll, Hash entry, List<Slips.Slip> read) {
            var entered = Slips.of(slips(api, everywhere, poll, entry));
            var differing = Slips.differing(entered, read);
            if (differing.isEmpty()) return;
            throw new Usage(
                    "It is not confirmed, because it is not what you read: " + String.join("; ", differing) + ".");
        }
    }

    @Command(
            name = "show",
            description =
                    "Show what an officer has entered: on each line a member and the choice, to compare with the slips.")
    static final class Show implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "POLL", description = "The poll's id.")
        private String poll = "";

        @Parameters(index = "1", paramLabel = "ENTRY", description = "The id that the entry was answered with.")
        private String entry = "";

        @Override
        public void run() {
            try (var api = new Api()) {
                var slips = slips(api, everywhere, Everywhere.hash(poll), Everywhere.hash(entry));
                var definition = poll(api, everywhere, Everywhere.hash(poll)).path("definition");
                everywhere.print(
                        slips,
                        Slips.of(slips).stream()
                                .map(slip -> slip.line(definition))
                                .toArray(String[]::new));
            }
        }
    }

    @Command(name = "list", description = "List what officers have entered.")
    static final class ListAll implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Mixin
        private Paging paging = new Paging();

        @Parameters(paramLabel = "POLL", description = "The poll's id.")
        private String poll = "";

        @Override
        public void run() {
            try (var api = new Api()) {
                var page = api.get(everywhere.suite().voting(), path(Everywhere.hash(poll)) + paging.query());
                everywhere.printPage(page, "entry", "ballots", "officer", "confirmedBy");
            }
        }
    }

    private static JsonNode slips(Api api, Everywhere everywhere, Hash poll, Hash entry) {
        return api.get(everywhere.suite().voting(), path(poll) + "/" + entry.hex());
    }

    private static String path(Hash poll) {
        return "/v1/polls/" + poll.hex() + "/papers";
    }

    private static JsonNode poll(Api api, Everywhere everywhere, Hash poll) {
        return api.get(everywhere.suite().voting(), "/v1/polls/" + poll.hex());
    }

    private static Hash community(JsonNode shown) {
        return Hash.parse(shown.path("community").asText());
    }
}
