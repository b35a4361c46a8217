// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.folkmoot.record.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds after any transfers whatever, asked of a plain reference ledger at every step. */
class RandomTransfersTest {
    private static final int OPERATIONS = 300;

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyAnswerIsTheReferences(int seed) {
        var book = new Book(Places.accounts());
        var reference = new BruteForce();

        for (var transfer : Transfers.of(seed, OPERATIONS))
            assertThat(book.ask(transfer)).as("%s", transfer).isEqualTo(reference.ask(transfer));

        for (var account : book.accounts().values()) {
            assertThat(account.debitsPosted()).isEqualTo(reference.debits(account.name(), account.asset()));
            assertThat(account.creditsPosted()).isEqualTo(reference.credits(account.name(), account.asset()));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void afterEveryTransferTheBooksBalanceWithinAllLimits(int seed) {
        var book = new Book(Places.accounts());

        for (var transfer : Transfers.of(seed, OPERATIONS)) {
            var before = book.accounts();
            var answer = book.ask(transfer);
            if (!answer.equals("posted"))
                assertThat(book.accounts()).as("a refusal moves nothing").isEqualTo(before);
            checkBalanced(book);
        }
    }

    private static void checkBalanced(Book book) {
        for (var asset : Places.ASSETS) {
            var accounts = book.accounts().values().stream()
                    .filter(account -> account.asset().equals(asset.code()))
                    .toList();
            assertThat(sum(accounts, Account::debitsPosted)).isEqualTo(sum(accounts, Account::creditsPosted));
            assertThat(accounts).allSatisfy(RandomTransfersTest::checkLimits);
            var supply = book.balance("issuance/" + asset.code(), asset.code()).negate();
            assertThat(supply).isGreaterThanOrEqualTo(BigInteger.ZERO);
            asset.cap().ifPresent(cap -> assertThat(supply).isLessThanOrEqualTo(cap));
        }
    }

    private static void checkLimits(Account account) {
        var spendable = account.balance().subtract(account.debitsPending());
        account.floor().ifPresent(floor -> assertThat(spendable).isGreaterThanOrEqualTo(floor));
        var held = account.balance().add(account.creditsPending());
        account.ceiling().ifPresent(ceiling -> assertThat(held).isLessThanOrEqualTo(ceiling));
        assertThat(account.debitsPosted().max(account.creditsPosted())).isLessThanOrEqualTo(Account.LARGEST);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void askingAgainChangesNothingWhateverCameBetween(int seed) {
        var transfers = Transfers.of(seed, OPERATIONS);
        var book = new Book(Places.accounts());
        var first = transfers.stream().map(book::ask).toList();
        var after = book.accounts();

        var order = new ArrayList<>(IntStream.range(0, transfers.size()).boxed().toList());
        Collections.shuffle(order, new Random(seed));

        for (int i : order) assertThat(book.ask(transfers.get(i))).isEqualTo(first.get(i));
        assertThat(book.accounts()).isEqualTo(after);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theJournalAloneReproducesEveryBalance(int seed) {
        var book = new Book(Places.accounts());
        Transfers.of(seed, OPERATIONS).forEach(book::ask);

        var replayed = new Book(Places.accounts());
        book.posted().forEach(transfer -> assertThat(replayed.ask(transfer)).isEqualTo("posted"));

        assertThat(replayed.accounts()).isEqualTo(book.accounts());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void transfersThatAreCoveredAnywayGiveTheSameBalancesInAnyOrder(int seed) {
        var random = new Random(seed);
        var transfers = new ArrayList<Transfer>();
        for (int i = 0; i < 100; i++) transfers.add(covered(random, i));

        var results = new HashSet<Map<Seat, Account>>();
        for (int i = 0; i < 5; i++) {
            var book = funded();
            transfers.forEach(transfer -> assertThat(book.ask(transfer)).isEqualTo("posted"));
            results.add(book.accounts());
            Collections.shuffle(transfers, random);
        }

        assertThat(results).hasSize(1);
    }

    private static final List<String> RICH = List.of("treasury", "school", "harbour");

    private static Transfer covered(Random random, int number) {
        var names = new ArrayList<>(RICH);
        Collections.shuffle(names, random);
        return transfer(
                number, Transfer.Code.DECIDED, names.get(0), names.get(1), String.valueOf(1 + random.nextInt(10)));
    }

    /** Whoever has 10000 can pay a hundred times ten without having been paid anything. */
    private static Book funded() {
        var book = new Book(Places.accounts());
        for (int i = 0; i < RICH.size(); i++)
            book.ask(transfer(-1 - i, Transfer.Code.OPENING, "issuance/HOURS", RICH.get(i), "10000"));
        return book;
    }

    private static Transfer transfer(int number, Transfer.Code code, String debit, String credit, String amount) {
        var id = Hash.of(new byte[] {(byte) number, (byte) (number >> 8)});
        return new Transfer(id, code, debit, credit, "HOURS", amount, Hash.ZERO, "");
    }

    /** The random transfers meet every rule, else the tests above would prove little. */
    @Test
    void everyReasonComesUp() {
        Map<String, Long> answers = seeds().boxed()
                .flatMap(seed -> {
                    var reference = new BruteForce();
                    return Transfers.of(seed, OPERATIONS).stream().map(reference::ask);
                })
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(answers)
                .containsKeys(
                        "asset-unknown",
                        "amount-invalid",
                        "same-account",
                        "account-unknown",
                        "account-not-open",
                        "account-reserved",
                        "asset-forbids",
                        "insufficient-funds",
                        "ceiling-exceeded",
                        "amount-too-large");
        assertThat(answers).containsKeys("other code", "other debit", "other credit", "other asset", "other amount");
        assertThat(answers).containsKeys("other cause", "other memo");
        assertThat(answers.get("posted")).isGreaterThan(5_000);
    }

    private static BigInteger sum(List<Account> accounts, Function<Account, BigInteger> of) {
        return accounts.stream().map(of).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
