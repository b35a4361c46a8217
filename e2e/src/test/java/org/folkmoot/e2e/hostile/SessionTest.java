// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.RefusedByService;
import org.folkmoot.e2e.suite.Actions;
import org.folkmoot.e2e.suite.Locks;
import org.folkmoot.e2e.suite.Rules;
import org.folkmoot.e2e.suite.SharedHouse;
import org.folkmoot.e2e.suite.Town;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A token that one service gives is checked by another, which knows its keys only. */
@ResourceLock(value = Locks.SHARED_HOUSE, mode = ResourceAccessMode.READ)
class SessionTest {
    private static final Api API = new Api();
    // Nobody else founds with this key: a founder's acts must come in the order of their numbers.
    private static final Person ANN = Person.named("Closed Ann");
    private static final Person BEN = Person.named("Ben");
    private static final Person CAT = Person.named("Cat");

    @AfterAll
    static void close() {
        API.close();
    }

    @Test
    void membersReadTheRollOfAPollWithATokenOfIdentity() {
        var town = closedTown();
        var poll = town.propose(ANN, "Seeds", List.of(Actions.transfer("treasury", "garden", "1.00")));
        town.awaitOpen(poll);
        var voting = town.suite().voting();
        var roll = "/v1/polls/" + poll.poll() + "/roll/" + BEN.in(town.community());

        assertThat(refused(API, voting, roll)).isEqualTo("session-required");
        assertThat(refused(opened(town, "identity"), voting, roll)).isEqualTo("session-invalid");
        assertThat(refused(opened(closedTown(), "folkmoot"), voting, roll)).isEqualTo("session-insufficient");
        assertThat(opened(town, "voting").get(voting, roll).path("member").asText())
                .isEqualTo(BEN.in(town.community()).hex());
        assertThat(opened(town, "folkmoot")
                        .get(town.suite().identity(), "/v1/communities/" + town.community() + "/members")
                        .path("items"))
                .hasSize(3);
    }

    @Test
    void whomAHiddenDelegationConcernsReadWhatWasSigned() {
        var town = closedTown();
        town.awaitOpen(town.propose(ANN, "Seeds", List.of(Actions.transfer("treasury", "garden", "1.00"))));
        var voting = town.suite().voting();
        var signed = ANN.says(town.community(), "delegation.set/1")
                .with("body", "citizens")
                .with("to", List.of(Map.of("member", BEN.in(town.community()).hex(), "weight", 1L)))
                .sign();
        API.post(voting, "/v1/communities/" + town.community() + "/delegations", signed.json());
        var act = "/v1/acts/" + Hash.of(signed.payload());

        assertThat(refused(API, voting, act)).isEqualTo("act-unknown");
        assertThat(refused(opened(town, ANN, "folkmoot", "roll"), voting, act)).isEqualTo("act-unknown");
        assertThat(refused(opened(town, CAT, "folkmoot", "personal"), voting, act))
                .isEqualTo("act-unknown");
        for (var person : List.of(ANN, BEN))
            assertThat(opened(town, person, "folkmoot", "personal")
                            .get(voting, act)
                            .path("act")
                            .asText())
                    .isEqualTo(Hash.of(signed.payload()).hex());
    }

    /** Who the members are, and who votes for whom, is read by members only, and by those whom it concerns. */
    private static Town closedTown() {
        var rules = Rules.of("town.yaml")
                .with("PERIOD", "PT30S")
                .with("REVOTE", "last")
                .with("QUORUM", "1/2")
                .with("power: equal", "power: equal, delegation: { visible: private }");
        var document = new TreeMap<String, Object>(rules.document());
        document.put("membership", Map.of("roll", "members"));
        var suite = SharedHouse.suite();
        var genesis = ANN.found(rules.constitution().name(), document, BEN, CAT);
        var founded = API.post(suite.identity(), "/v1/communities", genesis.json());
        return new Town(suite, Hash.parse(founded.path("community").asText()));
    }

    private static Api opened(Town town, String audience) {
        return opened(town, ANN, audience, "roll");
    }

    private static Api opened(Town town, Person person, String audience, String scope) {
        var path = "/v1/communities/" + town.community() + "/sessions";
        JsonNode challenge = API.post(town.suite().identity(), path + "/challenges", new byte[0]);
        var act = person.says(town.community(), "session.open/1")
                .with("audience", audience)
                .with("challenge", challenge.path("challenge").asText())
                .with("scopes", List.of(scope))
                .sign();
        return Api.with(API.post(town.suite().identity(), path, act.json())
                .path("token")
                .asText());
    }

    private static String refused(Api api, URI service, String path) {
        var refused = catchThrowableOfType(RefusedByService.class, () -> api.get(service, path));
        return refused.problem().path("type").asText().replace("urn:folkmoot:problem:", "");
    }
}
