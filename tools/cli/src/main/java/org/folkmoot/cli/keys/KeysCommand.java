// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.keys;

import java.net.URI;
import java.security.SecureRandom;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.record.PasskeyKey;
import org.folkmoot.record.SecretKey;
import org.folkmoot.record.SigningKey;
import org.folkmoot.record.WalletKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keys on this machine. They never leave it: only signatures and public keys do. */
@Command(
        name = "keys",
        description = "Make and list keys, and give them to a member or take them away.",
        subcommands = {
            KeysCommand.New.class,
            KeysCommand.ListAll.class,
            KeysCommand.Show.class,
            MemberKeys.Add.class,
            MemberKeys.Revoke.class,
            MemberKeys.Compromised.class,
            MemberKeys.History.class
        })
public final class KeysCommand {

    @Command(name = "new", description = "Make a key and keep it under a name.")
    static final class New implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(paramLabel = "NAME", description = "A name of your choice, on this machine only.")
        private String name = "";

        @Option(names = "--wallet", description = "A wallet's key, which signs typed data (EIP-712).")
        private boolean wallet;

        @Option(
                names = "--passkey-at",
                paramLabel = "ORIGIN",
                description = "A passkey in software, for a place such as https://moot.example.org.")
        private @Nullable URI origin;

        private SigningKey key(SecureRandom random) {
            if (wallet && origin != null) throw new Usage("A key is a wallet's or a passkey, not both.");
            if (wallet) return WalletKey.generate(random);
            return origin == null
                    ? SecretKey.generate(random)
                    : PasskeyKey.generate(random, origin.toString(), String.valueOf(origin.getHost()));
        }

        @Override
        public void run() {
            var key = key(new SecureRandom());
            var file = everywhere.keys().keep(name, key);
            var did = key.publicKey().did();
            var answer = Api.JSON
                    .createObjectNode()
                    .put("name", name)
                    .put("did", did)
                    .put("file", file.toString());
            everywhere.print(answer, did, "kept in " + file);
        }
    }

    @Command(name = "list", description = "List the keys.")
    static final class ListAll implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Override
        public void run() {
            var answer = Api.JSON.createArrayNode();
            var folder = everywhere.keys();
            for (var name : folder.names()) {
                answer.addObject()
                        .put("name", name)
                        .put("did", folder.publicKey(name).did());
            }
            everywhere.printItems(answer, "name", "did");
        }
    }

    @Command(name = "show", description = "Print a key's public part.")
    static final class Show implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(paramLabel = "NAME", description = "The key's name.")
        private String name = "";

        @Override
        public void run() {
            var did = everywhere.keys().publicKey(name).did();
            everywhere.print(Api.JSON.createObjectNode().put("name", name).put("did", did), did);
        }
    }
}
