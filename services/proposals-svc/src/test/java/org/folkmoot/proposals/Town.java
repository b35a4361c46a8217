// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.arc.Arc;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.contracts.CommunityFoundedV1;
import org.folkmoot.contracts.ConstitutionAmendedV1;
import org.folkmoot.contracts.MemberEntry;
import org.folkmoot.contracts.MemberRemovedV1;
import org.folkmoot.contracts.MembersAddedV1;
import org.folkmoot.contracts.Signed;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Person;
import org.folkmoot.testkit.Saying;

/** A community of its own for one test: Ann and Ben founded it, Cat joined, Eve is a stranger. */
record Town(Hash community, Constitution constitution, TestClock clock) {
    static final Person ANN = Person.named("Ann");
    static final Person BEN = Person.named("Ben");
    static final Person CAT = Person.named("Cat");
    static final Person EVE = Person.named("Eve");
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Founds a town, as the identity service tells of it. */
    static Town found(TestClock clock) {
        var constitution = Constitution.read(bytes("/town.yaml"));
        var name = "Testholm " + UUID.randomUUID();
        var act = ANN.found(name, Map.of("founded", name), BEN);
        var town = new Town(Hash.of(act.payload()), constitution, clock);
        News.tell(Topics.IDENTITY, town.founding(name, ActDesk.signed(act)));
        town.join(2, CAT);
        town.await(() -> assertThat(
                        Arc.container().instance(MembershipStore.class).get().position(town.community))
                .isEqualTo(2));
        return town;
    }

    private CommunityFoundedV1 founding(String name, Signed act) {
        return new CommunityFoundedV1(
                community.hex(),
                name,
                constitution.hash().hex(),
                constitution.json().canonicalText(),
                1,
                clock.instant(),
                act,
                List.of(entry(ANN), entry(BEN)));
    }

    /** Lets somebody join at a membership position. */
    void join(long position, Person newcomer) {
        News.tell(
                Topics.IDENTITY,
                new MembersAddedV1(
                        community.hex(), position, clock.instant(), List.of(entry(newcomer)), Hash.ZERO.hex()));
    }

    /** Lets somebody go at a membership position. */
    void leave(long position, Person person) {
        News.tell(
                Topics.IDENTITY,
                new MemberRemovedV1(
                        community.hex(),
                        position,
                        clock.instant(),
                        person.in(community).hex(),
                        Hash.ZERO.hex()));
    }

    /** Gives the town another constitution, in which one text stands for another. */
    Constitution amend(String text, String instead) {
        var next = Constitution.read(
                constitution.json().canonicalText().replace(text, instead).getBytes(UTF_8));
        News.tell(
                Topics.IDENTITY,
                new ConstitutionAmendedV1(
                        community.hex(),
                        constitution.hash().hex(),
                        next.hash().hex(),
                        next.json().canonicalText(),
                        clock.instant(),
                        Hash.ZERO.hex()));
        return next;
    }

    private MemberEntry entry(Person person) {
        return new MemberEntry(person.in(community).hex(), person.did());
    }

    /** Starts an act that is valid on this town's clock. */
    Saying saying(Person person, String type) {
        return person.says(community, type).until(clock.instant().plus(Duration.ofDays(1)));
    }

    Saying draft(Person author, String title, List<? extends Map<String, ?>> actions) {
        return saying(author, "proposal.draft/1")
                .with("actions", actions)
                .with("text", "Because it is good for the town.")
                .with("title", title);
    }

    Saying submission(Person author, String proposal) {
        return submission(author, proposal, 2);
    }

    Saying submission(Person author, String proposal, long after) {
        return about(author, "proposal.submit/1", proposal).with("after", after);
    }

    Saying about(Person person, String type, String proposal) {
        return saying(person, type).about(Hash.parse(proposal));
    }

    static Map<String, String> transfer(String amount, Person to, Hash community) {
        return Map.of(
                "type", "treasury.transfer",
                "from", "treasury",
                "to", "member/" + to.in(community).hex(),
                "asset", "SKR",
                "amount", amount);
    }

    Map<String, String> transfer(String amount) {
        return transfer(amount, CAT, community);
    }

    /** So many actions of a kind of which each number has a policy of its own. */
    List<Map<String, String>> reinstating(int count) {
        return Collections.nCopies(
                count,
                Map.of("type", "member.reinstate", "member", EVE.in(community).hex()));
    }

    /** Drafts and expects that it is taken. */
    String drafted(Person author, String title, List<? extends Map<String, ?>> actions) {
        return post(draftsPath(), draft(author, title, actions).sign())
                .statusCode(201)
                .extract()
                .path("proposal");
    }

    /** Drafts and submits, and expects that both are taken. */
    String submitted(Person author, String title, List<? extends Map<String, ?>> actions) {
        var proposal = drafted(author, title, actions);
        post(path(proposal, "submission"), submission(author, proposal).sign()).statusCode(200);
        return proposal;
    }

    String draftsPath() {
        return "/v1/communities/" + community + "/proposals";
    }

    static String path(String proposal, String what) {
        return "/v1/proposals/" + proposal + "/" + what;
    }

    static ValidatableResponse post(String path, Envelope envelope) {
        return post(path, envelope.json());
    }

    static ValidatableResponse post(String path, byte[] body) {
        return given().contentType("application/json").body(body).post(path).then();
    }

    static ValidatableResponse get(String proposal) {
        return given().get("/v1/proposals/" + proposal).then().statusCode(200);
    }

    /** Waits until a proposal is read in this state. */
    void awaitState(String proposal, String state) {
        await(() -> get(proposal).body("state", equalTo(state)));
    }

    void await(Runnable assertion) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(25)).untilAsserted(assertion::run);
    }

    private static byte[] bytes(String resource) {
        try (var stream = Town.class.getResourceAsStream(resource)) {
            if (stream == null) throw new IllegalStateException("no resource " + resource);
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
