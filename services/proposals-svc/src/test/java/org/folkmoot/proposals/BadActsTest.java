// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.folkmoot.proposals.Town.ANN;
import static org.folkmoot.proposals.Town.BEN;
import static org.folkmoot.proposals.Town.EVE;
import static org.folkmoot.proposals.Town.get;
import static org.folkmoot.proposals.Town.path;
import static org.folkmoot.proposals.Town.post;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.record.Act;
import org.folkmoot.record.Acts;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.record.SecretKey;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Saying;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every endpoint that takes an act against every way in which an act can be bad; nothing bad changes anything. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadActsTest {
    private static final String TYPE = "urn:folkmoot:problem:";

    @Inject
    TestClock clock;

    private Town town;
    private String draft;
    private String failed;

    /** The endpoints, each with a good act for it. */
    private enum Endpoint {
        DRAFT {
            @Override
            Saying good(BadActsTest test) {
                return test.town.draft(ANN, "A payment", List.of());
            }

            @Override
            String path(BadActsTest test) {
                return test.town.draftsPath();
            }
        },
        SUBMISSION {
            @Override
            Saying good(BadActsTest test) {
                return test.town.submission(ANN, test.draft);
            }

            @Override
            String path(BadActsTest test) {
                return Town.path(test.draft, "submission");
            }
        },
        CANCELLATION {
            @Override
            Saying good(BadActsTest test) {
                return test.town.about(ANN, "proposal.cancel/1", test.draft).with("reason", "a mistake");
            }

            @Override
            String path(BadActsTest test) {
                return Town.path(test.draft, "cancellation");
            }
        },
        RETRY {
            @Override
            Saying good(BadActsTest test) {
                return test.town.about(ANN, "proposal.retry/1", test.failed);
            }

            @Override
            String path(BadActsTest test) {
                return Town.path(test.failed, "retry");
            }
        };

        abstract Saying good(BadActsTest test);

        abstract String path(BadActsTest test);
    }

    /** What is bad, and the answer to it. */
    private enum Flaw {
        EMPTY(400, "payload-malformed", (_, _) -> new byte[0]),
        NOT_JSON(400, "payload-malformed", (_, _) -> "an act".getBytes(UTF_8)),
        UNSIGNED(400, "payload-malformed", (_, good) -> text("{\"payload\":\"%s\"}", payload(good))),
        UNKNOWN_SUITE(
                422,
                "suite-unsupported",
                (_, good) -> text(
                        "{\"payload\":\"%s\",\"proof\":{\"signature\":\"AAAA\",\"suite\":\"eip191\"}}", payload(good))),
        SHORT_SIGNATURE(
                400,
                "payload-malformed",
                (_, good) -> text(
                        "{\"payload\":\"%s\",\"proof\":{\"signature\":\"AAAA\",\"suite\":\"ed25519\"}}", payload(good))),
        SIGNED_BY_ANOTHER(422, "signature-invalid", (_, good) -> signedBy(BEN.key().sign(new byte[1]), good)),
        KEY_OF_ANOTHER(422, "key-not-valid", (test, good) -> test.byEveAsAnn(good)),
        NOT_A_MEMBER(403, "not-a-member", (_, good) -> resigned(good, EVE.key(), good.community())),
        OTHER_COMMUNITY(
                422, "community-mismatch", (_, good) -> resigned(good, good.signer(), Hash.of(new byte[] {1}))),
        OTHER_SUBJECT(
                422,
                "subject-unknown",
                (_, good) -> good.about(Hash.of(new byte[] {2})).sign().json()),
        OTHER_TYPE(422, "act-type-unexpected", (test, good) -> test.otherType(good)),
        EXPIRED(
                422,
                "act-expired",
                (test, good) -> good.until(test.clock.instant().minusSeconds(1)).sign().json()),
        TOO_FAR_AHEAD(
                422,
                "act-horizon",
                (test, good) -> good.until(test.clock.instant().plus(Duration.ofDays(32)))
                        .sign()
                        .json()),
        REPLAYED_NUMBER(409, "seq-replayed", (_, good) -> good.seq(1).sign().json()),
        UNKNOWN_FIELD(400, "payload-malformed", (_, good) -> good.with("weight", 9L).sign().json()),
        NOT_CANONICAL(400, "payload-malformed", (_, good) -> spaced(good)),
        LARGE_PAYLOAD(
                413,
                "payload-too-large",
                (_, good) -> text(
                        "{\"payload\":\"%s\",\"proof\":{\"signature\":\"%s\",\"suite\":\"ed25519\"}}",
                        base64(new byte[61 * 1024]), base64(new byte[64]))),
        LARGE_BODY(413, "request-too-large", (_, _) -> new byte[97 * 1024]);

        private final int status;
        private final String problem;
        private final BiFunction<BadActsTest, Saying, byte[]> spoil;

        Flaw(int status, String problem, BiFunction<BadActsTest, Saying, byte[]> spoil) {
            this.status = status;
            this.problem = problem;
            this.spoil = spoil;
        }
    }

    /** Prepares once for all: Quarkus tells the tests its port only before each. */
    @BeforeEach
    void prepare() {
        if (town != null) return;
        town = Town.found(clock);
        failed = town.submitted(ANN, "A payment", List.of(town.transfer("10.00")));
        var vote = Vote.on(failed);
        clock.reach(vote.closesAt().plus(Duration.ofDays(2)));
        News.tell(Topics.VOTING, vote.passed());
        News.tell(Topics.TREASURY, Answer.failed(News.await(failed, EnactmentDueV1.class), clock));
        town.awaitState(failed, "failed");
        draft = town.drafted(ANN, "A draft", List.of());
    }

    static Stream<Arguments> everyFlawEverywhere() {
        return Arrays.stream(Endpoint.values())
                .flatMap(endpoint -> Arrays.stream(Flaw.values()).map(flaw -> Arguments.of(endpoint, flaw)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyFlawEverywhere")
    void isRefusedAndChangesNothing(Endpoint endpoint, Flaw flaw) {
        var body = flaw.spoil.apply(this, endpoint.good(this));

        post(endpoint.path(this), body).statusCode(flaw.status).body("type", equalTo(TYPE + flaw.problem));

        get(draft).body("state", equalTo("draft")).body("timeline.size()", equalTo(1));
        get(failed).body("state", equalTo("failed"));
    }

    @Test
    void theSameActTwiceIsDoneOnceAndNamed() {
        var envelope = town.draft(ANN, "Once", List.of()).sign();
        String proposal = post(town.draftsPath(), envelope).statusCode(201).extract().path("proposal");

        post(town.draftsPath(), envelope)
                .statusCode(409)
                .body("type", equalTo(TYPE + "act-duplicate"))
                .body("act", equalTo(proposal));
    }

    @Test
    void nothingIsKnownOfAnUnknownProposal() {
        var unknown = Hash.of(new byte[] {3}).hex();
        var envelope = town.submission(ANN, unknown).sign();

        post(path(unknown, "submission"), envelope).statusCode(404).body("type", equalTo(TYPE + "proposal-unknown"));
        RestAssured.get("/v1/proposals/" + unknown).then().statusCode(404);
        RestAssured.get("/v1/proposals/no-hash").then().statusCode(404).body("type", equalTo(TYPE + "not-found"));
    }

    @Test
    void nothingIsKnownOfAnUnknownCommunity() {
        var nowhere = Hash.of(new byte[] {4});
        var act = ANN.says(nowhere, "proposal.draft/1")
                .until(clock.instant().plusSeconds(60))
                .with("actions", List.of())
                .with("text", "")
                .with("title", "Anywhere");

        post("/v1/communities/" + nowhere + "/proposals", act.sign())
                .statusCode(404)
                .body("type", equalTo(TYPE + "community-unknown"));
        RestAssured.get("/v1/communities/" + nowhere + "/proposals").then().statusCode(404);
    }

    @Test
    void badQueriesAreRefused() {
        RestAssured.given().queryParam("state", "passed").get(town.draftsPath()).then().statusCode(400)
                .body("type", equalTo(TYPE + "state-unknown"));
        RestAssured.given().queryParam("after", "!").get(town.draftsPath()).then().statusCode(400)
                .body("type", equalTo(TYPE + "cursor-malformed"));
        RestAssured.given().queryParam("after", "eA").get(town.draftsPath()).then().statusCode(400);
        RestAssured.given().queryParam("limit", 201).get(town.draftsPath()).then().statusCode(400);
        RestAssured.given().contentType("text/plain").body("act").post(town.draftsPath()).then().statusCode(415);
    }

    private byte[] byEveAsAnn(Saying good) {
        var act = good.act();
        return Acts.sign(
                        EVE.key(),
                        new Act(
                                act.actor(), act.body(), act.community(), EVE.publicKey(), act.notAfter(), act.seq(),
                                act.subject(), act.type()))
                .json();
    }

    private byte[] otherType(Saying good) {
        var act = good.act();
        return Acts.sign(
                        good.signer(),
                        new Act(
                                act.actor(), act.body(), act.community(), act.key(), act.notAfter(), act.seq(),
                                act.subject(), "ballot.cast/1"))
                .json();
    }

    private static byte[] resigned(Saying good, SecretKey key, Hash community) {
        var act = good.act();
        return Acts.sign(
                        key,
                        Act.draft(
                                community, key.publicKey(), act.type(), act.subject(), act.body(), act.seq(),
                                act.notAfter()))
                .json();
    }

    private static byte[] signedBy(byte[] signature, Saying good) {
        return new Envelope(good.act().payload(), "ed25519", signature).json();
    }

    private static byte[] spaced(Saying good) {
        var loose = new String(good.act().payload(), UTF_8).replaceFirst(",", ", ").getBytes(UTF_8);
        return new Envelope(loose, "ed25519", new byte[64]).json();
    }

    private static String payload(Saying good) {
        return base64(good.act().payload());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] text(String format, Object... parts) {
        return String.format(format, parts).getBytes(UTF_8);
    }
}
