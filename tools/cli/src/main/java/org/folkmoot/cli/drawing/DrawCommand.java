// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.drawing;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import org.folkmoot.cli.client.Documents;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.record.Json;
import org.folkmoot.sortition.Infeasible;
import org.folkmoot.sortition.Person;
import org.folkmoot.sortition.Reveal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws a panel by lot from a seed that nobody controls. It needs no service: everybody can draw the same panel again. */
@Command(
        name = "draw",
        description = "Draw a panel by lot, so that everybody can draw it again.",
        subcommands = {DrawCommand.Commit.class, DrawCommand.Show.class, DrawCommand.Panel.class})
public final class DrawCommand {
    private static final int BYTES = 32;

    @Command(
            name = "commit",
            description = {
                "Choose a secret value for a draw and print the commitment to it.",
                "The value is kept beside the file, readable by you alone, until 'folkmoot draw reveal'."
            })
    static final class Commit implements Runnable {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "FILE", description = "The draw, as YAML or JSON.")
        private Path file = Path.of("");

        @Option(names = "--as", required = true, paramLabel = "NAME", description = "Your name in the draw.")
        private String name = "";

        @Override
        public void run() {
            var value = new byte[BYTES];
            new SecureRandom().nextBytes(value);
            var reveal =
                    new Reveal(DrawFile.read(file).id(), name, HexFormat.of().formatHex(value));
            keep(secret(file, name), reveal.value());
            spec.commandLine().getOut().println(name + ": " + reveal.commitment());
        }

        private static void keep(Path secret, String value) {
            var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            try {
                Files.createFile(secret, mine);
                Files.writeString(secret, value + "\n", StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException _) {
                throw new Usage(secret + " is there already: who commits twice could choose which value to reveal.");
            } catch (IOException e) {
                throw new Usage("The file " + secret + " cannot be written: " + e.getMessage());
            }
        }
    }

    @Command(name = "reveal", description = "Print the value that you committed to; do so when all have committed.")
    static final class Show implements Runnable {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "FILE", description = "The draw.")
        private Path file = Path.of("");

        @Option(names = "--as", required = true, paramLabel = "NAME", description = "Your name in the draw.")
        private String name = "";

        @Override
        public void run() {
            var draw = DrawFile.read(file);
            var committed = draw.commitments().get(name);
            if (committed == null)
                throw new Usage("The draw has no commitment of " + name + "; put it there before you reveal anything.");
            var reveal = new Reveal(
                    draw.id(), name, Documents.text(secret(file, name)).strip());
            if (!reveal.matches(committed))
                throw new Usage(
                        "That is not what " + name + " committed to: the draw, its pool or its quotas were changed.");
            spec.commandLine().getOut().println(name + ": " + reveal.value());
        }
    }

    @Command(name = "panel", description = "Check what was revealed, and print the seed and the panel that it draws.")
    static final class Panel implements Runnable {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "FILE", description = "The draw.")
        private Path file = Path.of("");

        @Option(names = "--json", description = "As JSON.")
        private boolean json;

        @Override
        public void run() {
            try {
                print(DrawFile.read(file));
            } catch (Infeasible | IllegalArgumentException e) {
                throw new Usage("Nothing can be drawn: " + e.getMessage());
            }
        }

        private void print(DrawFile draw) {
            var seed = draw.seed();
            var sortition = draw.sortition();
            var panel = sortition.draw(seed);
            var out = spec.commandLine().getOut();
            if (json) {
                var said = new LinkedHashMap<String, Object>();
                said.put("draw", draw.id());
                said.put("seed", seed.hex());
                said.put("panels", sortition.panels().toString());
                said.put("panel", panel.stream().map(Person::id).toList());
                out.println(Json.object(said).canonicalText());
                return;
            }
            out.println("draw    " + draw.id());
            out.println("seed    " + seed.hex() + ", made by "
                    + String.join(", ", draw.commitments().keySet()));
            out.println("panels  " + sortition.panels() + " of " + draw.seats() + " from "
                    + draw.pool().size() + " people keep the quotas; each is as likely as the others");
            for (var person : panel)
                out.println(person.id() + "  "
                        + String.join(
                                "  ",
                                draw.quotas().of().keySet().stream()
                                        .map(stratum -> person.properties().getOrDefault(stratum, ""))
                                        .toList()));
        }
    }

    private static Path secret(Path file, String name) {
        if (!name.matches("[A-Za-z0-9._-]{1,64}"))
            throw new Usage("A name here is of letters, digits, dots and dashes.");
        return file.resolveSibling(file.getFileName() + "." + name + ".secret");
    }
}
