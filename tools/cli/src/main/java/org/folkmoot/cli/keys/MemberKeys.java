// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.keys;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Signing;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Times;
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
            Map<String, Object> body = Map.of("consent", Consents.plain(added, at, member, sign.notAfter()));
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
                Signing act = by -> by.sign(own, at, member, "key.revoke/1", body);
                var answer = api.say(everywhere.suite().identity(), path(at, member) + "/revocations", act);
                everywhere.print(answer, member.hex() + " signs no more with " + key);
            }
        }
    }

    @Command(
            name = "compromised",
            description = "Say that somebody else has had a key. It signs no more; what it signed since is disputed.")
    static final class Compromised implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Parameters(index = "1", paramLabel = "KEY", description = "The key: a did, or a key's name.")
        private String key = "";

        @Option(names = "--since", required = true, paramLabel = "TIME", description = "Such as 2026-11-20T10:00:00Z.")
        private Instant since = Instant.EPOCH;

        @Option(names = "--as", required = true, paramLabel = "KEY", description = "A key that you sign with there.")
        private String signer = "";

        @Override
        public void run() {
            var at = Everywhere.hash(community);
            var folder = everywhere.keys();
            var own = folder.read(signer);
            var did = folder.resolve(key).did();
            Map<String, Object> body = Map.of("key", did, "since", Times.text(since.truncatedTo(ChronoUnit.MILLIS)));
            try (var api = new Api()) {
                var member = own.member(at);
                Signing act = by -> by.sign(own, at, member, "key.compromise/1", body);
                var answer = api.say(everywhere.suite().identity(), path(at, member) + "/compromises", act);
                everywhere.print(answer, "what " + did + " signed since " + since + " is disputed");
            }
        }
    }

    @Command(name = "history", description = "Every key that a member has or had.")
    static final class History implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Parameters(index = "1", paramLabel = "MEMBER", description = "Who: an id, a did, or a key's name.")
        private String member = "";

        @Override
        public void run() {
            try (var api = new Api()) {
                var at = Everywhere.hash(community);
                var path = path(at, everywhere.member(at, member));
                everywhere.printFields(api.get(everywhere.suite().identity(), path));
            }
        }
    }
}
