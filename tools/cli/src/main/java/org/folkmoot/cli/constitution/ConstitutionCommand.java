// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.constitution;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Documents;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.ExitCodes;
import org.folkmoot.constitution.Complaint;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.check.Check;
import org.folkmoot.constitution.check.Rolls;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Constitutions as files: no service is needed to look at one. */
@Command(
        name = "constitution",
        description = "Check a constitution before a community adopts it.",
        subcommands = {ConstitutionCommand.CheckFile.class, ConstitutionCommand.HashOf.class})
public final class ConstitutionCommand {

    @Command(
            name = "check",
            description = "Read a constitution and say what cannot work in it. Exit code 4 when it would be refused.")
    static final class CheckFile implements Callable<Integer> {
        @Mixin
        private Everywhere everywhere = new Everywhere();

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
            var findings = roll.map(said -> Rolls.read(Documents.bytes(said)))
                    .map(rolls -> Check.of(constitution, Plugins.installed(), rolls))
                    .orElseGet(() -> Check.of(constitution, Plugins.installed()));
            var answer =
                    Api.JSON.createObjectNode().put("hash", constitution.hash().hex());
            var list = answer.putArray("findings");
            for (var finding : findings) {
                list.addObject()
                        .put("id", finding.id())
                        .put("severity", finding.severity().name().toLowerCase(java.util.Locale.ROOT))
                        .put("path", finding.path())
                        .put("line", finding.line())
                        .put("column", finding.column())
                        .put("reason", finding.reason())
                        .put("suggestion", finding.suggestion());
            }
            var refused = findings.stream().anyMatch(Complaint::isError);
            answer.put("refused", refused);
            var lines = findings.stream().map(Complaint::toString);
            var last = refused
                    ? "It would be refused."
                    : "It can be adopted. Its hash is " + constitution.hash().hex();
            everywhere.print(
                    answer,
                    java.util.stream.Stream.concat(lines, java.util.stream.Stream.of(last))
                            .toArray(String[]::new));
            return refused ? ExitCodes.REFUSED : ExitCodes.OK;
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
