// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Lots.awaitState;
import static org.folkmoot.voting.Lots.one;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.EVE;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.DrawCommittedV1;
import org.folkmoot.contracts.DrawRevealedV1;
import org.folkmoot.contracts.DrawRoundOpenedV1;
import org.folkmoot.contracts.DrawnV1;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.platform.membership.BalanceStore;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.sortition.Draw;
import org.folkmoot.sortition.Person;
import org.folkmoot.sortition.Quotas;
import org.folkmoot.sortition.Reveal;
import org.folkmoot.sortition.Seed;
import org.folkmoot.sortition.Sortition;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A role is filled by lot, from a seed that those who hold another one make together. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class DrawsTest {
    private static final Map<String, Object> QUOTAS =
            Map.of("standing", Map.of("founders", List.of(1L, 1L), "others", List.of(1L, 1L)));

    @Inject
    TestClock clock;

    @Inject
    MembershipStore membership;

    @Inject
    BalanceStore balances;

    private Lots lots;

    @BeforeEach
    void found() {
        lots = Lots.found(clock, membership);
    }

    @Test
    void aPanelIsDrawnFromTheSeedThatWitnessesMade() {
        var due = lots.ask(with(one("seats", 2L), "quotas", QUOTAS));
        var draw = lots.opened(due);
        Lots.read(draw)
                .body("state", equalTo("committing"))
                .body("people", equalTo(3))
                .body("panels", equalTo("2"))
                .body("position", equalTo(4))
                .body("committers.member", contains(ids(ANN, BEN)));

        lots.commit(ANN, draw, 1).statusCode(201);
        lots.commit(BEN, draw, 1).statusCode(201);
        lots.reachReveals(draw, 1);
        lots.reveal(BEN, draw, 1).statusCode(201).body("state", equalTo("revealing"));
        lots.reveal(ANN, draw, 1).statusCode(201);
        lots.reachClose(draw, 1);

        var drawn = News.await(draw.hex(), DrawnV1.class);
        assertThat(drawn.enactment()).isEqualTo(due.enactment());
        assertThat(drawn.until()).isEqualTo(drawn.drawnAt().plus(Duration.ofDays(90)));
        assertThat(drawn.panel()).hasSize(2).contains(lots.id(CAT));
        awaitState(draw, "drawn").body("panel", equalTo(drawn.panel())).body("seed", equalTo(drawn.seed()));
        assertThat(drawnAgain(draw)).isEqualTo(drawn.panel());
        assertThat(News.about(draw.hex(), DrawCommittedV1.class)).hasSize(2);
        assertThat(News.about(draw.hex(), DrawRevealedV1.class)).hasSize(2);
    }

    /** Everything that anybody needs is in the two files; the kernel draws the same panel from them. */
    private static List<String> drawnAgain(Hash draw) {
        var file = given().get("/v1/draws/" + draw + "/file")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var lines = given().get("/v1/draws/" + draw + "/pool.csv")
                .asString()
                .lines()
                .toList();
        var strata =
                List.of(lines.getFirst().split(",")).subList(1, lines.getFirst().split(",").length);
        var pool = lines.stream()
                .skip(1)
                .map(line -> person(strata, line.split(",")))
                .toList();
        var quotas = Quotas.NONE;
        Map<String, Map<String, List<Integer>>> bounds = file.getMap("quotas");
        for (var stratum : bounds.entrySet())
            for (var body : stratum.getValue().entrySet())
                quotas = quotas.with(
                        stratum.getKey(),
                        body.getKey(),
                        new Quotas.Bounds(
                                body.getValue().get(0), body.getValue().get(1)));
        var again = new Draw(
                file.getString("draw"),
                file.getInt("seats"),
                pool,
                quotas,
                new TreeSet<>(file.<String>getList("committers")));
        var id = Hash.of(Json.object(again.said()).canonical()).hex();
        assertThat(id).isEqualTo(draw.hex());
        var round = Draw.round(id, file.getInt("round"));
        var seed = Seed.of(
                file.getMap("commitments"),
                file.<String, String>getMap("reveals").entrySet().stream()
                        .map(said -> new Reveal(round, said.getKey(), said.getValue()))
                        .toList());
        return Sortition.of(pool, again.seats(), quotas).draw(seed).stream()
                .map(Person::id)
                .toList();
    }

    private static Person person(List<String> strata, String[] cells) {
        var properties = new TreeMap<String, String>();
        for (int i = 0; i < strata.size(); i++) properties.put(strata.get(i), cells[i + 1]);
        return new Person(cells[0], properties);
    }

    @Test
    void whoKeepsAValueBackIsLeftOutOfTheNextRound() {
        lots.witness(5, CAT);
        lots.await(membership, 5);
        var draw = lots.open(one());
        lots.commit(ANN, draw, 1).statusCode(201);
        lots.commit(BEN, draw, 1).statusCode(201);
        lots.reachReveals(draw, 1);
        lots.reveal(ANN, draw, 1).statusCode(201);
        lots.reachClose(draw, 1);

        var second = lots.round(draw, 2);
        assertThat(second.committers()).containsExactlyInAnyOrder(ids(ANN, CAT));
        Lots.read(draw)
                .body("round", equalTo(2))
                .body("committers.find { it.member == '" + lots.id(BEN) + "' }.withheldIn", equalTo(1))
                .body("committers.commitment.findAll { it != null }", hasSize(0));
        refused(lots.commit(BEN, draw, 2), 403, "not-a-committer");
        refused(lots.commit(CAT, draw, 1), 409, "other-round");
        lots.commit(ANN, draw, 2).statusCode(201);
        lots.commit(CAT, draw, 2).statusCode(201);
        lots.reachReveals(draw, 2);
        lots.reveal(ANN, draw, 2).statusCode(201);
        lots.reveal(CAT, draw, 2).statusCode(201);
        lots.reachClose(draw, 2);

        assertThat(News.await(draw.hex(), DrawnV1.class).round()).isEqualTo(2);
        awaitState(draw, "drawn");
        assertThat(drawnAgain(draw))
                .isEqualTo(News.await(draw.hex(), DrawnV1.class).panel());
    }

    @ParameterizedTest
    @CsvSource({"0, too-few-commitments", "1, too-few-commitments", "2, too-few-committers"})
    void aDrawWithoutASeedFailsAndSaysWhy(int committed, String reason) {
        var due = lots.ask(one());
        var draw = lots.opened(due);
        for (var witness : List.of(ANN, BEN).subList(0, committed))
            lots.commit(witness, draw, 1).statusCode(201);
        lots.reachReveals(draw, 1);
        if (committed == 2) lots.reveal(ANN, draw, 1).statusCode(201);
        lots.reachClose(draw, 1);

        var failed = failed(due);
        assertThat(failed.reason()).isEqualTo(reason);
        awaitState(draw, "failed").body("reason", equalTo(reason)).body("detail", equalTo(failed.detail()));
        assertThat(News.about(draw.hex(), DrawnV1.class)).isEmpty();
        refused(lots.commit(ANN, draw, 1), 409, "draw-over");
    }

    @Test
    void whoKeptAValueBackMakesNoSeedWhenTheActionIsTriedAgain() {
        var due = lots.ask(one());
        var draw = lots.opened(due);
        lots.commit(ANN, draw, 1).statusCode(201);
        lots.commit(BEN, draw, 1).statusCode(201);
        lots.reachReveals(draw, 1);
        lots.reveal(ANN, draw, 1).statusCode(201);
        lots.reachClose(draw, 1);
        failed(due);
        awaitState(draw, "failed")
                .body("committers.find { it.member == '" + lots.id(BEN) + "' }.withheldIn", equalTo(1));

        var again = failed(lots.askAgain(due));

        assertThat(again.reason()).isEqualTo("too-few-committers");
        assertThat(again.detail()).startsWith("1 are witness");
    }

    @Test
    void whoCanBeDrawnIsReadPageByPage() {
        var draw = lots.open(with(one(), "quotas", Map.of("standing", Map.of("founders", List.of(0L, 1L)))));
        var path = "/v1/draws/" + draw + "/people?limit=2";
        var first = given().get(path).then().body("items", hasSize(2)).extract().jsonPath();
        var second = given().get(path + "&after=" + first.getString("next"))
                .then()
                .body("items", hasSize(1))
                .extract()
                .jsonPath();
        var all = new HashSet<String>(first.getList("items.member"));
        all.addAll(second.getList("items.member"));

        assertThat(all).containsExactlyInAnyOrder(ids(ANN, BEN, CAT));
        given().get("/v1/draws/" + draw + "/people")
                .then()
                .body("items.find { it.member == '" + lots.id(CAT) + "' }.properties.standing", equalTo("others"))
                .body("items.find { it.member == '" + lots.id(ANN) + "' }.properties.standing", equalTo("founders"));
        given().get("/v1/draws/" + draw + "/people?after=zzz").then().statusCode(400);
    }

    /** The pool is that of the opening, whoever comes and goes afterwards. */
    @Test
    void nobodyComesIntoThePoolLater() {
        var draw = lots.open(one());
        lots.village().join(5, EVE);
        lots.village().leave(6, CAT);
        lots.await(membership, 6);

        given().get("/v1/draws/" + draw + "/people").then().body("items.member", hasSize(3));
        assertThat(given().get("/v1/draws/" + draw + "/pool.csv").asString()).contains(lots.id(CAT));
    }

    /** A quota can ask what members own, as of the place in the journal that the draw names. */
    @Test
    void quotasSeeWhatMembersOwn() {
        lots.village().pay(1, "treasury", CAT, 100);
        Village.await(
                () -> assertThat(balances.position(lots.village().community())).isEqualTo(1));
        var draw = lots.open(one("quotas", Map.of("wealth", Map.of("holders", List.of(1L, 1L)))));
        lots.village().pay(2, lots.village().account(CAT), BEN, 100);

        Lots.read(draw).body("panels", equalTo("1")).body("balancesPosition", equalTo(1));
        given().get("/v1/draws/" + draw + "/people")
                .then()
                .body("items.findAll { it.properties.wealth == 'holders' }.member", contains(lots.id(CAT)));
    }

    @Test
    void whoTheMembersAreIsTheirBusinessWhereTheRulesSaySo() {
        lots = Lots.found(clock, membership, "membership: { roll: members }\n");
        var order = lots.ask(one());
        var draw = Hash.parse(heard(order).draw());

        for (var path : List.of("", "/people", "/rounds", "/file", "/pool.csv"))
            given().get("/v1/draws/" + draw + path).then().statusCode(401);
        given().get("/v1/communities/" + lots.village().community() + "/draws")
                .then()
                .statusCode(401);
        lots.commit(ANN, draw, 1).statusCode(201).body("state", equalTo("committing"));
    }

    private static DrawRoundOpenedV1 heard(EnactmentDueV1 order) {
        Village.await(() -> assertThat(rounds(order)).hasSize(1));
        return rounds(order).getFirst();
    }

    private static List<DrawRoundOpenedV1> rounds(EnactmentDueV1 order) {
        return News.all(DrawRoundOpenedV1.class).stream()
                .filter(opened -> opened.enactment().equals(order.enactment()))
                .toList();
    }

    private static Map<String, Object> with(Map<String, Object> action, String name, Object value) {
        var changed = new TreeMap<>(action);
        changed.put(name, value);
        return changed;
    }

    private String[] ids(org.folkmoot.testkit.Person... people) {
        return Arrays.stream(people).map(lots::id).sorted().toArray(String[]::new);
    }

    private static ValidatableResponse refused(ValidatableResponse response, int status, String type) {
        return response.statusCode(status).body("type", equalTo("urn:folkmoot:problem:" + type));
    }

    private static ActionFailedV1 failed(EnactmentDueV1 due) {
        Village.await(() -> assertThat(answers(due)).isNotEmpty());
        return answers(due).getFirst();
    }

    private static List<ActionFailedV1> answers(EnactmentDueV1 due) {
        return News.about(due.community(), ActionFailedV1.class).stream()
                .filter(failed -> failed.enactment().equals(due.enactment()))
                .toList();
    }
}
