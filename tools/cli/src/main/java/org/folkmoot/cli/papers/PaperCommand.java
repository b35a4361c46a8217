// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.papers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Documents;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Paging;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.cli.csv.CsvLine;
import org.folkmoot.record.Hash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ballots that were cast on paper or in an assembly, entered by two officers. */
@Command(
        name = "paper",
        description = "Enter ballots that were cast on paper, with another officer.",
        subcommands = {PaperCommand.Enter.class, PaperCommand.Confirm.class, PaperCommand.ListAll.class})
public final class PaperCommand {
    @Command(
            name = "enter",
            description = {
                "Enter ballots from a file: on each line a person (an id, a did, or a key's name) and the choice.",
                "They count when another officer has confirmed them. Prints the id of the entry."
            })
    static final class Enter implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "POLL", description = "The poll's id.")
        private String poll = "";

        @Parameters(index = "1", paramLabel = "FILE", description = "CSV: person,choice")
        private Path file = Path.of("");

        @Option(names = "--as", required = true, paramLabel = "KEY", description = "An officer: a key's name.")
        private String signer = "";

        @Override
        public void run() {
            var id = Everywhere.hash(poll);
            try (var api = new Api()) {
                var community = community(api, everywhere, id);
                var body = Map.<String, Object>of("ballots", ballots(community));
                var act = everywhere
                        .signer()
                        .sign(everywhere.keys().read(signer), community, id, "ballots.enter/1", body);
                everywhere.printMade(api.post(everywhere.suite().voting(), path(id), act.json()), "entry");
            }
        }

        private List<Map<String, Object>> ballots(Hash community) {
            var ballots = new ArrayList<Map<String, Object>>();
            for (var line : lines()) {
                if (line.isBlank()) continue;
                var cells = CsvLine.cells(line);
                if (cells.size() != 2) throw new Usage("A line has a person and a choice: " + line);
                ballots.add(Map.of(
                        "member", everywhere.member(community, cells.get(0)).hex(), "choice", choice(cells.get(1))));
            }
            return ballots;
        }

        private List<String> lines() {
            try {
                return Files.readAllLines(file);
            } catch (IOException e) {
                throw new Usage("The file " + file + " cannot be read: " + e.getMessage());
            }
        }

        /** A choice is written as the poll's method defines it; one word need not be in quotes. */
        static Object choice(String cell) {
            return cell.matches("[\\[{\"].*|[0-9]{1,9}") ? Documents.plain(Documents.json(cell)) : cell;
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

        @Option(names = "--as", required = true, paramLabel = "KEY", description = "An officer: a key's name.")
        private String signer = "";

        @Override
        public void run() {
            var id = Everywhere.hash(poll);
            var about = Everywhere.hash(entry);
            try (var api = new Api()) {
                var community = community(api, everywhere, id);
                var act = everywhere
                        .signer()
                        .sign(everywhere.keys().read(signer), community, about, "ballots.confirm/1", Map.of());
                var path = path(id) + "/" + about.hex() + "/confirmation";
                everywhere.printFields(api.post(everywhere.suite().voting(), path, act.json()));
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

    private static String path(Hash poll) {
        return "/v1/polls/" + poll.hex() + "/papers";
    }

    private static Hash community(Api api, Everywhere everywhere, Hash poll) {
        JsonNode shown = api.get(everywhere.suite().voting(), "/v1/polls/" + poll.hex());
        return Hash.parse(shown.path("community").asText());
    }
}
