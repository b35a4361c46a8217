// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.RefusedByService;
import org.folkmoot.e2e.suite.Actions;
import org.folkmoot.e2e.suite.Locks;
import org.folkmoot.e2e.suite.Rules;
import org.folkmoot.e2e.suite.SharedHouse;
import org.folkmoot.e2e.suite.Town;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The services hold their own doors themselves; here is what only two of them, or two communities, can get wrong. */
@ResourceLock(value = Locks.SHARED_HOUSE, mode = ResourceAccessMode.READ)
class HostileInputTest {
    private static final Api API = new Api();
    // Nobody else founds with this key: a founder's acts must come in the order of their numbers.
    private static final Person ANN = Person.named("Hostile Ann");
    private static final Person BEN = Person.named("Ben");
    private static final Rules RULES =
            Rules.of("town.yaml").with("PERIOD", "PT30S").with("REVOTE", "last").with("QUORUM", "1/2");

    private final Town town = Town.found(SharedHouse.suite(), RULES, ANN, BEN);

    @AfterAll
    static void close() {
        API.close();
    }

    @Test
    void anActOfOneKindIsTakenByNoOtherDoor() {
        var poll = town.propose(ANN, "Seeds", List.of(Actions.transfer("treasury", "garden", "1.00")));
        town.awaitOpen(poll);
        var community = town.community();
        var doors = Map.of(
                "member.add/1", door(town.suite().identity(), "/v1/communities/" + community + "/members"),
                "proposal.draft/1", door(town.suite().proposals(), "/v1/communities/" + community + "/proposals"),
                "proposal.retry/1", door(town.suite().proposals(), "/v1/proposals/" + poll.proposal() + "/retry"),
                "ballot.cast/1", door(town.suite().voting(), Town.ballots(poll)));
        var acts = Map.of(
                "member.add/1", ANN.add(community, BEN),
                "proposal.draft/1", ANN.draft(community, "Seeds", "", List.of()),
                "proposal.retry/1", ANN.retry(community, poll.proposal()),
                "ballot.cast/1", ANN.cast(community, poll.poll(), "for"));

        doors.forEach((kind, door) -> acts.forEach((other, act) -> {
            if (!kind.equals(other)) assertRefused(door, act, "act-type-unexpected");
        }));
    }

    @Test
    void aBallotCountsInNoOtherPollAndInNoOtherCommunity() {
        var twin = Town.found(SharedHouse.suite(), RULES, ANN, BEN);
        var here = town.propose(ANN, "Seeds", List.of(Actions.transfer("treasury", "garden", "1.00")));
        var there = twin.propose(ANN, "Seeds", List.of(Actions.transfer("treasury", "garden", "1.00")));
        twin.awaitOpen(there);
        var ballot = ANN.cast(town.community(), here.poll(), "for");

        assertRefused(door(town.suite().voting(), Town.ballots(there)), ballot, "community-mismatch");
        var readdressed = ANN.cast(twin.community(), here.poll(), "for");
        assertRefused(door(town.suite().voting(), Town.ballots(there)), readdressed, "subject-unknown");
        assertThat(twin.poll(there).path("accepted").asLong()).isZero();
    }

    @Test
    void nobodyPaysWithoutADecision() {
        var path = "/v1/communities/" + town.community() + "/transfers";
        var payment = ANN.says(town.community(), "treasury.transfer/1")
                .with("amount", "1.00")
                .sign();

        assertRefused(door(town.suite().treasury(), path), payment, "method-not-allowed");
    }

    @Test
    void aFoundingActFoundsOneCommunity() {
        var genesis = ANN.found(RULES.constitution().name(), RULES.document(), BEN);
        var door = door(town.suite().identity(), "/v1/communities");
        var founded = API.post(door.base(), door.path(), genesis.json());

        assertRefused(door, genesis, "act-duplicate");
        assertThat(founded.path("community").asText())
                .isEqualTo(Hash.of(genesis.payload()).hex());
    }

    private record Door(URI base, String path) {}

    private static Door door(URI base, String path) {
        return new Door(base, path);
    }

    private static void assertRefused(Door door, Envelope act, String reason) {
        assertThatThrownBy(() -> API.post(door.base(), door.path(), act.json()))
                .isInstanceOfSatisfying(
                        RefusedByService.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
