// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Documents;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.record.Act;
import org.folkmoot.record.Acts;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The keys of a member of a community. */
final class MemberKeys {
    private MemberKeys() {}

    private static String path(Hash community, Hash member) {
        return "/v1/communities/" + community.hex() + "/members/" + member.hex() + "/keys";
    }

    @Command(name = "add", description = "Sign with one more key in a community.")
    static final class Add implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Parameters(index = "1", paramLabel = "NAME", description = "The name of the new key on this machine.")
        private String name = "";

        @Option(names = "--as", required = true, paramLabel = "KEY", description = "A key that you sign with there.")
        private String signer = "";

        @Override
        public void run() {
            var at = Everywhere.hash(community);
            var folder = everywhere.keys();
            var own = folder.read(signer);
            var member = own.member(at);
            var added = folder.read(name).key();
            var sign = everywhere.signer();
            var consent = Acts.sign(
                    added,
                    new Act(
                            member,
                            Json.object(Map.of()),
                            at,
                            added.publicKey(),
                            sign.notAfter(),
                            0,
                            member,
                            "key.accept/1"));
            Map<String, Object> body =
                    Map.of("consent", Documents.plain(Documents.json(new String(consent.json(), UTF_8))));
            try (var api = new Api()) {
                var act = sign.sign(own, at, member, "key.add/1", body);
                var answer = api.post(everywhere.suite().identity(), path(at, member), act.json());
                folder.belongs(name, at, member);
                everywhere.print(
                        answer,
                        member.hex() + " signs with " + added.publicKey().did() + " too");
            }
        }
    }

    @Command(name = "revoke", description = "Sign no more with a key in a community; what it signed stands.")
    static final class Revoke implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Parameters(index = "1", paramLabel = "KEY", description = "The key to revoke: a did, or a key's name.")
        private String revoked = "";

        @Option(names = "--as", required = true, paramLabel = "KEY", description = "A key that you sign with there.")
        private String signer = "";

        @Override
        public void run() {
            var at = Everywhere.hash(community);
            var folder = everywhere.keys();
            var own = folder.read(signer);
            var key = folder.resolve(revoked).did();
            Map<String, Object> body = Map.of("key", key);
            try (var api = new Api()) {
                var member = own.member(at);
                var act = everywhere.signer().sign(own, at, member, "key.revoke/1", body);
                var answer = api.post(everywhere.suite().identity(), path(at, member) + "/revocations", act.json());
                everywhere.print(answer, member.hex() + " signs no more with " + key);
            }
        }
    }

    @Command(name = "history", description = "Every key that a member has or had.")
    static final class History implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Parameters(index = "1", paramLabel = "MEMBER", description = "The member's id.")
        private String member = "";

        @Override
        public void run() {
            try (var api = new Api()) {
                everywhere.printFields(api.get(
                        everywhere.suite().identity(), path(Everywhere.hash(community), Everywhere.hash(member))));
            }
        }
    }
}
