// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.Map;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Person;
import org.folkmoot.testkit.Saying;

/** Speaks to the service as anybody does. */
final class Api {
    static final String PROBLEM = "urn:folkmoot:problem:";
    static final String LINES = "application/x-ndjson";

    private Api() {}

    static ValidatableResponse get(String path) {
        return given().get(path).then();
    }

    static ValidatableResponse post(String path, byte[] body) {
        return given().contentType("application/json").body(body).post(path).then();
    }

    static ValidatableResponse postLines(String path, byte[] body) {
        return given().contentType(LINES).body(body).post(path).then();
    }

    static ValidatableResponse found(Envelope genesis) {
        return post("/v1/communities", genesis.json());
    }

    /** Founds a community whose founders admit. */
    static Hash founded(String name, Person... founders) {
        return founded(founders[0].found(name, Rules.of(name), others(founders)));
    }

    static Hash founded(Person founder, String name, Map<String, ?> rules) {
        return founded(founder.found(name, rules));
    }

    static Hash founded(Envelope genesis) {
        return Hash.parse(found(genesis).statusCode(201).extract().path("community"));
    }

    static ValidatableResponse add(Hash community, Envelope act) {
        return post(members(community), act.json());
    }

    static ValidatableResponse register(Hash community, byte[] body) {
        return postLines(members(community) + "/bulk", body);
    }

    /** Asks for all that is held about a member. */
    static ValidatableResponse export(Hash community, Saying act, Hash member) {
        return post(
                members(community) + "/" + member + "/personal/exports",
                act.about(member).sign().json());
    }

    static String members(Hash community) {
        return "/v1/communities/" + community + "/members";
    }

    static int position(Hash community) {
        return get("/v1/communities/" + community).statusCode(200).extract().path("position");
    }

    private static Person[] others(Person... founders) {
        return Arrays.copyOfRange(founders, 1, founders.length);
    }

    static String applicants(Hash community) {
        return "/v1/communities/" + community + "/applicants";
    }

    /** Asks to become a member. */
    static ValidatableResponse join(Hash community, Person applicant) {
        return post(
                applicants(community),
                applicant.says(community, "member.join/1").sign().json());
    }

    static Saying vouch(Hash community, Person voucher, Person applicant) {
        return voucher.says(community, "member.vouch/1").about(applicant.in(community));
    }

    static ValidatableResponse speak(Hash community, Person applicant, String how, Saying said) {
        return post(
                applicants(community) + "/" + applicant.in(community) + "/" + how,
                said.sign().json());
    }
}
