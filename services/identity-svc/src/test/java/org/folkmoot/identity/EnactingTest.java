// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.ConstitutionAmendedV1;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.Event;
import org.folkmoot.contracts.MemberEntry;
import org.folkmoot.contracts.MemberRemovedV1;
import org.folkmoot.contracts.MembersAddedV1;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class EnactingTest {
    private static final Person ANNA = Person.named("anna");
    private static final Person BO = Person.named("bo");

    @Test
    void aPassedAdmissionLetsSomebodyIn() {
        var community = Api.founded("Voted in", ANNA);

        var due = Orders.tell(community, Orders.add(BO));

        var facts = Facts.of(community, 3);
        var added = (MembersAddedV1) facts.get(1);
        assertThat(added.position()).isEqualTo(2);
        assertThat(added.cause()).isEqualTo(due.enactment());
        assertThat(added.members())
                .containsExactly(new MemberEntry(BO.in(community).hex(), BO.did()));
        assertThat(enacted(facts.get(2), due).result())
                .isEqualTo(BO.in(community).hex());
        Api.get(Api.members(community) + "/" + BO.in(community)).statusCode(200).body("position", equalTo(2));
    }

    @Test
    void aPassedRemovalEndsAMembership() {
        var community = Api.founded("Voted out", ANNA, BO);

        var due = Orders.tell(community, Orders.remove(BO.in(community)));

        var facts = Facts.of(community, 3);
        var removed = (MemberRemovedV1) facts.get(1);
        assertThat(removed.position()).isEqualTo(2);
        assertThat(removed.member()).isEqualTo(BO.in(community).hex());
        assertThat(removed.cause()).isEqualTo(due.enactment());
        assertThat(enacted(facts.get(2), due).result())
                .isEqualTo(BO.in(community).hex());
        Api.get(Api.members(community) + "/" + BO.in(community))
                .statusCode(404)
                .body("type", equalTo(Api.PROBLEM + "member-unknown"));
        Api.add(community, BO.add(community, Person.named("cleo"))).statusCode(403);
    }

    @Test
    void whoWasRemovedMayComeBackButIsNoFounderAnyMore() {
        var community = Api.founded("Back again", ANNA, BO);
        Orders.tell(community, Orders.remove(BO.in(community)));
        Facts.of(community, 3);

        Api.add(community, ANNA.add(community, BO)).statusCode(201).body("position", equalTo(3));

        Api.add(community, BO.add(community, Person.named("cleo"))).statusCode(403);
    }

    @Test
    void aPassedAmendmentPutsOtherRulesIntoForce() {
        var community = Api.founded("Before", ANNA);
        var before = Rules.read(Rules.of("Before"));
        var after = Rules.read(Rules.of("After", List.of(BO.did())));

        var due = Orders.tell(community, Orders.amend(before.hash(), after.json()));

        var facts = Facts.of(community, 3);
        var amended = (ConstitutionAmendedV1) facts.get(1);
        assertThat(amended.previousHash()).isEqualTo(before.hash().hex());
        assertThat(amended.constitutionHash()).isEqualTo(after.hash().hex());
        assertThat(amended.constitution()).isEqualTo(after.json().canonicalText());
        assertThat(amended.proposal()).isEqualTo(due.proposal());
        assertThat(enacted(facts.get(2), due).result()).isEqualTo(after.hash().hex());
        Api.get("/v1/communities/" + community)
                .body("constitution", equalTo(after.hash().hex()))
                .body("name", equalTo("After"))
                .body("position", equalTo(1));
        Api.add(community, ANNA.add(community, Person.named("cleo"))).statusCode(403);
        Api.add(community, BO.add(community, Person.named("cleo"))).statusCode(201);
    }

    @Test
    void whatIsAskedTwiceIsDoneOnce() {
        var community = Api.founded("Asked twice", ANNA, BO);
        var due = Orders.due(community, Orders.remove(BO.in(community)));
        var id = UUID.randomUUID();

        Facts.tell(due, id);
        Facts.tell(due, id);
        Facts.tell(due, UUID.randomUUID());
        // Of the same proposal, so it comes after all of them.
        var last = Orders.after(due, Orders.add(BO));
        Facts.tell(last, UUID.randomUUID());

        var facts = Facts.of(community, 5);
        assertThat(facts).hasSize(5);
        enacted(facts.get(2), due);
        enacted(facts.get(4), last);
        assertThat(Api.position(community)).isEqualTo(3);
    }

    @Test
    void whatCannotBeEnactedIsAnsweredWithTheReason() {
        var community = Api.founded("Refusing", ANNA);
        var rules = Rules.read(Rules.of("Refusing"));
        var odd = Rules.with(Rules.of("Refusing"), "bodiez", "?");
        var useless =
                Rules.with(Rules.of("Refusing"), "bodies", Map.of("few", Map.of("who", "true", "power", "equal")));
        var reasons = Map.of(
                Orders.add(ANNA), "already-member",
                Orders.remove(BO.in(community)), "not-a-member",
                Orders.remove(ANNA.in(community)), "last-member",
                Orders.amend(Hash.ZERO, Rules.read(Rules.of("Other")).json()), "base-mismatch",
                Orders.amend(rules.hash(), rules.json()), "constitution-unchanged",
                Orders.amend(rules.hash(), odd), "constitution-refused",
                Orders.amend(rules.hash(), useless), "constitution-refused",
                Map.of(
                                "type",
                                "member.add",
                                "key",
                                BadActs.INADMISSIBLE.getFirst().did()),
                        "key-invalid",
                Map.of("type", "member.remove", "member", "anna"), "action-invalid");

        reasons.forEach((action, reason) -> {
            var due = Orders.tell(community, action);
            var failed = Facts.await(community, ActionFailedV1.class, due.enactment());
            assertThat(failed.reason()).isEqualTo(reason);
            assertThat(failed.detail()).isNotBlank();
            assertThat(failed.attempt()).isEqualTo(due.attempt());
        });

        assertThat(Facts.of(community)).hasSize(1 + reasons.size());
        assertThat(Api.position(community)).isEqualTo(1);
    }

    @Test
    void whatBelongsToOthersIsLeftToThem() {
        var community = Api.founded("Others", ANNA);
        var transfer = Orders.due(
                community,
                Map.of(
                        "type",
                        "treasury.transfer",
                        "from",
                        "treasury",
                        "to",
                        "boats",
                        "asset",
                        "EUR",
                        "amount",
                        "1.00"));
        Facts.tell(transfer, UUID.randomUUID());

        Facts.tell(Orders.after(transfer, Orders.add(BO)), UUID.randomUUID());

        assertThat(Facts.of(community, 3)).hasSize(3);
    }

    private static ActionEnactedV1 enacted(Event fact, EnactmentDueV1 due) {
        var enacted = (ActionEnactedV1) fact;
        assertThat(enacted.enactment()).isEqualTo(due.enactment());
        assertThat(enacted.proposal()).isEqualTo(due.proposal());
        assertThat(enacted.actionIndex()).isEqualTo(due.actionIndex());
        assertThat(enacted.attempt()).isEqualTo(due.attempt());
        return enacted;
    }
}
