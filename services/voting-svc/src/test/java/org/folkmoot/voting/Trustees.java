// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.PublicKey;
import org.folkmoot.sealing.Ceremony;
import org.folkmoot.sealing.Certificate;
import org.folkmoot.sealing.GroupKey;
import org.folkmoot.sealing.Point;
import org.folkmoot.sealing.Scalars;
import org.folkmoot.sealing.SealedBallot;
import org.folkmoot.sealing.SealedBallot.Label;
import org.folkmoot.sealing.Shares;
import org.folkmoot.testkit.Person;

/** Two of three trustees open the ballots of a village. */
public final class Trustees {
    static final int ROOM = 64;

    final GroupKey key;
    private final Random random = new Random(22);
    private final Ceremony ceremony;
    private final byte[] certificate;
    private final List<BigInteger> shares;

    public Trustees() {
        var secrets = Stream.generate(() -> Scalars.random(random)).limit(3).toList();
        ceremony = new Ceremony("village", 2, secrets.stream().map(Point::base).toList());
        var deals =
                secrets.stream().map(secret -> ceremony.deal(secret, random)).toList();
        key = ceremony.key(deals);
        shares = secrets.stream().map(secret -> ceremony.receive(secret, deals)).toList();
        certificate = Certificate.of(
                ceremony,
                deals,
                secrets.stream().map(secret -> ceremony.sign(secret, deals)).toList());
    }

    /** The village's constitution with these trustees, and a policy whose ballots are sealed. */
    public String in(String constitution) {
        var keys = ceremony.trustees().stream()
                .map(point -> new PublicKey(point.bytes()).did())
                .toList();
        return sealed(constitution) + "trustees: { quorum: 2, session: village, of: [" + String.join(", ", keys)
                + "], certificate: " + Base64.getUrlEncoder().withoutPadding().encodeToString(certificate) + " }\n";
    }

    /** The village's constitution with policies whose ballots are sealed, and nobody who can open them. */
    static String sealed(String constitution) {
        var ranked = "ballot: { method: instant-runoff, revote: last";
        return constitution.replace(ranked, ranked + ", secrecy: sealed").replace("policies:\n", """
                policies:
                  - name: sealed
                    applies: "true"
                    body: citizens
                    ballot: { method: for-against-abstain, revote: last, secrecy: sealed }
                    quorum: { count: [for, against, abstain], of: roll, atLeast: 1/10 }
                    approval: { count: [for], of: [for, against], moreThan: 1/2, tie: fails }
                    timing: { delay: PT0S, period: PT1H, timelock: PT0S, expires: P7D }
                  - name: sealed-prepared
                    applies: "true"
                    body: citizens
                    ballot: { method: for-against-abstain, revote: last, secrecy: sealed }
                    approval: { count: [for], of: [for, against], moreThan: 1/2, tie: fails }
                    timing: { delay: PT0S, prepare: PT10M, period: PT1H, grace: PT1S, timelock: PT0S, expires: P7D }
                  - name: sealed-commons
                    applies: "true"
                    body: commons
                    ballot: { method: for-against-abstain, revote: last, secrecy: sealed }
                    quorum: { count: [for, against, abstain], of: roll, atLeast: 1/10 }
                    approval: { count: [for], of: [for, against], moreThan: 1/2, tie: fails }
                    timing: { delay: PT0S, period: PT1H, timelock: PT0S, expires: P7D }
                  - name: sealed-houses
                    applies: "true"
                    body: commons
                    ballot: { method: for-against-abstain, revote: last, secrecy: sealed }
                    approval: { count: [for], of: [for, against], moreThan: 1/2, tie: fails }
                    chambers:
                      - name: watch
                        body: secretive
                        stance: vetoes
                        ballot: { method: for-against-abstain, revote: last, secrecy: sealed }
                        approval: { count: [against], of: roll, moreThan: 1/2 }
                    timing: { delay: PT0S, period: PT1H, timelock: PT0S, expires: P7D }
                  - name: half-sealed-houses
                    applies: "true"
                    body: commons
                    ballot: { method: for-against-abstain, revote: last }
                    approval: { count: [for], of: [for, against], moreThan: 1/2, tie: fails }
                    chambers:
                      - name: watch
                        body: secretive
                        stance: vetoes
                        ballot: { method: for-against-abstain, revote: last, secrecy: sealed }
                        approval: { count: [against], of: roll, moreThan: 1/2 }
                    timing: { delay: PT0S, period: PT1H, timelock: PT0S, expires: P7D }
                """);
    }

    /** A choice as a member seals it. */
    public Map<String, Object> seal(Village village, Hash poll, Person voter, Object choice) {
        return seal(
                new Label(poll, voter.in(village.community())), Json.of(choice).canonicalText(), ROOM);
    }

    /** Any text, sealed for a member and a poll. */
    Map<String, Object> seal(Label label, String text, int room) {
        return sealed(SealedBallot.seal(key, label, room, text.getBytes(UTF_8), random));
    }

    static Map<String, Object> sealed(SealedBallot ballot) {
        return Map.of("sealed", Base64.getEncoder().encodeToString(ballot.bytes()));
    }

    /** The shares of a trustee for the ballots that count, as anybody can read them. */
    Shares shares(int trustee, Hash poll) {
        return Shares.of(key, trustee, shares.get(trustee - 1), poll, heads(poll), random);
    }

    /** Sends the shares of a trustee. */
    public ValidatableResponse give(int trustee, Hash poll) {
        return give(poll, shares(trustee, poll));
    }

    static ValidatableResponse give(Hash poll, Shares shares) {
        var points = new ByteArrayOutputStream();
        shares.points().forEach(point -> points.writeBytes(point.bytes()));
        var body = Map.of(
                "trustee", shares.trustee(),
                "points", Base64.getEncoder().encodeToString(points.toByteArray()),
                "proof", Base64.getEncoder().encodeToString(shares.proof()));
        return given().contentType("application/json")
                .body(body)
                .post("/v1/polls/" + poll + "/shares")
                .then();
    }

    static List<Point> heads(Hash poll) {
        var heads = new ArrayList<Point>();
        var lines = given().get("/v1/polls/" + poll + "/ballots.jsonl")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        for (var line : lines.lines().toList()) {
            var ballot = JsonPath.from(line);
            if (ballot.getBoolean("counts"))
                heads.add(SealedBallot.decode(Base64.getDecoder().decode(ballot.getString("choice.sealed")))
                        .head());
        }
        return heads;
    }
}
