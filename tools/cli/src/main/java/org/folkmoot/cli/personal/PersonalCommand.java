// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.personal;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Sessions;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.StrictJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Personal data. */
@Command(
        name = "personal",
        description = "Tell a community about yourself, read it, take all that it holds, or erase it.",
        subcommands = {
            PersonalCommand.Put.class,
            PersonalCommand.Show.class,
            PersonalCommand.Export.class,
            PersonalCommand.Erase.class
        })
public final class PersonalCommand {
    private static final int SALT = 32;

    @Command(name = "put", description = "Tell something, in the place of what was told before. Prints when.")
    static final class Put implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Mixin
        private Oneself oneself = new Oneself();

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "NAME=VALUE", description = "What to tell.")
        private Map<String, String> data = Map.of();

        @Override
        public void run() {
            var told = Json.object(new TreeMap<>(data));
            var salt = new byte[SALT];
            new SecureRandom().nextBytes(salt);
            var commitment = Hash.of(salt, told.canonical()).hex();
            var act = oneself.sign(everywhere, "personal.put/1", Map.of("commitment", commitment));
            var request = new Json.Obj(new HashMap<>(Map.of(
                    "act",
                    StrictJson.parse(act),
                    "data",
                    told,
                    "salt",
                    new Json.Str(Base64.getEncoder().encodeToString(salt)))));
            everywhere.printMade(oneself.post(everywhere, "", request.canonical()), "at");
        }
    }

    @Command(name = "show", description = "Read what you told.")
    static final class Show implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Mixin
        private Oneself oneself = new Oneself();

        @Override
        public void run() {
            try (var asking = new Api();
                    var api = Api.with(
                            Sessions.open(asking, everywhere, oneself.at(), oneself.signer, List.of("personal"))
                                    .path("token")
                                    .asText())) {
                everywhere.printFields(api.get(everywhere.suite().identity(), oneself.path(everywhere)));
            }
        }
    }

    @Command(name = "export", description = "Print everything that identity-svc holds about you, as JSON.")
    static final class Export implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Mixin
        private Oneself oneself = new Oneself();

        @Override
        public void run() {
            var answer = oneself.post(everywhere, "/exports", oneself.sign(everywhere, "personal.export/1", Map.of()));
            everywhere.print(answer, answer.toPrettyString());
        }
    }

    @Command(name = "erase", description = "Destroy what you told. Prints when.")
    static final class Erase implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Mixin
        private Oneself oneself = new Oneself();

        @Override
        public void run() {
            var act = oneself.sign(everywhere, "personal.erase/1", Map.of());
            everywhere.printMade(oneself.post(everywhere, "/erasures", act), "at");
        }
    }

    /** In which community, and as whom. */
    static final class Oneself {
        @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Option(names = "--as", required = true, paramLabel = "KEY", description = "A key that you sign with there.")
        private String signer = "";

        Hash at() {
            return Everywhere.hash(community);
        }

        String path(Everywhere everywhere) {
            var member = everywhere.keys().read(signer).member(at());
            return "/v1/communities/" + at().hex() + "/members/" + member.hex() + "/personal";
        }

        byte[] sign(Everywhere everywhere, String type, Map<String, Object> body) {
            var own = everywhere.keys().read(signer);
            return everywhere
                    .signer()
                    .sign(own, at(), own.member(at()), type, body)
                    .json();
        }

        JsonNode post(Everywhere everywhere, String where, byte[] request) {
            try (var api = new Api()) {
                return api.post(everywhere.suite().identity(), path(everywhere) + where, request);
            }
        }
    }
}
