// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.treasury;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.folkmoot.cli.acts.NotVerified;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.CommunityList;
import org.folkmoot.cli.client.Documents;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Suite;
import org.folkmoot.constitution.Action;
import org.folkmoot.constitution.OpeningFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Files of what accounts held before their community came here. */
@Command(
        name = "opening",
        description = "Check files of opening balances, bring them, and see which were decided on.",
        subcommands = {OpeningCommand.Check.class, OpeningCommand.Bring.class, OpeningCommand.Decided.class})
final class OpeningCommand {
    private OpeningCommand() {}

    /** Checks a file without the suite. */
    @Command(
            name = "check",
            description = {
                "Check a file of opening balances, and print the action that a proposal has to carry. Needs no suite.",
                "Example: folkmoot treasury opening check balances.csv --constitution constitution.yaml"
            })
    static final class Check implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(paramLabel = "FILE", description = "The file, with a line account,asset,amount for each balance.")
        private Path file = Path.of("");

        @Option(
                names = "--constitution",
                paramLabel = "FILE",
                description = "The constitution, whose accounts and assets they have to be. Only the form is looked at"
                        + " if you say nothing.")
        private @Nullable Path constitution;

        @Override
        public void run() {
            var known = Optional.ofNullable(constitution)
                    .map(path -> Documents.reading(path, () -> Documents.constitution(path)));
            try (var in = Files.newInputStream(file)) {
                var found = OpeningFile.read(in, known, _ -> {});
                if (!found.isRight()) throw new NotVerified(faults(found));
                var action = action(found);
                everywhere.print(action, action.toString());
            } catch (IOException e) {
                throw Documents.unread(file, e);
            }
        }

        private String faults(OpeningFile.Found found) {
            var words = new StringBuilder();
            for (var fault : found.faults())
                words.append(file)
                        .append(':')
                        .append(fault.line())
                        .append(": ")
                        .append(fault.what())
                        .append('\n');
            return words.append(found.faulty() == 1 ? "1 fault." : found.faulty() + " faults.")
                    .toString();
        }

        private static JsonNode action(OpeningFile.Found found) {
            var action = Api.JSON.createObjectNode();
            action.put("type", Action.Treasury.IMPORT);
            action.put("file", found.file().hex());
            action.put("rows", found.rows());
            var sums = action.putArray("sums");
            found.sums()
                    .forEach(
                            (asset, sum) -> sums.addObject().put("asset", asset).put("amount", sum));
            return action;
        }
    }

    /** Brings a file that was decided on. */
    @Command(
            name = "bring",
            description = {
                "Bring a file of opening balances that was decided on. All of it is posted, once, or nothing.",
                "Example: folkmoot treasury opening bring COMMUNITY OPENING balances.csv"
            })
    static final class Bring implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Parameters(index = "1", paramLabel = "OPENING", description = "The enactment, as opening list says it.")
        private String opening = "";

        @Parameters(index = "2", paramLabel = "FILE", description = "The file.")
        private Path file = Path.of("");

        @Override
        public void run() {
            var path = "/v1/communities/" + Everywhere.hash(community).hex() + "/openings/"
                    + Everywhere.hash(opening).hex() + "/file";
            try (var api = new Api()) {
                everywhere.printFields(api.post(everywhere.suite().treasury(), path, "text/csv", body()));
            }
        }

        private BodyPublisher body() {
            try {
                return BodyPublishers.ofFile(file);
            } catch (FileNotFoundException e) {
                throw Documents.unread(file, new NoSuchFileException(file.toString()));
            }
        }
    }

    /** Lists the files that were decided on. */
    @Command(
            name = "list",
            description = "List the files of opening balances that were decided on, and when they were brought.")
    static final class Decided extends CommunityList {
        Decided() {
            super(Suite::treasury, "openings", "opening", "file", "rows", "decidedAt", "broughtAt");
        }
    }
}
