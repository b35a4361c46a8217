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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.folkmoot.contracts.PostedEntry;
import org.folkmoot.contracts.Topics;
import org.folkmoot.contracts.TransferPostedV1;
import org.folkmoot.contracts.TransfersPostedV1;
import org.folkmoot.platform.sample.Samples;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.KafkaProbe;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Told in messages of any size, some of them twice and some overlapping, and asked for as of every place. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatMovesAtRandomIsKnownAsOfEveryPlace(long seed) {
        var random = new Random(seed);
        var community = Samples.hash("at random " + seed);
        var accounts = List.of(
                account(community, ADA), account(community, BOB), "treasury", "club", "issuance/SKR", "stream/1");
        var journal = new ArrayList<TransferPostedV1>();
        var sums = new ArrayList<Map<String, BigInteger>>(List.of(Map.of()));
        for (long place = 1; place <= 120; place++) {
            var from = accounts.get(random.nextInt(accounts.size()));
            var to = accounts.get(random.nextInt(accounts.size()));
            var asset =
                    from.startsWith("issuance") || to.startsWith("issuance") || random.nextBoolean() ? "SKR" : "EUR";
            var amount = BigInteger.valueOf(1 + random.nextInt(3));
            var next = new HashMap<>(sums.getLast());
            if (from.startsWith("issuance")) next.merge(from, amount.negate(), BigInteger::add);
            else next.merge(from + asset, amount.negate(), BigInteger::add);
            if (to.startsWith("issuance")) next.merge(to, amount, BigInteger::add);
            else next.merge(to + asset, amount, BigInteger::add);
            // Nobody takes back more than was issued.
            if (next.getOrDefault("issuance/SKR", BigInteger.ZERO).signum() > 0 || from.equals(to)) {
                place--;
                continue;
            }
            sums.add(next);
            journal.add(posted(community, place, from, to, asset, amount.longValueExact()));
        }

        for (int told = 0; told < journal.size(); ) {
            int from = Math.max(0, told - random.nextInt(3));
            int until = Math.min(journal.size(), told + 1 + random.nextInt(40));
            var entries = journal.subList(from, until).stream()
                    .map(one -> new PostedEntry(
                            one.transfer(), one.debit(), one.credit(), one.asset(), one.amount(), one.cause(), THEN))
                    .toList();
            Samples.tell(Topics.TREASURY, new TransfersPostedV1(community.hex(), from + 1L, entries));
            told = until;
        }

        awaitPlace(community, journal.size());
        for (int place = 0; place <= journal.size(); place++) {
            var known = sums.get(place);
            for (var asset : List.of("SKR", "EUR")) {
                for (var person : List.of(ADA, BOB))
                    assertThat(held(community, person, place).getOrDefault(asset, BigInteger.ZERO))
                            .isEqualTo(known.getOrDefault(account(community, person) + asset, BigInteger.ZERO));
                for (var fund : List.of("treasury", "club"))
                    assertThat(balances.fund(community, fund, asset, place))
                            .isEqualTo(known.getOrDefault(fund + asset, BigInteger.ZERO));
            }
            assertThat(balances.supply(community, "SKR", place))
                    .isEqualTo(
                            known.getOrDefault("issuance/SKR", BigInteger.ZERO).negate());
        }
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
        Samples.tell(Topics.TREASURY, posted(community, place, from, to, asset, amount));
    }

    private static TransferPostedV1 posted(
            Hash community, long place, String from, String to, String asset, long amount) {
        var id = Samples.hash(community + " " + place).hex();
        return new TransferPostedV1(community.hex(), id, place, from, to, asset, BigInteger.valueOf(amount), id, THEN);
    }
}
