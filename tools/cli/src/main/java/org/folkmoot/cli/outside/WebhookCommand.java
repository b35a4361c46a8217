// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Paging;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Webhooks: systems outside that are told what happens. Whoever runs the service registers them. */
@Command(
        name = "webhook",
        description = "Have systems outside told what happens in a treasury. This takes the operator's token.",
        subcommands = {
            WebhookCommand.ListAll.class,
            WebhookCommand.Show.class,
            WebhookCommand.Register.class,
            WebhookCommand.Rotate.class,
            WebhookCommand.Enable.class,
            WebhookCommand.Delete.class
        })
public final class WebhookCommand {
    private static final String DOOR = "/v1/operator/webhooks";

    @Command(name = "list", description = "List the webhooks, in the order of registration.")
    static final class ListAll extends Operating {
        @Mixin
        private Paging paging = new Paging();

        @Override
        void with(Api api) {
            everywhere.printPage(api.get(treasury(), DOOR + paging.query()), "webhook", "state", "url");
        }
    }

    @Command(name = "show", description = "Show a webhook: how much waits, and why it is told nothing any more.")
    static final class Show extends OfOne {
        @Override
        void with(Api api) {
            everywhere.printFields(api.get(treasury(), path("")));
        }
    }

    @Command(name = "register", description = "Register a webhook. Prints it with its secret, which is shown once.")
    static final class Register extends Operating {
        @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Parameters(index = "1", paramLabel = "URL", description = "Where it is told.")
        private String url = "";

        @Option(
                names = "--type",
                required = true,
                paramLabel = "TYPE",
                description = "What it is told, such as treasury.transfer-posted.v1; may be repeated.")
        private List<String> types = List.of();

        @Option(
                names = "--signature",
                paramLabel = "SCHEME",
                description = "v1 (HMAC-SHA256) or v1a (Ed25519). Default: ${DEFAULT-VALUE}.")
        private String signature = "v1";

        @Override
        void with(Api api) {
            var request = Api.JSON
                    .createObjectNode()
                    .put("community", community)
                    .put("url", url)
                    .put("signature", signature);
            var wanted = request.putArray("types");
            types.forEach(wanted::add);
            everywhere.printFields(
                    api.post(treasury(), DOOR, "application/json", BodyPublishers.ofString(request.toString())));
        }
    }

    @Command(name = "rotate", description = "Make a new secret; for a while the old one goes on to sign.")
    static final class Rotate extends OfOne {
        @Override
        void with(Api api) {
            everywhere.printFields(api.post(treasury(), path("/rotate"), "application/json", BodyPublishers.noBody()));
        }
    }

    @Command(name = "enable", description = "Try again to tell one that was given up.")
    static final class Enable extends OfOne {
        @Override
        void with(Api api) {
            everywhere.printMade(
                    api.post(treasury(), path("/enable"), "application/json", BodyPublishers.noBody()), "state");
        }
    }

    @Command(name = "delete", description = "Tell it nothing any more, and forget it and all that waits for it.")
    static final class Delete extends OfOne {
        @Override
        void with(Api api) {
            api.delete(treasury(), path(""));
        }
    }

    /** What is done with one webhook. */
    abstract static class OfOne extends Operating {
        @Parameters(index = "0", paramLabel = "WEBHOOK", description = "The webhook's id.")
        private String webhook = "";

        final String path(String rest) {
            return DOOR + "/" + URLEncoder.encode(webhook, UTF_8) + rest;
        }
    }
}
