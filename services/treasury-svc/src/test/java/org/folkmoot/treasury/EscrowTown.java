// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.MemberEntry;
import org.folkmoot.contracts.MembersAddedV1;
import org.folkmoot.contracts.RoleGrantedV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Person;
import org.folkmoot.testkit.Saying;

/** A town whose members have roles: Cat and Eve are judges and stewards, Ann and Bea are not. */
record EscrowTown(Town town, DataSource database, TestClock clock) {
    static final Person ANN = Person.named("Ann");
    static final Person BEA = Person.named("Bea");
    static final Person CAT = Person.named("Cat");
    static final Person EVE = Person.named("Eve");
    static final String WITHDRAW = "stream.withdraw/1";

    static EscrowTown found(DataSource database, TestClock clock) {
        return found(database, clock, "");
    }

    /** The same with more in its constitution. */
    static EscrowTown found(DataSource database, TestClock clock, String more) {
        var town = Town.found(Town.text() + "roles: { judge: {}, steward: {} }\n" + more);
        var community = town.community();
        var entries = Stream.of(BEA, CAT, EVE)
                .map(person -> new MemberEntry(person.in(community).hex(), person.did()))
                .toList();
        News.tell(Topics.IDENTITY, new MembersAddedV1(community.hex(), 2, Town.NOW, entries, Hash.ZERO.hex()));
        long position = 3;
        for (var person : List.of(CAT, EVE))
            for (var role : List.of("judge", "steward"))
                News.tell(
                        Topics.IDENTITY,
                        new RoleGrantedV1(
                                community.hex(),
                                position++,
                                Town.NOW,
                                person.in(community).hex(),
                                role,
                                RoleGrantedV1.WITHOUT_END,
                                Hash.ZERO.hex()));
        Town.await(() -> assertThat(new Sql(database)
                        .all("select 1 from known_role where community = ?", _ -> 1, community.bytes()))
                .hasSize(4));
        return new EscrowTown(town, database, clock);
    }

    String account(Person person) {
        return "member/" + person.in(town.community());
    }

    Map<String, Object> stream(String amount) {
        return new HashMap<>(Map.of(
                "type",
                "treasury.stream",
                "from",
                "treasury",
                "to",
                account(BEA),
                "asset",
                "SKR",
                "amount",
                amount,
                "lasts",
                "P1000D",
                "memo",
                "For the lighthouse"));
    }

    Map<String, Object> grant() {
        return Map.of(
                "type",
                "treasury.grant",
                "from",
                "treasury",
                "to",
                account(BEA),
                "asset",
                "SKR",
                "tranches",
                List.of(
                        Map.of("amount", "10.00", "title", "Roof"),
                        Map.of("amount", "20.00", "title", "Walls", "validFrom", "P1D", "expires", "P2D"),
                        Map.of("amount", "30.00", "title", "Paint", "expires", "P9D")),
                "attesters",
                Map.of("role", "steward", "atLeast", 2));
    }

    Map<String, Object> bounty(int judges) {
        return Map.of(
                "type",
                "treasury.bounty",
                "from",
                "treasury",
                "asset",
                "SKR",
                "amount",
                "50.00",
                "expires",
                "P5D",
                "judges",
                Map.of("role", "judge", "atLeast", judges),
                "memo",
                "A new ladder");
    }

    /** Decides something, and gives the name of the enactment. */
    String decide(Map<String, Object> action) {
        var decision = Decision.in(town);
        var answer = decision.enact(1, action);
        assertThat(answer).isNotInstanceOf(ActionFailedV1.class);
        return decision.enactment(1);
    }

    /** What becomes of an action. */
    String outcome(String type, Map<String, Object> parts) {
        return outcome(Decision.with(Map.copyOf(parts), "type", type));
    }

    String outcome(Map<String, Object> action) {
        return Decision.in(town).enact(1, action) instanceof ActionFailedV1 failed ? failed.reason() : "enacted";
    }

    Saying says(Person person, String type, String escrow) {
        return person.says(town.community(), type)
                .with("escrow", escrow)
                .until(clock.instant().plus(Duration.ofDays(1)));
    }

    ValidatableResponse send(String door, Saying saying) {
        return send(door, saying.sign().json());
    }

    ValidatableResponse send(String door, byte[] envelope) {
        return given().contentType("application/json")
                .body(envelope)
                .post("/v1/communities/" + town.community() + "/escrows/" + door)
                .then();
    }

    /** Asks for all that is owed to a person, under an id of the person's own choice. */
    ValidatableResponse withdraw(Person person, String escrow, String id) {
        return send("withdrawals", says(person, WITHDRAW, escrow).with("id", id));
    }

    ValidatableResponse withdraw(Person person, String escrow, String id, String amount) {
        return send("withdrawals", says(person, WITHDRAW, escrow).with("id", id).with("amount", amount));
    }

    ValidatableResponse show(String escrow) {
        return town.get("/escrows/" + escrow).statusCode(200);
    }

    void expectOwed(String escrow, String accrued, String arrears, String left) {
        show(escrow)
                .body("accrued", equalTo(accrued))
                .body("arrears", equalTo(arrears))
                .body("left", equalTo(left));
    }

    /** The whole ledger adds up, and every escrow's account holds exactly what is left of it. */
    void audit() {
        Town.await(() -> new Audit(database, town.community()).check());
        var wrong = new ArrayList<>(new Sql(database)
                .all("""
                select encode(e.id, 'hex') from escrow e join ledger l on l.no = e.ledger
                    join account a on a.community = l.community and a.name = 'escrow/' || encode(e.id, 'hex')
                where l.community = ? and a.credits_posted - a.debits_posted <> e.amount - e.released - e.returned""", row -> row.getString(1), town.community().hex()));
        assertThat(wrong).as("accounts that do not hold what is left").isEmpty();
    }
}
