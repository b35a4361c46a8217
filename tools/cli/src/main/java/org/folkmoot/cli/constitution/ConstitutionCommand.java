// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.constitution;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Documents;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.ExitCodes;
import org.folkmoot.cli.client.PluginsOption;
import org.folkmoot.cli.deciding.BacktestCommand;
import org.folkmoot.constitution.Complaint;
import org.folkmoot.constitution.Unsupported;
import org.folkmoot.constitution.check.Check;
import org.folkmoot.constitution.check.Rolls;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Constitutions as files: no service is needed to look at one. */
@Command(
        name = "constitution",
        description = "Check a constitution before a community adopts it, and compare two.",
        subcommands = {
            ConstitutionCommand.CheckFile.class,
            ConstitutionCommand.HashOf.class,
            DiffCommand.class,
            BacktestCommand.class
        })
public final class ConstitutionCommand {

    @Command(
            name = "check",
            description = "Read a constitution and say what cannot work in it. Exit code 4 when it would be refused.")
    static final class CheckFile implements Callable<Integer> {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Mixin
        private PluginsOption plugins = new PluginsOption();

        @Parameters(paramLabel = "FILE", description = "The constitution, YAML or JSON.")
        private Path file = Path.of("");

        @Option(
                names = "--roll",
                paramLabel = "FILE",
                description = "Who there is today, to check against: bodies: { members: { members: 60 } }, or powers.")
        private Optional<Path> roll = Optional.empty();

        @Override
        public Integer call() {
            var constitution = Documents.constitution(file);
            var installed = plugins.load(everywhere);
            var findings = roll.map(said -> Check.of(constitution, installed, Rolls.read(Documents.bytes(said))))
                    .orElseGet(() -> Check.of(constitution, installed));
            var answer =
                    Api.JSON.createObjectNode().put("hash", constitution.hash().hex());
            list(answer.putArray("findings"), findings);
            // Rules may be right and still ask for more than these services do; another suite may do it.
            var notRun = Unsupported.of(constitution);
            list(answer.putArray("notRun"), notRun);
            var refused = findings.stream().anyMatch(Complaint::isError);
            answer.put("refused", refused);
            var lines = Stream.concat(
                    findings.stream().map(Complaint::toString),
                    notRun.stream().map(each -> "note: " + each.path() + ": " + each.reason()));
            var last = refused || !notRun.isEmpty()
                    ? (refused
                            ? "It would be refused."
                            : "These services would refuse it, because they do not run all of it yet.")
                    : "It can be adopted. Its hash is " + constitution.hash().hex();
            everywhere.print(answer, Stream.concat(lines, Stream.of(last)).toArray(String[]::new));
            return refused ? ExitCodes.REFUSED : ExitCodes.OK;
        }

        private static void list(ArrayNode list, List<Complaint> complaints) {
            for (var complaint : complaints) {
                list.addObject()
                        .put("id", complaint.id())
                        .put("severity", complaint.severity().name().toLowerCase(Locale.ROOT))
                        .put("path", complaint.path())
                        .put("line", complaint.line())
                        .put("column", complaint.column())
                        .put("reason", complaint.reason())
                        .put("suggestion", complaint.suggestion());
            }
        }
    }

    @Command(name = "hash", description = "Print the hash that identifies a constitution.")
    static final class HashOf implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(paramLabel = "FILE", description = "The constitution, YAML or JSON.")
        private Path file = Path.of("");

        @Override
        public void run() {
            var hash = Documents.constitution(file).hash().hex();
            everywhere.print(Api.JSON.createObjectNode().put("hash", hash), hash);
        }
    }
}
