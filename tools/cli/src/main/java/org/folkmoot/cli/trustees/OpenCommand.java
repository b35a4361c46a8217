// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.trustees;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.DefinedPoll;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.cli.client.Waiting;
import org.folkmoot.record.Hash;
import org.folkmoot.sealing.GroupKey;
import org.folkmoot.sealing.Point;
import org.folkmoot.sealing.SealedBallot;
import org.folkmoot.sealing.SealedBallot.Label;
import org.folkmoot.sealing.Shares;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Gives a trustee's shares for the ballots of a closed poll. It believes no service: not that the poll is closed, and not
 * that the ballots are this poll's, because a share for a ballot of a poll that is still open would open it.
 */
@Command(name = "open", description = "Open the sealed ballots of a closed poll, together with other trustees.")
final class OpenCommand implements Runnable {
    private static final Set<String> RUNNING = Set.of("waiting", "delayed", "open", "closing");

    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Parameters(paramLabel = "POLL", description = "The poll's id.")
    private String poll = "";

    @Option(names = "--as", required = true, paramLabel = "NAME", description = "Who opens: a trustee's key.")
    private String name = "";

    @Option(names = "--wait", description = "Wait until the poll is closed.")
    private boolean wait;

    @Option(names = "--patience", paramLabel = "SECONDS", description = "How long to wait. Default: ${DEFAULT-VALUE}.")
    private int patience = 300;

    @Override
    public void run() {
        var id = Everywhere.hash(poll);
        var suite = everywhere.suite();
        try (var api = new Api()) {
            if (wait) awaitClose(api, id);
            var defined = DefinedPoll.read(api, suite, id);
            var key = defined.seal().orElseThrow(() -> new Usage("The ballots of this poll are public."));
            var closesAt = defined.definition().closesAt();
            if (InstantSource.system().instant().isBefore(closesAt))
                throw new Usage("The poll closes at " + closesAt + "; nobody opens its ballots before.");
            var shares = shares(id, key, heads(api, defined, key));
            var answer = api.post(
                    suite.voting(),
                    "/v1/polls/" + id.hex() + "/shares",
                    "application/json",
                    BodyPublishers.ofString(message(shares)));
            int given = answer.path("given").size();
            var summary = Api.JSON
                    .createObjectNode()
                    .put("poll", id.hex())
                    .put("trustee", shares.trustee())
                    .put("ballots", shares.points().size())
                    .put("given", given)
                    .put("quorum", key.quorum());
            everywhere.print(
                    summary,
                    "Gave the shares of trustee " + shares.trustee() + " for "
                            + shares.points().size() + " ballots.",
                    given < key.quorum()
                            ? given + " of the " + key.quorum() + " trustees who are needed have given theirs."
                            : "That is enough: the ballots are opened.");
        }
    }

    private void awaitClose(Api api, Hash id) {
        Waiting.until(
                "the poll to be closed",
                Duration.ofSeconds(patience),
                () -> api.get(everywhere.suite().voting(), "/v1/polls/" + id.hex()),
                shown -> !RUNNING.contains(shown.path("state").asText()));
    }

    private Shares shares(Hash id, GroupKey key, List<Point> heads) {
        var share = new TrusteeKeys(everywhere.keys().folder())
                .share(name, key)
                .orElseThrow(() -> new Usage("'" + name + "' has no share of the key of this poll."));
        var own = Point.base(share);
        for (int trustee = 1; trustee <= key.trustees(); trustee++)
            if (key.share(trustee).equals(own)) return Shares.of(key, trustee, share, id, heads, new SecureRandom());
        throw new Usage("'" + name + "' has no share of the key of this poll.");
    }

    /** The heads of the ballots that count, which are the last ones of each member, whatever the service says. */
    private List<Point> heads(Api api, DefinedPoll defined, GroupKey key) {
        var last = new LinkedHashMap<Hash, Point>();
        var path = "/v1/polls/" + defined.definition().id().hex() + "/ballots.jsonl";
        try (var lines = new BufferedReader(
                new InputStreamReader(api.download(everywhere.suite().voting(), path), UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var ballot = Api.read(line);
                var member = Hash.parse(ballot.path("member").asText());
                last.putLast(member, head(ballot, member, defined, key));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (last.isEmpty()) throw new Usage("There are no ballots to open.");
        return List.copyOf(last.values());
    }

    private static Point head(JsonNode ballot, Hash member, DefinedPoll defined, GroupKey key) {
        var sealed = ballot.path("choice").path("sealed");
        if (!sealed.isTextual()) throw new Usage("The ballots of this poll are open already.");
        var read = SealedBallot.decode(Base64.getDecoder().decode(sealed.asText()));
        read.check(key, new Label(defined.definition().id(), member), defined.room());
        return read.head();
    }

    private static String message(Shares shares) {
        var base64 = Base64.getEncoder();
        return Api.JSON
                .createObjectNode()
                .put("trustee", shares.trustee())
                .put("points", base64.encodeToString(Point.join(shares.points())))
                .put("proof", base64.encodeToString(shares.proof()))
                .toString();
    }
}
