// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.CommunityFoundedV1;
import org.folkmoot.contracts.ConstitutionAmendedV1;
import org.folkmoot.contracts.MemberEntry;
import org.folkmoot.contracts.MemberRemovedV1;
import org.folkmoot.contracts.MembersAddedV1;
import org.folkmoot.contracts.ProposalSubmittedV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.contracts.TransferPostedV1;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.policy.Question;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Person;
import org.folkmoot.testkit.Saying;

/** A community of its own for one test: Ann and Ben founded it, Cat joined, Eve is a stranger. */
public record Village(Hash community, Constitution constitution, TestClock clock) {
    public static final Person ANN = Person.named("Ann");
    public static final Person BEN = Person.named("Ben");
    public static final Person CAT = Person.named("Cat");
    public static final Person EVE = Person.named("Eve");
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Founds a village, as the identity service tells of it; Cat joins at position 2. */
    public static Village found(TestClock clock) {
        return found(clock, UnaryOperator.identity());
    }

    /** Founds a village whose constitution is the usual one with a change. */
    public static Village found(TestClock clock, UnaryOperator<String> change) {
        var text = change.apply(new String(bytes("/village.yaml"), UTF_8));
        var constitution = Constitution.read(text.getBytes(UTF_8));
        var name = "Testby " + UUID.randomUUID();
        var act = ANN.found(name, Map.of("founded", name), BEN);
        var village = new Village(Hash.of(act.payload()), constitution, clock);
        News.tell(
                Topics.IDENTITY,
                new CommunityFoundedV1(
                        village.community.hex(),
                        name,
                        constitution.hash().hex(),
                        constitution.json().canonicalText(),
                        1,
                        clock.instant(),
                        ActDesk.signed(act),
                        village.entries(ANN, BEN)));
        village.join(2, CAT);
        return village;
    }

    /** Gives the village the usual constitution with a change, as the identity service tells of it. */
    public Village amend(UnaryOperator<String> change) {
        var next = Constitution.read(
                change.apply(new String(bytes("/village.yaml"), UTF_8)).getBytes(UTF_8));
        News.tell(
                Topics.IDENTITY,
                new ConstitutionAmendedV1(
                        community.hex(),
                        constitution.hash().hex(),
                        next.hash().hex(),
                        next.json().canonicalText(),
                        clock.instant(),
                        Hash.ZERO.hex()));
        return new Village(community, next, clock);
    }

    /** The same village when what was told of it was heard, a moment later, so that it takes what its members say. */
    public Village heard() {
        open("last");
        clock.pass(Duration.ofMillis(5));
        return this;
    }

    /** Waits until the service has heard of a membership position: a poll of it opens. */
    public void awaitHeard(long position) {
        var other = OpeningTest.at(definition("last", Duration.ZERO), position);
        ask(other);
        awaitState(other.id(), "open");
    }

    /** Lets people join at a membership position. */
    public void join(long position, Person... newcomers) {
        News.tell(
                Topics.IDENTITY,
                new MembersAddedV1(community.hex(), position, clock.instant(), entries(newcomers), Hash.ZERO.hex()));
    }

    /** Lets somebody leave at a membership position. */
    public void leave(long position, Person leaver) {
        News.tell(
                Topics.IDENTITY,
                new MemberRemovedV1(
                        community.hex(),
                        position,
                        clock.instant(),
                        leaver.in(community).hex(),
                        Hash.ZERO.hex()));
    }

    /** Lets money move to somebody at a place in the journal, as the treasury tells of it; minor units. */
    public void pay(long place, String from, Person to, long amount) {
        pay(place, from, account(to), amount);
    }

    /** Lets money move between accounts at a place in the journal. */
    public void pay(long place, String from, String to, long amount) {
        var id = Hash.of((community + " " + place).getBytes(UTF_8)).hex();
        News.tell(
                Topics.TREASURY,
                new TransferPostedV1(
                        community.hex(), id, place, from, to, "SKR", BigInteger.valueOf(amount), id, clock.instant()));
    }

    /** The account of a person. */
    public String account(Person person) {
        return "member/" + person.in(community).hex();
    }

    private List<MemberEntry> entries(Person... people) {
        return Arrays.stream(people)
                .map(person -> new MemberEntry(person.in(community).hex(), person.did()))
                .toList();
    }

    /** Defines a poll by a policy, as of position 2, that is to open after a while. */
    public PollDefinition definition(String policy, Duration delay) {
        var by = constitution.policy(policy).orElseThrow();
        var opensAt = clock.instant().plus(delay);
        var options = List.of("rank", "points").contains(policy) ? List.of("Oak", "Elm", "Ash") : List.<String>of();
        return new PollDefinition(
                by.ballot(),
                by.revote(),
                by.body(),
                opensAt.plus(by.timing().open()),
                community,
                constitution.hash(),
                opensAt,
                new Question("A new roof", options),
                policy,
                Hash.of(UUID.randomUUID().toString().getBytes(UTF_8)),
                clock.instant(),
                2,
                Optional.empty(),
                List.of(),
                by.mark(by.first()),
                by.first().mark(by.first().main()),
                Optional.empty());
    }

    /** The event that asks for a poll. */
    public ProposalSubmittedV1 submitted(PollDefinition definition) {
        return new ProposalSubmittedV1(
                community.hex(),
                definition.proposal().hex(),
                definition.id().hex(),
                new String(definition.canonical(), UTF_8),
                "[]",
                clock.instant(),
                ANN.in(community).hex(),
                List.of());
    }

    /** Opens a poll by a policy and waits until it takes ballots. */
    public Hash open(String policy) {
        var definition = definition(policy, Duration.ZERO);
        ask(definition);
        awaitState(definition.id(), "open");
        return definition.id();
    }

    /** Asks for a poll. */
    public void ask(PollDefinition definition) {
        News.tell(Topics.PROPOSALS, submitted(definition));
    }

    /** Starts a ballot that is valid on this village's clock. */
    public Saying ballot(Person voter, Hash poll, Object choice) {
        return voter.says(community, "ballot.cast/1")
                .about(poll)
                .with("choice", choice)
                .until(clock.instant().plus(Duration.ofDays(1)));
    }

    /** Casts a ballot. */
    public ValidatableResponse cast(Person voter, Hash poll, Object choice) {
        return post(poll, ballot(voter, poll, choice).sign());
    }

    /** Sends an envelope to a poll. */
    public static ValidatableResponse post(Hash poll, Envelope envelope) {
        return post(poll, envelope.json());
    }

    /** Sends any bytes to a poll. */
    public static ValidatableResponse post(Hash poll, byte[] body) {
        return given().contentType("application/json")
                .body(body)
                .post("/v1/polls/" + poll + "/ballots")
                .then();
    }

    /** Reads a poll. */
    public static ValidatableResponse read(Hash poll) {
        return given().get("/v1/polls/" + poll).then();
    }

    /** Waits until a poll is read in a state. */
    public static void awaitState(Hash poll, String state) {
        await(() -> read(poll).statusCode(200).body("state", equalTo(state)));
    }

    /** Waits until something holds. */
    public static void await(Runnable assertion) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(25)).untilAsserted(assertion::run);
    }

    private static byte[] bytes(String resource) {
        try (var stream = Village.class.getResourceAsStream(resource)) {
            if (stream == null) throw new IllegalStateException("no resource " + resource);
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
