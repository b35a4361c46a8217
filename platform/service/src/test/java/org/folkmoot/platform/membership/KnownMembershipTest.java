// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.folkmoot.contracts.CommunityFoundedV1;
import org.folkmoot.contracts.ConstitutionAmendedV1;
import org.folkmoot.contracts.IdentityEvent;
import org.folkmoot.contracts.MemberEntry;
import org.folkmoot.contracts.MemberRemovedV1;
import org.folkmoot.contracts.MembersAddedV1;
import org.folkmoot.contracts.Signed;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.sample.Samples;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.KafkaProbe;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class KnownMembershipTest {
    private static final Instant FOUNDED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-02-01T00:00:00Z");
    private static final Hash RULES = Samples.hash("rules");
    private static final Hash NEW_RULES = Samples.hash("new rules");
    private static final Hash CAUSE = Samples.hash("cause");
    private static final Person ADA = Person.named("ada");
    private static final Person BOB = Person.named("bob");
    private static final Person EVE = Person.named("eve");

    @Inject
    MembershipStore store;

    @Inject
    RoleStore roles;

    @Inject
    KeyStore keys;

    @Test
    void membersAreKnownAsOfEveryPosition() {
        var community = Samples.hash("every position");

        tell(founded(community, ADA, BOB));
        tell(added(community, 2, EVE));
        tell(new MemberRemovedV1(community.hex(), 3, LATER, BOB.in(community).hex(), CAUSE.hex()));

        awaitPosition(community, 3);
        assertThat(members(community, 1)).containsExactlyElementsOf(sorted(community, ADA, BOB));
        assertThat(members(community, 2)).containsExactlyElementsOf(sorted(community, ADA, BOB, EVE));
        assertThat(members(community, 3)).containsExactlyElementsOf(sorted(community, ADA, EVE));
        assertThat(store.memberAt(community, BOB.in(community), 2)).isPresent();
        assertThat(store.memberAt(community, BOB.in(community), 3)).isEmpty();
        assertThat(store.member(community, BOB.in(community))).isEmpty();
        assertThat(store.member(community, EVE.in(community)))
                .contains(new KnownMember(EVE.in(community), EVE.publicKey(), LATER, 2));
    }

    @Test
    void aPositionThatComesTwiceChangesNothing() {
        var community = Samples.hash("twice");

        tell(founded(community, ADA));
        tell(founded(community, ADA));
        tell(added(community, 2, BOB));
        tell(added(community, 2, BOB));
        tell(added(community, 3, EVE));

        awaitPosition(community, 3);
        assertThat(members(community, 3)).hasSize(3);
    }

    /** As it is after identity-svc was set back to before Bob joined, and admitted Eve. */
    @Test
    void anotherWhoComesAtAPositionThatWasReachedIsSetAside() {
        var community = Samples.hash("another");
        tell(founded(community, ADA));
        tell(added(community, 2, BOB));

        tell(added(community, 2, EVE));

        var letter = KafkaProbe.shared()
                .await(Topics.dead(Topics.IDENTITY), dead -> community.hex().equals(dead.key()));
        assertThat(letter.headers().get("dead-reason"))
                .endsWith("position 2 of " + community + " was reached by something else");
        assertThat(members(community, 2)).containsExactlyElementsOf(sorted(community, ADA, BOB));
    }

    @Test
    void whatComesAgainIsPassedOverIfItIsTheSame() {
        var community = Samples.hash("the same");
        var bob = BOB.in(community);
        var cause = Samples.hash("cause");
        QuarkusTransaction.requiringNew().run(() -> {
            store.found(known(community), "{}", List.of(admission(community, ADA)));
            store.add(community, 2, LATER, List.of(admission(community, BOB)));
            roles.grant(community, 3, LATER, bob, "clerk", LATER.plusSeconds(9));
            keys.change(community, 4, LATER, bob, List.of(EVE.publicKey()), List.of(BOB.publicKey()), cause);
            roles.revoke(community, 5, bob, "clerk");
            store.remove(community, 6, bob);
        });

        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(store.add(community, 2, LATER, List.of(admission(community, BOB))))
                    .isFalse();
            assertThat(roles.grant(community, 3, LATER, bob, "clerk", LATER)).isFalse();
            assertThat(keys.change(community, 4, LATER, bob, List.of(EVE.publicKey()), List.of(BOB.publicKey()), cause))
                    .isFalse();
            assertThat(roles.revoke(community, 5, bob, "clerk")).isFalse();
            assertThat(store.remove(community, 6, bob)).isFalse();
        });
        refused(() -> store.add(community, 3, LATER, List.of(admission(community, BOB))));
        refused(() -> store.add(community, 1, LATER, List.of(admission(community, BOB))));
        refused(() -> roles.grant(community, 3, LATER, bob, "chair", LATER));
        refused(() -> keys.change(community, 4, LATER, bob, List.of(), List.of(EVE.publicKey()), cause));
        refused(() -> keys.change(community, 4, LATER, bob, List.of(ADA.publicKey()), List.of(), cause));
        refused(() -> roles.revoke(community, 4, bob, "clerk"));
        refused(() -> store.remove(community, 5, bob));
    }

    private static void refused(Runnable change) {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(change))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was reached by something else");
    }

    @Test
    void aPositionThatIsMissingHoldsTheRollBack() {
        var community = Samples.hash("missing");
        tell(founded(community, ADA));

        tell(added(community, 3, EVE));

        KafkaProbe.shared()
                .await(Topics.dead(Topics.IDENTITY), letter -> community.hex().equals(letter.key()));
        assertThat(store.position(community)).isEqualTo(1);
    }

    @Test
    void everyConstitutionIsKept() {
        var community = Samples.hash("amended");

        tell(founded(community, ADA));
        tell(new ConstitutionAmendedV1(
                community.hex(), RULES.hex(), NEW_RULES.hex(), "{\"new\":1}", LATER, CAUSE.hex()));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(store.community(community))
                        .contains(new KnownCommunity(community, "Known", NEW_RULES, 1, FOUNDED)));
        assertThat(store.constitution(community, RULES)).contains("{}");
        assertThat(store.constitution(community, NEW_RULES)).contains("{\"new\":1}");
    }

    @Test
    void aThousandMembersJoinAtOnceAndArePaged() {
        var community = Samples.hash("thousand");
        var people = Person.many("thousand", 1_000);

        tell(founded(community, ADA));
        tell(added(community, 2, people.toArray(Person[]::new)));

        awaitPosition(community, 2);
        var paged = new ArrayList<Hash>();
        Optional<Hash> after = Optional.empty();
        do {
            var page = store.members(community, after, 300);
            after = page.isEmpty()
                    ? Optional.empty()
                    : Optional.of(page.getLast().member());
            page.forEach(member -> paged.add(member.member()));
        } while (after.isPresent());
        assertThat(paged).hasSize(1_001).isSorted().doesNotHaveDuplicates();
        assertThat(store.current(community, List.of(people.get(7).in(community), EVE.in(community))))
                .containsExactly(people.get(7).in(community));
    }

    @Test
    void whoIsAMemberCannotJoinAgain() {
        var community = Samples.hash("again");
        QuarkusTransaction.requiringNew()
                .run(() -> store.found(known(community), "{}", List.of(admission(community, ADA))));

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> store.add(community, 2, LATER, List.of(admission(community, ADA)))))
                .hasMessageContaining("known_member_current");
    }

    private static KnownCommunity known(Hash community) {
        return new KnownCommunity(community, "Known", RULES, 1, FOUNDED);
    }

    private static Admission admission(Hash community, Person person) {
        return new Admission(person.in(community), person.publicKey());
    }

    private static CommunityFoundedV1 founded(Hash community, Person... founders) {
        return new CommunityFoundedV1(
                community.hex(),
                "Known",
                RULES.hex(),
                "{}",
                1,
                FOUNDED,
                new Signed("e30=", "ed25519", "e30="),
                entries(community, founders));
    }

    private static MembersAddedV1 added(Hash community, long position, Person... people) {
        return new MembersAddedV1(community.hex(), position, LATER, entries(community, people), CAUSE.hex());
    }

    private static List<MemberEntry> entries(Hash community, Person... people) {
        return Arrays.stream(people)
                .map(person -> new MemberEntry(person.in(community).hex(), person.did()))
                .toList();
    }

    private static List<Hash> sorted(Hash community, Person... people) {
        return Arrays.stream(people)
                .map(person -> person.in(community))
                .sorted()
                .toList();
    }

    private List<Hash> members(Hash community, long position) {
        var found = new ArrayList<Hash>();
        QuarkusTransaction.requiringNew()
                .run(() -> store.members(community, position, Optional.empty(), member -> found.add(member.member())));
        return found;
    }

    private void awaitPosition(Hash community, long position) {
        await().atMost(Duration.ofSeconds(30)).until(() -> store.position(community) == position);
    }

    private static void tell(IdentityEvent event) {
        Samples.tell(Topics.IDENTITY, event);
    }
}
