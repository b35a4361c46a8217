// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.drawing;

import java.nio.file.Path;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.CommunityList;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Suite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What one asks about the draws of a community. */
final class CommunityDraws {
    private CommunityDraws() {}

    @Command(name = "list", description = "List the draws of a community, the newest first.")
    static final class ListAll extends CommunityList {
        ListAll() {
            super(Suite::voting, "draws", "draw", "role", "seats", "state", "round");
        }
    }

    @Command(
            name = "show",
            description = "Show how far a draw of a community is, who said what in its rounds, and who was drawn.")
    static final class Show implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(paramLabel = "DRAW", description = "The draw's id.")
        private String draw = "";

        @Override
        public void run() {
            try (var api = new Api()) {
                var id = Everywhere.hash(draw);
                var shown = new CommunityDraw(api, everywhere.suite().voting(), id);
                everywhere.printFields(shown.readWithRounds());
            }
        }
    }

    @Command(
            name = "save",
            description = {
                "Write a draw of a community and those who can be drawn into a folder.",
                "'folkmoot draw panel' draws from it again, without any service."
            })
    static final class Save implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "DRAW", description = "The draw's id.")
        private String draw = "";

        @Parameters(index = "1", paramLabel = "FOLDER", description = "Where to: draw.json and pool.csv.")
        private Path folder = Path.of("");

        @Override
        public void run() {
            try (var api = new Api()) {
                var id = Everywhere.hash(draw);
                var file = new CommunityDraw(api, everywhere.suite().voting(), id).save(folder);
                everywhere.print(Api.JSON.createObjectNode().put("file", file.toString()), file.toString());
            }
        }
    }
}
