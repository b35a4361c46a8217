// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.trustees;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.sealing.Ceremony;
import org.folkmoot.sealing.Certificate;
import org.folkmoot.sealing.Point;
import org.folkmoot.sealing.Scalars;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Those who open sealed ballots. They need no service to make their key, only a way to send each other files. */
@Command(
        name = "trustee",
        description = "Make a key together with other trustees, and open sealed ballots with them.",
        subcommands = {
            TrusteeCommand.Key.class,
            TrusteeCommand.Deals.class,
            TrusteeCommand.Sign.class,
            TrusteeCommand.Certify.class,
            OpenCommand.class
        })
public final class TrusteeCommand {

    @Command(name = "key", description = "Make a trustee's own key and keep it under a name.")
    static final class Key implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(paramLabel = "NAME", description = "A name of your choice, on this machine only.")
        private String name = "";

        @Override
        public void run() {
            var secret = Scalars.random(new SecureRandom());
            var file = new TrusteeKeys(everywhere.keys().folder()).keep(name, secret);
            var did = TrusteeKeys.did(Point.base(secret));
            var answer = Api.JSON
                    .createObjectNode()
                    .put("name", name)
                    .put("did", did)
                    .put("file", file.toString());
            everywhere.print(answer, did, "kept in " + file);
        }
    }

    @Command(
            name = "deal",
            description = "Print your part in a key, for all other trustees. It can be sent openly.",
            footer = "Example: folkmoot trustee deal --as tom --session \"Skerry 2026\" --quorum 2 --of DID,DID,DID")
    static final class Deals implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Option(names = "--as", required = true, paramLabel = "NAME", description = "Whose part: a trustee's key.")
        private String name = "";

        @Option(
                names = "--session",
                required = true,
                paramLabel = "WORDS",
                description = "What this key is for; all trustees say the same, and never again for another key.")
        private String session = "";

        @Option(names = "--quorum", required = true, paramLabel = "K", description = "How many open together.")
        private int quorum;

        @Option(
                names = "--of",
                required = true,
                split = ",",
                paramLabel = "DID",
                description = "The keys of all trustees; all trustees name them in the same order.")
        private List<String> of = List.of();

        @Override
        public void run() {
            var ceremony = new Ceremony(
                    session, quorum, of.stream().map(Messages::point).toList());
            var secret = new TrusteeKeys(everywhere.keys().folder()).secret(name);
            int place = place(ceremony, Point.base(secret), name);
            var message = Messages.deal(ceremony, place, ceremony.deal(secret, new SecureRandom()));
            everywhere.print(message, message.toString());
        }
    }

    @Command(
            name = "sign",
            description = "Check the parts of all trustees, keep your share of the key, and print your signature.")
    static final class Sign implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Option(names = "--as", required = true, paramLabel = "NAME", description = "Who signs: a trustee's key.")
        private String name = "";

        @Parameters(arity = "1..*", paramLabel = "FILE", description = "What all trustees printed with 'deal'.")
        private List<Path> files = List.of();

        @Override
        public void run() {
            var messages = Messages.read(files);
            var ceremony = Messages.ceremony(messages);
            var deals = Messages.deals(ceremony, messages);
            var keys = new TrusteeKeys(everywhere.keys().folder());
            var secret = keys.secret(name);
            int place = place(ceremony, Point.base(secret), name);
            keys.keepShare(name, ceremony.key(deals), ceremony.receive(secret, deals));
            var message = Messages.signature(ceremony, place, ceremony.sign(secret, deals));
            everywhere.print(message, message.toString());
        }
    }

    @Command(
            name = "certificate",
            description = "Print the 'trustees' of a constitution, from all parts and all signatures.")
    static final class Certify implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(
                arity = "1..*",
                paramLabel = "FILE",
                description = "What all trustees printed with 'deal' and 'sign'.")
        private List<Path> files = List.of();

        @Override
        public void run() {
            var messages = Messages.read(files);
            var ceremony = Messages.ceremony(messages);
            byte[] certificate = Certificate.of(
                    ceremony, Messages.deals(ceremony, messages), Messages.signatures(ceremony, messages));
            var text = Base64.getUrlEncoder().withoutPadding().encodeToString(certificate);
            var answer = Api.JSON.createObjectNode();
            var section = answer.putObject("trustees").put("quorum", ceremony.quorum());
            var of = section.putArray("of");
            ceremony.trustees().forEach(point -> of.add(TrusteeKeys.did(point)));
            section.put("session", ceremony.session()).put("certificate", text);
            everywhere.print(
                    answer,
                    "trustees:",
                    "  quorum: " + ceremony.quorum(),
                    "  of:",
                    ceremony.trustees().stream()
                            .map(point -> "    - " + TrusteeKeys.did(point))
                            .collect(Collectors.joining("\n")),
                    "  session: " + Api.JSON.getNodeFactory().textNode(ceremony.session()),
                    "  certificate: " + text);
        }
    }

    private static int place(Ceremony ceremony, Point key, String name) {
        return ceremony.place(key)
                .orElseThrow(() -> new Usage("The key of " + name + " is not among those of the trustees."));
    }
}
