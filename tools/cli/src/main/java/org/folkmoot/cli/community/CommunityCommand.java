// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.community;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Documents;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Paging;
import org.folkmoot.record.Hash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Communities: those who decide together. */
@Command(
        name = "community",
        description = "Found a community, and look at communities.",
        subcommands = {
            CommunityCommand.Found.class,
            CommunityCommand.Show.class,
            CommunityCommand.ListAll.class,
            CommunityCommand.ShowConstitution.class,
            CommunityCommand.Drifts.class
        })
public final class CommunityCommand {

    @Command(name = "found", description = "Found a community from a constitution. Prints the community's id.")
    static final class Found implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(paramLabel = "CONSTITUTION", description = "The constitution, YAML or JSON.")
        private Path file = Path.of("");

        @Option(
                names = "--as",
                required = true,
                paramLabel = "KEY",
                description = "The founder who signs: a key's name.")
        private String signer = "";

        @Option(
                names = "--founder",
                paramLabel = "KEY",
                description = "Another founding member: a did:key, or a key's name. May be repeated.")
        private List<String> founders = List.of();

        @Override
        public void run() {
            var constitution = Documents.constitution(file);
            var key = everywhere.keys().read(signer);
            var all = new ArrayList<String>();
            all.add(key.publicKey().did());
            for (var founder : founders)
                all.add(everywhere.keys().resolve(founder).did());

            Map<String, Object> body = Map.of(
                    "constitution", constitution.json(),
                    "founders", List.copyOf(all),
                    "name", constitution.name());
            var genesis = everywhere.signer().sign(key, Hash.ZERO, Hash.ZERO, "community.found/1", body);
            try (var api = new Api()) {
                var answer = api.post(everywhere.suite().identity(), "/v1/communities", genesis.json());
                everywhere.printMade(answer, "community");
            }
        }
    }

    @Command(name = "show", description = "Show a community.")
    static final class Show implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Override
        public void run() {
            try (var api = new Api()) {
                var path = "/v1/communities/" + Everywhere.hash(community).hex();
                everywhere.printFields(api.get(everywhere.suite().identity(), path));
            }
        }
    }

    @Command(name = "list", description = "List the communities.")
    static final class ListAll implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Mixin
        private Paging paging = new Paging();

        @Override
        public void run() {
            try (var api = new Api()) {
                var page = api.get(everywhere.suite().identity(), "/v1/communities" + paging.query());
                everywhere.printPage(page, "community", "name");
            }
        }
    }

    @Command(name = "constitution", description = "Show a community's constitution.")
    static final class ShowConstitution implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Override
        public void run() {
            try (var api = new Api()) {
                var path = "/v1/communities/" + Everywhere.hash(community).hex() + "/constitution";
                everywhere.printFields(api.get(everywhere.suite().identity(), path));
            }
        }
    }

    @Command(name = "drifts", description = "List the rules that today's members cannot meet, or soon cannot.")
    static final class Drifts implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Override
        public void run() {
            try (var api = new Api()) {
                var path = "/v1/communities/" + Everywhere.hash(community).hex() + "/drifts";
                everywhere.printPage(api.get(everywhere.suite().voting(), path), "state", "policy", "path", "reason");
            }
        }
    }
}
