// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ReadingTest {
    private static final Person ANNA = Person.named("anna");
    private static final Hash NOBODY = Hash.of("nobody".getBytes(UTF_8));
    private static final String TIME = "[0-9-]{10}T[0-9:]{8}\\.[0-9]{3}Z";

    @Test
    void aCommunityIsShown() {
        var community = Api.founded("Shown", ANNA);

        Api.get("/v1/communities/" + community)
                .statusCode(200)
                .body("community", equalTo(community.hex()))
                .body("name", equalTo("Shown"))
                .body(
                        "constitution",
                        equalTo(Rules.read(Rules.of("Shown")).hash().hex()))
                .body("position", equalTo(1))
                .body("foundedAt", matchesPattern(TIME));
    }

    @Test
    void aMemberIsShown() {
        var community = Api.founded("A member", ANNA);

        Api.get(Api.members(community) + "/" + ANNA.in(community))
                .statusCode(200)
                .body("member", equalTo(ANNA.in(community).hex()))
                .body("key", equalTo(ANNA.did()))
                .body("since", matchesPattern(TIME))
                .body("position", equalTo(1));
    }

    @Test
    void aConstitutionIsItsCanonicalBytes() {
        var community = Api.founded("Bytes", ANNA);
        var rules = Rules.read(Rules.of("Bytes"));

        var answer = Api.get("/v1/communities/" + community + "/constitution")
                .statusCode(200)
                .contentType("application/json")
                .header("ETag", equalTo("\"" + rules.hash() + "\""));

        assertThat(answer.extract().asByteArray()).isEqualTo(rules.canonical());
    }

    @Test
    void aConstitutionThatTheCallerHasIsNotSentAgain() {
        var community = Api.founded("Known", ANNA);
        var tag = "\"" + Rules.read(Rules.of("Known")).hash() + "\"";

        given().header("If-None-Match", tag)
                .get("/v1/communities/" + community + "/constitution")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag));
    }

    @Test
    void anEarlierConstitutionIsFoundByItsHash() {
        var community = Api.founded("Old", ANNA);
        var old = Rules.read(Rules.of("Old"));
        var path = "/v1/communities/" + community + "/constitution";
        Orders.tell(
                community, Orders.amend(old.hash(), Rules.read(Rules.of("New")).json()));
        Facts.of(community, 3);

        var answer = Api.get(path + "?hash=" + old.hash()).statusCode(200);

        assertThat(answer.extract().asByteArray()).isEqualTo(old.canonical());
        assertThat(Api.get(path).extract().asByteArray())
                .isEqualTo(Rules.read(Rules.of("New")).canonical());
        Api.get(path + "?hash=" + NOBODY).statusCode(404).body("type", equalTo(Api.PROBLEM + "constitution-unknown"));
    }

    @Test
    void membersComeInPages() {
        var community = Api.founded("Paged", ANNA);
        var people = Person.many("paged", 250);
        Api.register(community, ANNA.register(community, people)).statusCode(201);
        var expected = Stream.concat(Stream.of(ANNA), people.stream())
                .map(person -> person.in(community))
                .sorted()
                .map(Hash::hex)
                .toList();

        assertThat(all(Api.members(community) + "?limit=100", "items.member")).isEqualTo(expected);
    }

    @Test
    void communitiesComeInPages() {
        var founded = Stream.of("One", "Two", "Three")
                .map(name -> Api.founded(name, ANNA).hex())
                .toList();

        var found = all("/v1/communities?limit=2", "items.community");

        assertThat(found).isSorted().doesNotHaveDuplicates().containsAll(founded);
    }

    @Test
    void theLastPageHasNoCursor() {
        var community = Api.founded("Last page", ANNA);

        Api.get(Api.members(community) + "?limit=1").statusCode(200).body("$", not(hasKey("next")));
    }

    @Test
    void badCursorsAndLimitsAreRefused() {
        var community = Api.founded("Cursors", ANNA);
        var members = Api.members(community);

        Api.get(members + "?after=eHg").statusCode(400).body("type", equalTo(Api.PROBLEM + "cursor-malformed"));
        Api.get(Api.applicants(community) + "?after=eHg")
                .statusCode(400)
                .body("type", equalTo(Api.PROBLEM + "cursor-malformed"));
        Api.get(members + "?after=%25").statusCode(400).body("type", equalTo(Api.PROBLEM + "cursor-malformed"));
        Api.get(members + "?limit=0").statusCode(400).body("type", equalTo(Api.PROBLEM + "request-invalid"));
        Api.get(members + "?limit=201").statusCode(400).body("type", equalTo(Api.PROBLEM + "request-invalid"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var members = Api.members(Api.founded("Lonely", ANNA));

        missing("/v1/communities/" + NOBODY, "community-unknown");
        missing("/v1/communities/" + NOBODY + "/constitution", "community-unknown");
        missing(Api.members(NOBODY), "community-unknown");
        missing(Api.members(NOBODY) + "/" + NOBODY, "community-unknown");
        missing(members + "/" + NOBODY, "member-unknown");
        missing("/v1/communities/skerry", "not-found");
        missing(members + "/anna", "not-found");
    }

    private static void missing(String path, String type) {
        Api.get(path).statusCode(404).body("type", equalTo(Api.PROBLEM + type));
    }

    private static List<String> all(String path, String item) {
        var found = new ArrayList<String>();
        var next = "";
        do {
            var page = Api.get(path + next).statusCode(200).extract();
            found.addAll(page.<List<String>>path(item));
            next = page.path("next") == null ? "" : "&after=" + page.path("next");
        } while (!next.isEmpty());
        return found;
    }
}
