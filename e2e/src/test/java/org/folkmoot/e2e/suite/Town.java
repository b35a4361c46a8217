// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Suite;
import org.folkmoot.cli.client.Waiting;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Person;

/** A community of its own for one test, as its members see it: they have HTTP and their keys, and nothing else. */
public record Town(Suite suite, Hash community) {
    /** How long anything may take on a machine that has much else to do. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Api API = new Api();

    /** A proposal that was submitted, and when its poll takes ballots. */
    public record Submitted(Hash proposal, Hash poll, Instant opensAt, Instant closesAt) {}

    /** Founds a town. One after the other, because a founder's acts must come in the order of their numbers. */
    public static synchronized Town found(Suite suite, Rules rules, Person founder, Person... others) {
        var genesis = founder.found(rules.constitution().name(), rules.document(), others);
        var founded = API.post(suite.identity(), "/v1/communities", genesis.json());
        return new Town(suite, Hash.parse(founded.path("community").asText()));
    }

    /** Lets one person in, and gives the answer. */
    public JsonNode add(Person registrar, Person newcomer) {
        return API.post(
                suite.identity(),
                path("/members"),
                registrar.add(community, newcomer).json());
    }

    /** Lets many people in at once. */
    public JsonNode register(Person registrar, List<Person> newcomers) {
        var body = BodyPublishers.ofByteArray(registrar.register(community, newcomers));
        return API.post(suite.identity(), path("/members/bulk"), "application/x-ndjson", body);
    }

    /** Drafts a proposal and submits it, as somebody who has seen every member that there is. */
    public Submitted propose(Person author, String title, List<? extends Map<String, ?>> actions) {
        var drafted = await("the draft to be taken", () -> draft(author, title, actions), _ -> true);
        return submit(author, Hash.parse(drafted.path("proposal").asText()));
    }

    /** Drafts a proposal. */
    public JsonNode draft(Person author, String title, List<? extends Map<String, ?>> actions) {
        var act = author.draft(community, title, "Because it is good for the town.", actions);
        return API.post(suite.proposals(), path("/proposals"), act.json());
    }

    /** Submits a draft. */
    public Submitted submit(Person author, Hash proposal) {
        return submitted(proposal, enter(author, proposal));
    }

    /** Submits a draft that may have to wait for something before there is a poll. */
    public JsonNode enter(Person author, Hash proposal) {
        return act(
                proposal,
                "submission",
                author.submit(community, proposal, position()).json());
    }

    /** Reads the poll from an answer or from what is shown of a submission. */
    public static Submitted submitted(Hash proposal, JsonNode shown) {
        return new Submitted(
                proposal,
                Hash.parse(shown.path("poll").asText()),
                Instant.parse(shown.path("opensAt").asText()),
                Instant.parse(shown.path("closesAt").asText()));
    }

    /** Puts a member's name to a proposal. */
    public JsonNode sponsor(Person member, Hash proposal) {
        var act = member.says(community, "proposal.sponsor/1").about(proposal).sign();
        return act(proposal, "sponsors", act.json());
    }

    /** Does something with a proposal: {@code submission}, {@code cancellation}, {@code sponsors} or {@code retry}. */
    public JsonNode act(Hash proposal, String what, byte[] envelope) {
        return API.post(suite.proposals(), "/v1/proposals/" + proposal + "/" + what, envelope);
    }

    /** Waits until the poll takes ballots. */
    public JsonNode awaitOpen(Submitted submitted) {
        return await(
                "the poll to open",
                () -> poll(submitted),
                shown -> shown.path("state").asText().equals("open"));
    }

    /** Waits until the poll is counted, and gives its decision. */
    public JsonNode awaitDecision(Submitted submitted) {
        var patience = Duration.between(Instant.now(), submitted.closesAt()).plus(PATIENCE);
        return Waiting.until("the decision", patience, () -> poll(submitted), shown -> shown.has("decision"))
                .path("decision");
    }

    /** Casts a ballot, and gives the receipt. */
    public JsonNode cast(Person voter, Submitted in, Object choice) {
        return API.post(
                suite.voting(),
                ballots(in),
                voter.cast(community, in.poll(), choice).json());
    }

    /** Waits until a proposal is in this state, and gives it. */
    public JsonNode awaitState(Submitted submitted, String state) {
        return awaitState(submitted.proposal(), state);
    }

    /** Waits until a proposal is in this state, and gives it. */
    public JsonNode awaitState(Hash proposal, String state) {
        return await(
                "the proposal to be " + state,
                () -> proposal(proposal),
                shown -> shown.path("state").asText().equals(state));
    }

    /** Waits until the deposit of a proposal is there, and gives what is shown of it. */
    public JsonNode awaitDeposit(Hash proposal, String standing) {
        Supplier<JsonNode> deposit = () -> proposal(proposal).path("deposit");
        return await(
                "the deposit", deposit, shown -> shown.path("standing").asText().equals(standing));
    }

    /** A proposal as it is now. */
    public JsonNode proposal(Submitted submitted) {
        return proposal(submitted.proposal());
    }

    private JsonNode proposal(Hash proposal) {
        return API.get(suite.proposals(), "/v1/proposals/" + proposal);
    }

    /** A poll as it is now. */
    public JsonNode poll(Submitted submitted) {
        return API.get(suite.voting(), "/v1/polls/" + submitted.poll());
    }

    /** A poll's count. */
    public JsonNode tally(Submitted submitted) {
        return API.get(suite.voting(), "/v1/polls/" + submitted.poll() + "/tally");
    }

    /** Where ballots are sent to. */
    public static String ballots(Submitted in) {
        return "/v1/polls/" + in.poll() + "/ballots";
    }

    /** What an account holds of the one asset that these towns have. */
    public String balance(String account) {
        var shown = await(account + " to be open", () -> treasury("/accounts/" + account), _ -> true);
        return shown.path("holdings").path(0).path("balance").asText();
    }

    /** Every posted transfer that follows from a proposal. */
    public List<JsonNode> transfers(Submitted submitted) {
        return treasury("/transfers?limit=200")
                .path("items")
                .valueStream()
                .filter(transfer -> transfer.path("cause")
                        .asText()
                        .equals(submitted.proposal().hex()))
                .toList();
    }

    /** The membership position. */
    public long position() {
        return identity("").path("position").asLong();
    }

    /** What identity-svc says below the community. */
    public JsonNode identity(String below) {
        return API.get(suite.identity(), path(below));
    }

    private JsonNode treasury(String below) {
        return API.get(suite.treasury(), path(below));
    }

    private String path(String below) {
        return "/v1/communities/" + community + below;
    }

    private static JsonNode await(String what, Supplier<JsonNode> ask, Predicate<JsonNode> wanted) {
        return Waiting.until(what, PATIENCE, ask, wanted);
    }
}
