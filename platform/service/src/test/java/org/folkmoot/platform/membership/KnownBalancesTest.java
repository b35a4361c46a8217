// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.contracts.Topics;
import org.folkmoot.contracts.TransferPostedV1;
import org.folkmoot.platform.sample.Samples;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.KafkaProbe;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class KnownBalancesTest {
    private static final Instant THEN = Instant.parse("2026-02-01T00:00:00Z");
    private static final Person ADA = Person.named("ada");
    private static final Person BOB = Person.named("bob");
    private static final Person EVE = Person.named("eve");

    @Inject
    BalanceStore balances;

    @Inject
    MembershipStore membership;

    @Test
    void balancesAreKnownAsOfEveryPlace() {
        var community = Samples.hash("places");

        pay(community, 1, "treasury", account(community, ADA), "SKR", 100);
        pay(community, 2, account(community, ADA), account(community, BOB), "SKR", 40);
        pay(community, 3, account(community, ADA), "treasury", "SKR", 60);
        pay(community, 4, "treasury", account(community, ADA), "EUR", 7);

        awaitPlace(community, 4);
        assertThat(held(community, ADA, 0)).isEmpty();
        assertThat(held(community, ADA, 1)).isEqualTo(Map.of("SKR", BigInteger.valueOf(100)));
        assertThat(held(community, ADA, 2)).isEqualTo(Map.of("SKR", BigInteger.valueOf(60)));
        assertThat(held(community, ADA, 3)).isEmpty();
        assertThat(held(community, ADA, 4)).isEqualTo(Map.of("EUR", BigInteger.valueOf(7)));
        assertThat(held(community, BOB, 4)).isEqualTo(Map.of("SKR", BigInteger.valueOf(40)));
    }

    @Test
    void whatIsIssuedIsKnownAsOfEveryPlace() {
        var community = Samples.hash("supplies");

        pay(community, 1, "issuance/SKR", "treasury", "SKR", 100);
        pay(community, 2, "treasury", account(community, ADA), "SKR", 40);
        pay(community, 3, "issuance/SKR", account(community, ADA), "SKR", 5);
        pay(community, 3, "issuance/SKR", account(community, ADA), "SKR", 5);
        pay(community, 4, account(community, ADA), "issuance/SKR", "SKR", 45);

        awaitPlace(community, 4);
        assertThat(List.of(0L, 1L, 2L, 3L, 4L))
                .extracting(place -> balances.supply(community, "SKR", place).intValueExact())
                .containsExactly(0, 100, 100, 105, 60);
        assertThat(balances.supply(community, "EUR", 4)).isZero();
        assertThat(List.of(0L, 2L, 3L, 4L, 5L))
                .extracting(
                        place -> balances.mostSupply(community, "SKR", place).intValueExact())
                .containsExactly(105, 105, 105, 60, 60);
        assertThat(balances.mostSupply(community, "EUR", 0)).isZero();
    }

    @Test
    void whatIsInTheCommunitysAccountsIsKnownAsOfEveryPlace() {
        var community = Samples.hash("funds");

        pay(community, 1, "issuance/SKR", "treasury", "SKR", 100);
        pay(community, 2, "treasury", "club", "SKR", 30);
        pay(community, 2, "treasury", "club", "SKR", 30);
        pay(community, 3, "club", account(community, ADA), "SKR", 10);
        pay(community, 4, "treasury", "stream/1", "SKR", 5);
        pay(community, 5, "treasury", "club", "EUR", 7);

        awaitPlace(community, 5);
        assertThat(List.of(0L, 1L, 2L, 3L, 4L, 5L))
                .extracting(place ->
                        balances.fund(community, "treasury", "SKR", place).intValueExact())
                .containsExactly(0, 100, 70, 70, 65, 65);
        assertThat(List.of(1L, 2L, 3L, 5L))
                .extracting(
                        place -> balances.fund(community, "club", "SKR", place).intValueExact())
                .containsExactly(0, 30, 20, 20);
        assertThat(balances.fund(community, "club", "EUR", 5)).isEqualTo(BigInteger.valueOf(7));
        assertThat(balances.fund(community, "stream/1", "SKR", 5)).isZero();
        assertThat(balances.fund(Samples.hash("other funds"), "treasury", "SKR", 5))
                .isZero();
    }

    @Test
    void aPlaceThatComesTwiceChangesNothing() {
        var community = Samples.hash("a place twice");

        pay(community, 1, "treasury", account(community, ADA), "SKR", 100);
        pay(community, 1, "treasury", account(community, ADA), "SKR", 100);
        pay(community, 2, "treasury", "club", "SKR", 1);

        awaitPlace(community, 2);
        assertThat(held(community, ADA, 2)).isEqualTo(Map.of("SKR", BigInteger.valueOf(100)));
    }

    @Test
    void aPlaceThatIsMissingHoldsTheBalancesBack() {
        var community = Samples.hash("a place missing");

        pay(community, 2, "treasury", account(community, ADA), "SKR", 100);

        KafkaProbe.shared()
                .await(Topics.dead(Topics.TREASURY), letter -> community.hex().equals(letter.key()));
        assertThat(balances.position(community)).isZero();
    }

    @Test
    void everyMemberComesOnceWithWhatIsAskedFor() {
        var community = Samples.hash("every member");
        QuarkusTransaction.requiringNew()
                .run(() -> membership.found(
                        new KnownCommunity(community, "Known", Samples.hash("rules"), 1, THEN),
                        "{}",
                        List.of(admission(community, ADA), admission(community, BOB), admission(community, EVE))));
        pay(community, 1, "treasury", account(community, ADA), "SKR", 100);
        pay(community, 2, "treasury", account(community, ADA), "EUR", 7);
        pay(community, 3, "treasury", account(community, ADA), "MOOT", 1);
        pay(community, 4, "treasury", account(community, BOB), "EUR", 8);
        pay(community, 5, account(community, ADA), account(community, EVE), "SKR", 100);
        awaitPlace(community, 5);

        var found = new LinkedHashMap<Hash, Map<String, BigInteger>>();
        QuarkusTransaction.requiringNew()
                .run(() -> balances.members(
                        community,
                        1,
                        4,
                        List.of("SKR", "EUR"),
                        Optional.empty(),
                        (member, owned) -> assertThat(found.put(member.member(), owned))
                                .as("once")
                                .isNull()));

        assertThat(found)
                .isEqualTo(Map.of(
                        ADA.in(community), Map.of("SKR", BigInteger.valueOf(100), "EUR", BigInteger.valueOf(7)),
                        BOB.in(community), Map.of("EUR", BigInteger.valueOf(8)),
                        EVE.in(community), Map.of()));
        assertThat(List.copyOf(found.keySet())).isSorted();
    }

    private Map<String, BigInteger> held(Hash community, Person person, long place) {
        return balances.held(community, person.in(community), place);
    }

    private static Admission admission(Hash community, Person person) {
        return new Admission(person.in(community), person.publicKey());
    }

    private static String account(Hash community, Person person) {
        return "member/" + person.in(community).hex();
    }

    private void awaitPlace(Hash community, long place) {
        await().atMost(Duration.ofSeconds(30)).until(() -> balances.position(community) == place);
    }

    private static void pay(Hash community, long place, String from, String to, String asset, long amount) {
        var id = Samples.hash(community + " " + place).hex();
        var posted =
                new TransferPostedV1(community.hex(), id, place, from, to, asset, BigInteger.valueOf(amount), id, THEN);
        Samples.tell(Topics.TREASURY, posted);
    }
}
