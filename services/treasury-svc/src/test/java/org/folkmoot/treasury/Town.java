// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.contracts.CommunityFoundedV1;
import org.folkmoot.contracts.ConstitutionAmendedV1;
import org.folkmoot.contracts.MemberEntry;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Person;

/** A community of its own for one test. */
record Town(Hash community, Constitution constitution, String name, Envelope act) {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final Duration OFTEN = Duration.ofMillis(25);
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00.000Z");

    private static final Person ANN = Person.named("Ann");

    /** Founds a town and waits until its accounts are open. */
    static Town found() {
        return found(text());
    }

    static Town found(String text) {
        var town = planned(text);
        town.tellFounding();
        town.awaitOpen();
        return town;
    }

    /** A town that nobody has heard of yet. */
    static Town planned() {
        return planned(text());
    }

    private static Town planned(String text) {
        var name = "Testholm " + UUID.randomUUID();
        var act = ANN.found(name, Map.of("founded", name));
        return new Town(Hash.of(act.payload()), Constitution.read(text.getBytes(UTF_8)), name, act);
    }

    void tellFounding() {
        News.tell(Topics.IDENTITY, founding());
    }

    CommunityFoundedV1 founding() {
        return new CommunityFoundedV1(
                community.hex(),
                name,
                constitution.hash().hex(),
                constitution.json().canonicalText(),
                1,
                NOW,
                ActDesk.signed(act),
                List.of(new MemberEntry(ANN.in(community).hex(), ANN.did())));
    }

    void awaitOpen() {
        await(() -> get("/assets").statusCode(200));
    }

    /** Tells that the constitution was amended. */
    Town amend(String text) {
        var next = Constitution.read(text.getBytes(UTF_8));
        News.tell(Topics.IDENTITY, amendment(next));
        return new Town(community, next, name, act);
    }

    private ConstitutionAmendedV1 amendment(Constitution next) {
        return new ConstitutionAmendedV1(
                community.hex(),
                constitution.hash().hex(),
                next.hash().hex(),
                next.json().canonicalText(),
                NOW,
                Hash.ZERO.hex());
    }

    ValidatableResponse get(String path) {
        return given().get("/v1/communities/" + community + path).then();
    }

    void expectBalance(String account, String balance) {
        get("/accounts/" + account).statusCode(200).body("holdings[0].balance", equalTo(balance));
    }

    static String member(String name) {
        return "member/" + Hash.of(name.getBytes(UTF_8));
    }

    static void await(Runnable assertion) {
        Awaitility.await().atMost(PATIENCE).pollInterval(OFTEN).untilAsserted(assertion::run);
    }

    static String text() {
        try (var stream = Town.class.getResourceAsStream("/town.yaml")) {
            if (stream == null) throw new IllegalStateException("no town.yaml");
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
