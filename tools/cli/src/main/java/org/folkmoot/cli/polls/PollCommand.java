// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.polls;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.CommunityList;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Suite;
import org.folkmoot.record.Hash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Polls: the votes on proposals. */
@Command(
        name = "poll",
        description = "Look at polls.",
        subcommands = {
            ShowCommand.class,
            PollCommand.ListAll.class,
            PollCommand.Watch.class,
            PollCommand.Roll.class,
            ExportCommand.class,
            ResultsCommand.class
        })
public final class PollCommand {

    @Command(name = "list", description = "List a community's polls.")
    static final class ListAll extends CommunityList {
        ListAll() {
            super(Suite::voting, "polls", "poll", "state", "closesAt", "question");
        }
    }

    @Command(name = "watch", description = "Follow a poll's tally until it is decided.")
    static final class Watch implements Runnable {
        private static final String DATA = "data:";

        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(paramLabel = "POLL", description = "The poll's id.")
        private String poll = "";

        @Override
        public void run() {
            var path = "/v1/polls/" + Everywhere.hash(poll).hex() + "/tally/stream";
            try (var api = new Api();
                    var events = new BufferedReader(new InputStreamReader(
                            api.follow(everywhere.suite().voting(), path), StandardCharsets.UTF_8))) {
                for (var line = events.readLine(); line != null; line = events.readLine()) {
                    if (line.startsWith(DATA)) {
                        var tally = Api.read(line.substring(DATA.length()).strip());
                        everywhere.print(tally, words(tally));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** When it was, how many ballots there are, and what they come to. */
    static String words(JsonNode tally) {
        var ballots = tally.path(tally.has("accepted") ? "accepted" : "ballots").asText("0");
        return Stream.of(
                        tally.path("at").asText(),
                        tally.path("state").asText(),
                        ballots + (ballots.equals("1") ? " ballot" : " ballots"),
                        tally.path("words").asText(),
                        tally.at("/decision/words").asText())
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining("  "));
    }

    @Command(name = "roll", description = "Say whether a member may vote in a poll, with which power, and why.")
    static final class Roll implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "POLL", description = "The poll's id.")
        private String poll = "";

        @Parameters(index = "1", paramLabel = "MEMBER", description = "The member: an id, a did, or the name of a key.")
        private String member = "";

        @Override
        public void run() {
            try (var api = new Api()) {
                var path = "/v1/polls/" + Everywhere.hash(poll).hex();
                var voting = everywhere.suite().voting();
                var community = api.get(voting, path).path("community").asText();
                var named = everywhere.member(Hash.parse(community), member);
                everywhere.printFields(api.get(voting, path + "/roll/" + named.hex()));
            }
        }
    }
}
