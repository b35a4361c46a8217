// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Signer;
import org.folkmoot.cli.client.Suite;
import org.folkmoot.cli.client.Waiting;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;
import org.folkmoot.record.SecretKey;

/** One community's way from its founding to an enacted decision, step by step. */
final class DemoRun {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String JSON_LINES = "application/x-ndjson";

    private final Api api;
    private final Suite suite;
    private final Example example;
    private final Electorate members;
    private final Progress progress;
    private final Figures figures;
    private final Signer signer = new Signer(InstantSource.system());

    DemoRun(Api api, Suite suite, Example example, Electorate members, Progress progress, Figures figures) {
        this.api = api;
        this.suite = suite;
        this.example = example;
        this.members = members;
        this.progress = progress;
        this.figures = figures;
    }

    void run(long verifyPerSecond) {
        var timing = Timing.of(members.size(), verifyPerSecond);
        progress.say("The poll will take " + timing.delaySeconds() + " s until it opens, " + timing.periodSeconds()
                + " s of voting and " + timing.timelockSeconds() + " s of timelock");
        var founding = new Stopwatch();
        var community = found(timing);
        var position = register(community);
        figures.put("founding_s", founding.seconds());

        var proposal = propose(community, position);
        var poll = Hash.parse(proposal.path("poll").asText());
        var ballots = Ballots.sign(members, example.choices(), community, poll, signer);
        progress.say(ballots.size() + " ballots signed, each by its member");
        figures.put("ballotsSigned", ballots.size());
        var open = opened(poll);
        vote(community, poll, ballots, open);
        var decision = decided(poll, open);
        new Published(example, progress, figures).compare(decision);
        enacted(community, Hash.parse(proposal.path("proposal").asText()));
    }

    private Hash found(Timing timing) {
        var constitution = Constitution.read(example.constitution());
        Map<String, Object> body = Map.of(
                "constitution", timing.into(constitution.json(), example.policy()),
                "founders", List.of(members.founder().publicKey().did()),
                "name", constitution.name());
        var genesis = signer.sign(members.founder(), Hash.ZERO, Hash.ZERO, "community.found/1", body);
        var founded = api.post(suite.identity(), "/v1/communities", genesis.json());
        progress.say("Founded " + constitution.name() + ": "
                + founded.path("community").asText());
        return Hash.parse(founded.path("community").asText());
    }

    /** Registers everybody with one act, and returns the membership position after the last of them. */
    private long register(Hash community) {
        var lines = members.lines();
        var act = signer.sign(members.founder(), community, community, "member.register/1", Electorate.roll(lines));
        var first = (new String(act.json(), StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
        var body = BodyPublishers.ofInputStream(() -> new SequenceInputStream(
                new ByteArrayInputStream(first),
                new SequenceInputStream(Collections.enumeration(
                        lines.stream().map(ByteArrayInputStream::new).toList()))));
        var answer = api.post(suite.identity(), at(community) + "/members/bulk", JSON_LINES, body);
        progress.check(
                answer.path("added").asLong() + 1 + " members, each with a key of their own",
                answer.path("added").asLong() == lines.size());
        return answer.path("position").asLong();
    }

    private JsonNode propose(Hash community, long position) {
        var founder = members.founder();
        var draft = signer.sign(founder, community, community, "proposal.draft/1", example.proposal());
        // proposals-svc learns of the community from an event, which may still be on its way.
        var drafted = Waiting.until(
                "proposals-svc to know the community",
                PATIENCE,
                () -> api.post(suite.proposals(), at(community) + "/proposals", draft.json()),
                answer -> true);
        var id = Hash.parse(drafted.path("proposal").asText());
        var submit = signer.sign(founder, community, id, "proposal.submit/1", Map.of("after", position));
        var submitted = api.post(suite.proposals(), "/v1/proposals/" + id.hex() + "/submission", submit.json());
        progress.say("Submitted the proposal " + id.hex());
        return submitted;
    }

    private JsonNode opened(Hash poll) {
        var open =
                Waiting.until("the poll to open", PATIENCE.plusSeconds(60), () -> poll(poll), shown -> isOpen(shown));
        progress.check(
                "The roll is frozen: " + open.path("roll").path("members").asText() + " members",
                open.path("roll").path("members").asLong() == members.size());
        return open;
    }

    private static boolean isOpen(JsonNode shown) {
        return "open".equals(shown.path("state").asText())
                && !Instant.now()
                        .isBefore(Instant.parse(
                                shown.path("definition").path("opensAt").asText()));
    }

    private void vote(Hash community, Hash poll, Ballots ballots, JsonNode open) {
        var hostile = new Hostile(api, suite.voting(), signer, progress, community, poll);
        var closesAt = Instant.parse(open.path("definition").path("closesAt").asText());
        progress.say("The poll is open until " + closesAt);

        var caster = new Caster(api, suite.voting(), poll, new Countdown(progress, ballots.size())::answered);
        var voting = new Stopwatch();
        var answers = caster.cast(ballots);
        var nanos = voting.nanos();
        figures.put("voting_s", Stopwatch.seconds(nanos));
        figures.put("acceptedPerSecond", Stopwatch.perSecond(answers.size(), nanos));

        var key = PublicKey.parse(
                api.get(suite.voting(), "/v1/keys").at("/keys/0/key").asText());
        var receipts = Receipts.among(answers, poll, key);
        figures.put("ballotsAccepted", receipts.size());
        progress.check(
                receipts.size() + " ballots accepted, each with a signed receipt", receipts.size() == ballots.size());

        var stranger = SecretKey.generate(new java.security.SecureRandom());
        var choice = example.choices().getFirst();
        hostile.whileOpen(members.key(1), members.key(2), stranger, choice, ballots.line(0));
        Waiting.until(
                "the deadline",
                Duration.between(Instant.now(), closesAt).plus(PATIENCE),
                () -> poll(poll),
                _ -> !Instant.now().isBefore(closesAt));
        hostile.afterDeadline(members.key(1), choice);
        figures.put("hostileTried", hostile.tried());
        figures.put("hostileRefused", hostile.refused());
    }

    private JsonNode decided(Hash poll, JsonNode open) {
        var closesAt = Instant.parse(open.path("definition").path("closesAt").asText());
        var decided = Waiting.until(
                "the decision",
                PATIENCE,
                () -> api.get(suite.voting(), "/v1/polls/" + poll.hex() + "/tally"),
                tally -> tally.path("final").asBoolean());
        var waited = Duration.between(closesAt, Instant.now());
        figures.put("tally_s", Stopwatch.seconds(Math.max(0, waited.toNanos())));
        return decided;
    }

    private void enacted(Hash community, Hash proposal) {
        var ended = Waiting.until(
                "the enactment",
                PATIENCE,
                () -> api.get(suite.proposals(), "/v1/proposals/" + proposal.hex()),
                shown -> List.of("enacted", "failed", "rejected", "expired")
                        .contains(shown.path("state").asText()));
        progress.check(
                "The proposal is " + ended.path("state").asText(),
                "enacted".equals(ended.path("state").asText()));

        var action = example.transfer();
        var transfers = api.get(suite.treasury(), at(community) + "/transfers?limit=200")
                .path("items");
        var once = transfers.valueStream().filter(action::made).count() == 1;
        var account = api.get(suite.treasury(), at(community) + "/accounts/" + action.to());
        var there = account.path("holdings").valueStream().anyMatch(action::holds);
        progress.check(
                action.amount() + " " + action.asset() + " went from " + action.from() + " to " + action.to()
                        + ", once",
                once && there);
        figures.put("enactedOnce", once && there);
    }

    private JsonNode poll(Hash poll) {
        return api.get(suite.voting(), "/v1/polls/" + poll.hex());
    }

    private static String at(Hash community) {
        return "/v1/communities/" + community.hex();
    }
}
