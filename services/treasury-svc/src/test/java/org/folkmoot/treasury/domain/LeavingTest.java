// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.ExitRule.Pot;
import org.folkmoot.record.Hash;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever leaves gets the share that is due, and whoever stays loses nothing by it. */
class LeavingTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Asset UNITS = new Asset("UNITS", 0, Optional.empty(), Asset.Kind.SHARES, Optional.empty());
    private static final Asset SKR = new Asset("SKR", 2, Optional.empty());
    private static final Asset HOURS = new Asset("HOURS", 0, Optional.empty());
    private static final List<Asset> ASSETS = List.of(UNITS, SKR, HOURS);
    private static final List<Pot> POTS =
            List.of(new Pot("treasury", "SKR"), new Pot("treasury", "HOURS"), new Pot("reserve", "SKR"));
    private static final String ANN = "member/" + "0a".repeat(32);
    private static final String BEA = "member/" + "0b".repeat(32);
    private static final int FIRST_SEED = 9_000;
    private static final int SEEDS = 300;
    private static int exits;

    private Map<Seat, Account> accounts = new HashMap<>();
    private int ids;

    static Stream<Integer> seeds() {
        return IntStream.range(FIRST_SEED, FIRST_SEED + SEEDS).boxed();
    }

    @AfterAll
    static void sayHowMany() {
        System.out.println(
                "LeavingTest: seeds " + FIRST_SEED + " to " + (FIRST_SEED + SEEDS - 1) + ", " + exits + " exits");
    }

    private void found(long ann, long bea, long skr, long hours, long reserve) {
        accounts = new HashMap<>();
        for (var asset : ASSETS) put(Account.issuance(asset.code(), Optional.empty()));
        for (var pot : POTS) put(Account.declared(pot.account(), pot.asset()));
        issue(ANN, "UNITS", ann);
        issue(BEA, "UNITS", bea);
        issue("treasury", "SKR", skr);
        issue("treasury", "HOURS", hours);
        issue("reserve", "SKR", reserve);
    }

    private void issue(String account, String asset, long amount) {
        if (amount == 0) return;
        var written = asset.equals("SKR") ? SKR.decimal(BigInteger.valueOf(amount)) : String.valueOf(amount);
        var leg = new Leg(Account.issuanceName(asset), account, asset, written);
        ask(new Order.Move(next(), Transfer.Code.ISSUED, List.of(leg), Hash.ZERO, ""));
    }

    private Outcome ask(Order order) {
        var books = new Books(ASSETS);
        accounts.values().forEach(books::know);
        var answer = books.rule(order, NOW);
        books.opened().forEach(this::put);
        books.changed().forEach(this::put);
        return answer instanceof Answer.First(var done, var _) ? done.outcome() : fail(answer);
    }

    private static Outcome fail(Answer answer) {
        throw new AssertionError(answer.toString());
    }

    private Hash next() {
        return Hash.of(("exit " + ids++).getBytes(UTF_8));
    }

    private Outcome exit(String member, long units, String... assets) {
        exits++;
        var chosen = assets.length == 0 ? Optional.<List<String>>empty() : Optional.of(List.of(assets));
        return ask(new Order.Exit(next(), member, "UNITS", String.valueOf(units), chosen, POTS, Hash.ZERO));
    }

    private BigInteger balance(String account, String asset) {
        return Optional.ofNullable(accounts.get(new Seat(account, asset)))
                .map(Account::balance)
                .orElse(BigInteger.ZERO);
    }

    private void put(Account account) {
        accounts.put(new Seat(account.name(), account.asset()), account);
    }

    @Test
    void theShareOfEveryAccountIsPaidRoundedDownAndTheSharesAreGone() {
        found(1, 2, 1_000, 7, 100);

        assertThat(exit(ANN, 1))
                .isEqualTo(new Outcome.Posted(List.of(
                        line(Transfer.Code.REDEEMED, ANN, "issuance/UNITS", "UNITS", 1),
                        line(Transfer.Code.SHARED, "reserve", ANN, "SKR", 33),
                        line(Transfer.Code.SHARED, "treasury", ANN, "HOURS", 2),
                        line(Transfer.Code.SHARED, "treasury", ANN, "SKR", 333))));
        assertThat(balance("issuance/UNITS", "UNITS")).isEqualTo(-2);
        assertThat(balance("treasury", "SKR")).isEqualTo(667);
    }

    /** Where shares were mutual credit before, somebody may hold what somebody else owes. */
    @Test
    void noMoreSharesAreGivenBackThanWereIssued() {
        found(0, 0, 1_000, 7, 100);
        var zero = BigInteger.ZERO;
        put(new Account(
                ANN,
                "UNITS",
                Account.Kind.MEMBER,
                Account.State.OPEN,
                zero,
                BigInteger.TEN,
                zero,
                zero,
                Optional.of(zero),
                Optional.empty()));

        assertThat(word(exit(ANN, 1))).isEqualTo("ceiling-exceeded");
    }

    private static Line line(Transfer.Code code, String from, String to, String asset, long amount) {
        return new Line(code, from, to, asset, BigInteger.valueOf(amount));
    }

    @ParameterizedTest
    @CsvSource({"2, posted", "3, posted", "4, units-insufficient"})
    void nobodyGivesBackMoreThanOneHas(long units, String expected) {
        found(3, 3, 600, 0, 0);

        assertThat(word(exit(ANN, units))).isEqualTo(expected);
    }

    @Test
    void aRefusalChangesNothing() {
        found(3, 3, 600, 0, 0);
        var before = Map.copyOf(accounts);

        assertThat(word(exit(ANN, 4))).isEqualTo("units-insufficient");
        assertThat(word(exit(ANN, 0))).isEqualTo("amount-invalid");
        assertThat(word(exit(ANN, 1, "GRAIN"))).isEqualTo("asset-unknown");
        assertThat(word(exit(ANN, 1, "UNITS"))).isEqualTo("asset-unknown");
        assertThat(accounts).isEqualTo(before);
    }

    @Test
    void anAssetThatIsNamedTwiceIsPaidOnceAndOneThatIsNotNamedIsLeft() {
        found(1, 1, 1_000, 10, 0);

        exit(ANN, 1, "SKR", "SKR");

        assertThat(balance(ANN, "SKR")).isEqualTo(500);
        assertThat(balance(ANN, "HOURS")).isEqualTo(0);
    }

    @Test
    void whatIsSetAsideIsNotShared() {
        found(1, 1, 1_000, 0, 0);
        var leg = new Leg("treasury", BEA, "SKR", "4.00");
        ask(new Order.SetAside(next(), leg, NOW.plusSeconds(60), Hash.ZERO, ""));

        exit(ANN, 1);

        assertThat(balance(ANN, "SKR")).isEqualTo(300);
    }

    @Test
    void theLastWhoLeavesGetsAllThatIsLeft() {
        found(2, 1, 1_000, 1, 1);
        exit(ANN, 2);

        exit(BEA, 1);

        for (var pot : POTS) assertThat(balance(pot.account(), pot.asset())).isZero();
        assertThat(balance(ANN, "SKR").add(balance(BEA, "SKR"))).isEqualTo(1_001);
    }

    @Test
    void aThousandTinyExitsGiveNoMoreThanOne() {
        found(1_000, 1_001, 123_457, 77, 99_991);
        exit(ANN, 1_000);
        var once = balance(ANN, "SKR");

        found(1_000, 1_001, 123_457, 77, 99_991);
        for (int i = 0; i < 1_000; i++) exit(ANN, 1);

        assertThat(balance(ANN, "SKR")).isLessThanOrEqualTo(once);
        assertThat(balance(ANN, "UNITS")).isZero();
    }

    @Test
    void aFrozenAccountKeepsEverybodyIn() {
        found(1, 1, 1_000, 0, 0);
        ask(new Order.Turn(next(), "treasury", "SKR", Account.State.FROZEN, Hash.ZERO));

        assertThat(word(exit(ANN, 1))).isEqualTo("account-not-open");
        assertThat(word(exit(ANN, 1, "HOURS"))).isEqualTo("posted");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whoStaysHasNeverLessAndPartsGiveNeverMoreThanTheWhole(int seed) {
        var random = new Random(seed);
        long ann = 1L + random.nextInt(50);
        long bea = random.nextInt(50);
        long[] money = {random.nextInt(1_000_000), random.nextInt(100), random.nextInt(5_000)};
        long units = 1L + random.nextInt((int) ann);
        found(ann, bea, money[0], money[1], money[2]);
        var before = Map.copyOf(accounts);
        var supply = BigInteger.valueOf(ann + bea);

        exit(ANN, units);

        var whole = Map.of("SKR", balance(ANN, "SKR"), "HOURS", balance(ANN, "HOURS"));
        for (var pot : POTS) {
            var was = requireNonNull(before.get(new Seat(pot.account(), pot.asset())))
                    .balance();
            var is = balance(pot.account(), pot.asset());
            // is / (supply - units) >= was / supply
            assertThat(is.multiply(supply))
                    .isGreaterThanOrEqualTo(was.multiply(supply.subtract(BigInteger.valueOf(units))));
            assertThat(is.signum()).isNotNegative();
        }

        found(ann, bea, money[0], money[1], money[2]);
        for (long left = units; left > 0; ) {
            long part = 1L + random.nextInt((int) left);
            exit(ANN, part);
            left -= part;
        }
        whole.forEach((asset, amount) -> assertThat(balance(ANN, asset)).isLessThanOrEqualTo(amount));

        found(ann, bea, money[0], money[1], money[2]);
        var assets = new ArrayList<>(List.of("SKR", "HOURS", "SKR"));
        Collections.shuffle(assets, random);
        exit(ANN, units, assets.toArray(String[]::new));
        whole.forEach((asset, amount) -> assertThat(balance(ANN, asset)).isEqualTo(amount));
    }

    private static String word(Outcome outcome) {
        return outcome instanceof Outcome.Refused(var why) ? why.reason() : "posted";
    }
}
