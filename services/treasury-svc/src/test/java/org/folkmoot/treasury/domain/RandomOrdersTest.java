// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds after any orders of any kind, asked of a plain reference ledger at every step. */
class RandomOrdersTest {
    private static final int OPERATIONS = 300;
    private static final Map<String, Long> ANSWERS = new TreeMap<>();

    static IntStream seeds() {
        return IntStream.range(1_000, 1_120);
    }

    @AfterAll
    static void tell() {
        System.out.println("RandomOrdersTest: seeds 1000 to 1119, " + OPERATIONS + " orders each: " + ANSWERS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyAnswerAndEveryCounterIsTheReferences(int seed) {
        var book = new Book(Places.accounts());
        var reference = new BruteForce();

        for (var timed : Orders.of(seed, OPERATIONS)) {
            var answer = book.ask(timed.order(), timed.at());
            assertThat(answer).as("%s", timed).isEqualTo(reference.ask(timed.order(), timed.at()));
            ANSWERS.merge(answer, 1L, Long::sum);
        }

        assertThat(book.journal().stream()
                        .map(line -> new BruteForce.Line(
                                line.code().name(), line.debit(), line.credit(), line.asset(), line.amount()))
                        .toList())
                .isEqualTo(reference.journal());
        var start = new Book(Places.accounts());
        for (var account : book.accounts().values()) {
            var name = account.name();
            var asset = account.asset();
            var first = start.find(name, asset);
            assertThat(account.debitsPosted()).isEqualTo(reference.debits(name, asset));
            assertThat(account.creditsPosted()).isEqualTo(reference.credits(name, asset));
            assertThat(account.debitsPending()
                            .subtract(first.map(Account::debitsPending).orElse(BigInteger.ZERO)))
                    .isEqualTo(reference.debitsAside(name, asset));
            assertThat(account.creditsPending()
                            .subtract(first.map(Account::creditsPending).orElse(BigInteger.ZERO)))
                    .isEqualTo(reference.creditsAside(name, asset));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void afterEveryOrderTheBooksBalanceWithinAllLimits(int seed) {
        var book = new Book(Places.accounts());

        for (var timed : Orders.of(seed, OPERATIONS)) {
            book.ask(List.of(), timed.at()); // what has expired is freed first, whoever asks
            var before = book.accounts();
            var answer = book.ask(timed.order(), timed.at());
            if (BruteForce.REASONS.contains(answer))
                assertThat(book.accounts()).as("a refusal changes nothing").isEqualTo(before);
            for (var asset : Places.ASSETS) checkBalanced(book, asset.code());
            assertThat(book.holds())
                    .allSatisfy(hold -> assertThat(hold.isDue(timed.at())).isFalse());
        }
    }

    private static void checkBalanced(Book book, String asset) {
        var accounts = book.accounts().values().stream()
                .filter(account -> account.asset().equals(asset))
                .toList();
        assertThat(sum(accounts, Account::debitsPosted)).isEqualTo(sum(accounts, Account::creditsPosted));
        // One of the accounts has 700 set aside to leave and 300 to come from the start.
        assertThat(sum(accounts, Account::debitsPending).subtract(BigInteger.valueOf(700)))
                .isEqualTo(sum(accounts, Account::creditsPending).subtract(BigInteger.valueOf(300)));
        assertThat(sum(accounts, Account::balance)).isZero();
        for (var account : accounts) {
            account.floor().ifPresent(floor -> assertThat(account.spendable()).isGreaterThanOrEqualTo(floor));
            account.ceiling().ifPresent(most -> assertThat(account.promised()).isLessThanOrEqualTo(most));
            assertThat(account.debitsPending()).isGreaterThanOrEqualTo(BigInteger.ZERO);
            assertThat(account.creditsPending()).isGreaterThanOrEqualTo(BigInteger.ZERO);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aBatchOfAnySizeGivesWhatTheOrdersGiveOneByOne(int seed) {
        var orders =
                Orders.of(seed, OPERATIONS).stream().map(Orders.Timed::order).toList();
        var single = new Book(Places.accounts());
        var batched = new Book(Places.accounts());

        var one = orders.stream().map(order -> single.ask(order, Book.NOW)).toList();
        var many = new ArrayList<String>();
        for (int from = 0, size = 1; from < orders.size(); from += size, size = 1 + (size * 7 + seed) % 40)
            many.addAll(batched.ask(orders.subList(from, Math.min(orders.size(), from + size)), Book.NOW));

        assertThat(many).isEqualTo(one);
        assertThat(batched.accounts()).isEqualTo(single.accounts());
        assertThat(batched.journal()).isEqualTo(single.journal());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void askingAgainAtAnyLaterOrEarlierTimeChangesNothing(int seed) {
        var orders = Orders.of(seed, OPERATIONS);
        var book = new Book(Places.accounts());
        orders.forEach(timed -> book.ask(timed.order(), timed.at()));
        var last = orders.getLast().at();
        var accounts = book.accounts();
        var first = new HashMap<Order, String>();
        orders.forEach(timed -> first.putIfAbsent(timed.order(), book.ask(timed.order(), last)));

        for (var timed : orders)
            assertThat(book.ask(timed.order(), timed.at().minusSeconds(86_400))).isEqualTo(first.get(timed.order()));
        assertThat(book.accounts()).isEqualTo(accounts);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aHoldIsSettledAndFreedToTheLastUnit(int seed) {
        var book = new Book(Places.accounts());

        Orders.of(seed, OPERATIONS).forEach(timed -> book.ask(timed.order(), timed.at()));

        var held = book.journal().stream().collect(Collectors.groupingBy(Line::code, Collectors.counting()));
        for (var asset : Places.ASSETS) {
            var aside = of(book, asset.code(), Transfer.Code.HELD);
            var gone = of(book, asset.code(), Transfer.Code.SETTLED)
                    .add(of(book, asset.code(), Transfer.Code.VOIDED))
                    .add(of(book, asset.code(), Transfer.Code.EXPIRED));
            var left = book.holds().stream()
                    .filter(hold -> hold.asset().equals(asset.code()))
                    .map(Hold::left)
                    .reduce(BigInteger.ZERO, BigInteger::add);
            assertThat(aside).as("%s", held).isEqualTo(gone.add(left));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void mutualCreditAddsUpToNothingAndNobodyOwesMoreThanTheLine(int seed) {
        var book = new Book(Places.accounts());

        Orders.of(seed, OPERATIONS).forEach(timed -> book.ask(timed.order(), timed.at()));

        var accounts = book.accounts().values().stream()
                .filter(account -> account.asset().equals("LETS"))
                .toList();
        assertThat(sum(accounts, Account::balance)).isZero();
        assertThat(accounts)
                .filteredOn(account -> account.kind() == Account.Kind.MEMBER)
                .allSatisfy(account -> assertThat(account.balance()).isGreaterThanOrEqualTo(BigInteger.valueOf(-30)));
    }

    /** The random orders meet every rule, else the tests above would prove little. */
    @Test
    void everyReasonComesUp() {
        var answers = seeds().boxed()
                .flatMap(seed -> {
                    var book = new Book(Places.accounts());
                    return Orders.of(seed, OPERATIONS).stream().map(timed -> book.ask(timed.order(), timed.at()));
                })
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        var possible = new ArrayList<>(BruteForce.REASONS);
        possible.remove("amount-too-large"); // that is met by the transfers alone
        possible.remove("period-cap-exceeded"); // too little is issued at random; see IssuedTest
        assertThat(answers).containsKeys(possible.toArray(String[]::new)).containsKeys("posted", "turned");
    }

    private static BigInteger of(Book book, String asset, Transfer.Code code) {
        return book.journal().stream()
                .filter(line -> line.asset().equals(asset) && line.code() == code)
                .map(Line::amount)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger sum(List<Account> accounts, Function<Account, BigInteger> of) {
        return accounts.stream().map(of).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
