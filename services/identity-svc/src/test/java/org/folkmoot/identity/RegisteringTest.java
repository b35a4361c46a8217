// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.contracts.MemberEntry;
import org.folkmoot.contracts.MembersAddedV1;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class RegisteringTest {
    private static final Person ANNA = Person.named("anna");

    @Test
    void tenThousandJoinInTenSteps() {
        var community = Api.founded("Ten thousand", ANNA);
        var people = Person.many("citizen", 10_000);

        Api.register(community, ANNA.register(community, people))
                .statusCode(201)
                .body("added", equalTo(10_000))
                .body("position", equalTo(11));

        var facts = Facts.of(community, 11).stream()
                .skip(1)
                .map(MembersAddedV1.class::cast)
                .toList();
        assertThat(facts).extracting(MembersAddedV1::position).containsExactlyElementsOf(longs(2, 11));
        assertThat(facts.stream().flatMap(fact -> fact.members().stream()).toList())
                .containsExactlyElementsOf(people.stream()
                        .map(person -> new MemberEntry(person.in(community).hex(), person.did()))
                        .toList());
        Api.get(Api.members(community) + "/" + people.get(1_000).in(community)).body("position", equalTo(3));
    }

    @Test
    void aSecondRegistrationGoesOnWhereTheFirstEnded() {
        var community = Api.founded("Twice", ANNA);
        Api.register(community, ANNA.register(community, Person.many("early", 1_001)))
                .body("position", equalTo(3));

        Api.register(community, ANNA.register(community, Person.many("late", 2)))
                .body("position", equalTo(4));
    }

    @Test
    void theSameRegistrationAgainIsADuplicate() {
        var community = Api.founded("Repeated", ANNA);
        var body = ANNA.register(community, Person.many("once", 3));
        Api.register(community, body).statusCode(201);

        Api.register(community, body).statusCode(409).body("type", equalTo(Api.PROBLEM + "act-duplicate"));

        assertThat(Api.position(community)).isEqualTo(2);
    }

    @Test
    void whomTheConstitutionDoesNotTrustRegistersNobody() {
        var community = Api.founded("Closed", ANNA);
        var stranger = Person.named("a stranger");

        Api.register(community, stranger.register(community, Person.many("puppet", 3)))
                .statusCode(403)
                .body("type", equalTo(Api.PROBLEM + "admission-refused"));
    }

    @Test
    void aMemberOfBeforeRefusesTheWholeListAndIsNamed() {
        var community = Api.founded("Overlap", ANNA);
        var people = new ArrayList<>(Person.many("new", 1_500));
        people.set(1_200, ANNA);

        Api.register(community, ANNA.register(community, people))
                .statusCode(409)
                .body("type", equalTo(Api.PROBLEM + "already-member"))
                .body("member", equalTo(ANNA.in(community).hex()))
                .body("line", equalTo(1_202));

        assertThat(Api.position(community)).isEqualTo(1);
        Api.get(Api.members(community) + "/" + people.getFirst().in(community)).statusCode(404);
    }

    @Test
    void somebodyTwiceInOneThousandRefusesTheWholeList() {
        var people = new ArrayList<>(Person.many("twin", 10));
        people.set(7, people.get(2));

        repeated("Twins", people, 9);
    }

    @Test
    void somebodyTwiceFarApartRefusesTheWholeList() {
        var people = new ArrayList<>(Person.many("distant twin", 2_500));
        people.set(2_400, people.get(2));

        repeated("Distant twins", people, 2_402);
    }

    @Test
    void badActsAreRefused() {
        var community = Api.founded("Bad acts", ANNA);
        var act = ANNA.says(community, "member.register/1").with("count", 1).with("roll", Hash.ZERO.hex());

        BadActs.check(Api.members(community) + "/bulk", act, true);
    }

    @Test
    void aCommunityThatNobodyFoundedRegistersNobody() {
        var nowhere = Hash.of("nowhere".getBytes(UTF_8));

        Api.register(nowhere, ANNA.register(nowhere, Person.many("nobody", 1)))
                .statusCode(404)
                .body("type", equalTo(Api.PROBLEM + "community-unknown"));
    }

    private static void repeated(String name, List<Person> people, int line) {
        var community = Api.founded(name, ANNA);

        Api.register(community, ANNA.register(community, people))
                .statusCode(422)
                .body("type", equalTo(Api.PROBLEM + "member-repeated"))
                .body("line", equalTo(line));

        assertThat(Api.position(community)).isEqualTo(1);
    }

    private static List<Long> longs(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Long::valueOf).toList();
    }
}
