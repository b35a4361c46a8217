// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.drawing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.KeyFolder;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.record.Json;
import org.folkmoot.sortition.Infeasible;
import org.folkmoot.sortition.Person;
import org.folkmoot.sortition.Reveal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Draws a panel by lot from a seed that nobody controls. A draw is a file and needs no service, or one of a community, which
 * everybody can take as a file; either way everybody can draw the same panel again.
 */
@Command(
        name = "draw",
        description = "Draw a panel by lot, so that everybody can draw it again.",
        subcommands = {
            DrawCommand.Commit.class,
            DrawCommand.Disclose.class,
            DrawCommand.Panel.class,
            CommunityDraws.ListAll.class,
            CommunityDraws.Show.class,
            CommunityDraws.Save.class
        })
public final class DrawCommand {
    private static final String DRAW = "The file of a draw, as YAML or JSON; or the id of a community's draw.";
    private static final String NAME = "Your name in the file; or the name of your key.";

    @FunctionalInterface
    private interface Says {
        JsonNode to(CommunityDraw draw, KeyFolder keys);
    }

    private static void of(Everywhere everywhere, String draw, Says says) {
        try (var api = new Api()) {
            var community = new CommunityDraw(api, everywhere.suite().voting(), Everywhere.hash(draw));
            everywhere.printFields(says.to(community, everywhere.keys()));
        }
    }

    @Command(
            name = "commit",
            description = {
                "Choose a secret value for a draw and commit to it.",
                "For a file the commitment is printed, and the value is kept beside it; for a draw of a community the",
                "commitment is sent, and the value is kept with your keys. You alone can read it until you reveal it."
            })
    static final class Commit implements Runnable {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(paramLabel = "DRAW", description = DRAW)
        private String draw = "";

        @Option(names = "--as", required = true, paramLabel = "NAME", description = NAME)
        private String name = "";

        @Override
        public void run() {
            if (CommunityDraw.isNamed(draw)) of(everywhere, draw, (community, keys) -> community.commit(keys, name));
            else commit(Path.of(draw));
        }

        private void commit(Path file) {
            var said = DrawFile.read(file);
            // Nobody commits to a draw that cannot be made.
            possible(said::sortition);
            var reveal = new Reveal(said.round(), name, Secrets.choose());
            Secrets.keep(secret(file, name), reveal.value());
            spec.commandLine().getOut().println(name + ": " + reveal.commitment());
        }
    }

    @Command(name = "reveal", description = "Reveal the value that you committed to; do so when all have committed.")
    static final class Disclose implements Runnable {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(paramLabel = "DRAW", description = DRAW)
        private String draw = "";

        @Option(names = "--as", required = true, paramLabel = "NAME", description = NAME)
        private String name = "";

        @Override
        public void run() {
            if (CommunityDraw.isNamed(draw)) of(everywhere, draw, (community, keys) -> community.reveal(keys, name));
            else reveal(Path.of(draw));
        }

        private void reveal(Path file) {
            var said = DrawFile.read(file);
            var committed = said.commitments().get(name);
            if (committed == null)
                throw new Usage("The draw has no commitment of " + name + "; put it there before you reveal anything.");
            var reveal = new Reveal(said.round(), name, Secrets.read(secret(file, name)));
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
            var draw = DrawFile.read(file);
            possible(() -> print(draw));
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

    private static void possible(Runnable drawing) {
        try {
            drawing.run();
        } catch (Infeasible | IllegalArgumentException e) {
            throw new Usage("Nothing can be drawn: " + e.getMessage());
        }
    }
}
