// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.contracts.DrawRoundOpenedV1;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.RoleGrantedV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.sortition.Draw;
import org.folkmoot.sortition.Reveal;
import org.folkmoot.testkit.Person;
import org.folkmoot.testkit.Saying;

/** A village that draws jurors by lot. Ann and Ben are witnesses, who make the seeds. */
public record Lots(Village village) {
    static final String ROLES = """
            roles:
              juror: { title: Juror, term: P90D }
              witness: { title: Witness }
            """;

    public static Lots found(TestClock clock, MembershipStore membership) {
        return found(clock, membership, "");
    }

    /** Founds a village that says something more in its constitution. */
    public static Lots found(TestClock clock, MembershipStore membership, String more) {
        var lots = new Lots(Village.found(clock, text -> text + ROLES + more));
        lots.witness(3, ANN);
        lots.witness(4, BEN);
        lots.await(membership, 4);
        return lots;
    }

    public void witness(long position, Person person) {
        News.tell(
                Topics.IDENTITY,
                new RoleGrantedV1(
                        village.community().hex(),
                        position,
                        village.clock().instant(),
                        id(person),
                        "witness",
                        RoleGrantedV1.WITHOUT_END,
                        Hash.ZERO.hex()));
    }

    public void await(MembershipStore membership, long position) {
        Village.await(() -> {
            if (membership.position(village.community()) < position) throw new AssertionError("not there yet");
        });
    }

    public String id(Person person) {
        return person.in(village.community()).hex();
    }

    /** The action that draws one juror from all members. */
    public static Map<String, Object> one() {
        return Map.of(
                "type",
                "role.draw",
                "role",
                "juror",
                "from",
                "citizens",
                "seats",
                1L,
                "seed",
                Map.of("role", "witness"),
                "commit",
                "PT2H",
                "reveal",
                "PT1H");
    }

    public static Map<String, Object> one(String name, Object value) {
        var changed = new HashMap<>(one());
        changed.put(name, value);
        return changed;
    }

    public EnactmentDueV1 due(Map<String, ?> action) {
        return new EnactmentDueV1(
                village.community().hex(),
                hash(),
                hash(),
                0,
                1,
                Json.object(action).canonicalText(),
                village.clock().instant());
    }

    public EnactmentDueV1 ask(Map<String, ?> action) {
        var due = due(action);
        News.tell(Topics.PROPOSALS, due);
        return due;
    }

    /** Asks for the same action once more. */
    public EnactmentDueV1 askAgain(EnactmentDueV1 due) {
        var again = new EnactmentDueV1(
                due.community(),
                due.proposal(),
                hash(),
                due.actionIndex(),
                due.attempt() + 1,
                due.action(),
                village.clock().instant());
        News.tell(Topics.PROPOSALS, again);
        return again;
    }

    /** Opens a draw and gives its id. */
    public Hash open(Map<String, ?> action) {
        return opened(ask(action));
    }

    /** The draw that an order opened. */
    public Hash opened(EnactmentDueV1 due) {
        Village.await(() -> given().get("/v1/communities/" + village.community() + "/draws")
                .then()
                .body("items[0].proposal", equalTo(due.proposal())));
        return Hash.parse(
                given().get("/v1/communities/" + village.community() + "/draws").path("items[0].draw"));
    }

    static Reveal value(Lots lots, Hash draw, Person person, int round) {
        return new Reveal(
                Draw.round(draw.hex(), round),
                lots.id(person),
                Hash.of((draw + " " + person.did() + round).getBytes(UTF_8)).hex());
    }

    public Saying committing(Person person, Hash draw, int round) {
        return saying(person, "draw.commit/1", draw)
                .with("round", (long) round)
                .with("commitment", value(this, draw, person, round).commitment());
    }

    public Saying revealing(Person person, Hash draw, int round) {
        return saying(person, "draw.reveal/1", draw)
                .with("round", (long) round)
                .with("value", value(this, draw, person, round).value());
    }

    public Saying saying(Person person, String type, Hash draw) {
        return person.says(village.community(), type)
                .about(draw)
                .until(village.clock().instant().plus(Duration.ofDays(1)));
    }

    public ValidatableResponse commit(Person person, Hash draw, int round) {
        return post(draw, "commitments", committing(person, draw, round).sign().json());
    }

    public ValidatableResponse reveal(Person person, Hash draw, int round) {
        return post(draw, "reveals", revealing(person, draw, round).sign().json());
    }

    public static ValidatableResponse post(Hash draw, String path, byte[] body) {
        return given().contentType("application/json")
                .body(body)
                .post("/v1/draws/" + draw + "/" + path)
                .then();
    }

    public static ValidatableResponse read(Hash draw) {
        return given().get("/v1/draws/" + draw).then();
    }

    /** Waits until a draw is in a state. */
    public static ValidatableResponse awaitState(Hash draw, String state) {
        Village.await(() -> read(draw).statusCode(200).body("state", equalTo(state)));
        return read(draw);
    }

    /** Moves on to the moment from which on values are revealed. */
    public void reachReveals(Hash draw, int round) {
        village.clock().reach(round(draw, round).revealsAt());
    }

    /** Moves on to the end of a round. */
    public void reachClose(Hash draw, int round) {
        village.clock().reach(round(draw, round).closesAt());
    }

    public DrawRoundOpenedV1 round(Hash draw, int round) {
        Village.await(() -> {
            if (News.about(draw.hex(), DrawRoundOpenedV1.class).size() < round)
                throw new AssertionError("not opened yet");
        });
        return News.about(draw.hex(), DrawRoundOpenedV1.class).get(round - 1);
    }

    private static String hash() {
        return Hash.of(UUID.randomUUID().toString().getBytes(UTF_8)).hex();
    }
}
