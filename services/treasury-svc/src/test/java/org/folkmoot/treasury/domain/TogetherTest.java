// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.folkmoot.record.Hash;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Of orders that are asked for together all are done, or none and nothing has changed. */
class TogetherTest {
    private static final int OPERATIONS = 200;
    private static int done;
    private static int stopped;

    private final Book book = new Book(Places.accounts());
    private int asked;

    @BeforeEach
    void fund() {
        book.ask(move("OPENING", "issuance/HOURS", "treasury", "100"), Book.NOW);
    }

    @AfterAll
    static void tell() {
        System.out.println("TogetherTest: seeds 2000 to 2059, " + done + " groups done, " + stopped + " stopped");
    }

    @ParameterizedTest
    @CsvSource({"59, posted posted", "60, posted posted", "61, together-failed insufficient-funds"})
    void theLastOneMayTakeWhatTheOthersLeave(int amount, String answers) {
        var asked = List.<Order>of(pay("40"), pay(String.valueOf(amount)));

        assertThat(String.join(" ", book.together(asked, Book.NOW))).isEqualTo(answers);
        assertThat(book.balance("treasury", "HOURS")).isEqualTo(answers.startsWith("posted") ? 60 - amount : 100);
    }

    @Test
    void oneMaySpendWhatAnotherBroughtBeforeIt() {
        var there = pay("100");
        var back = move("DECIDED", "school", "harbour", "100");

        assertThat(book.copy().together(List.of(there, back), Book.NOW)).containsExactly("posted", "posted");
        assertThat(book.copy().together(List.of(back, there), Book.NOW))
                .containsExactly("insufficient-funds", "together-failed");
    }

    @Test
    void whatIsSetAsideFrozenAndMovedIsAsBeforeWhenTheLastOneFails() {
        var before = book.accounts();
        var hold = new Order.SetAside(
                id(), new Leg("treasury", "school", "HOURS", "10"), Book.NOW.plusSeconds(60), Hash.ZERO, "");
        var settle = new Order.Settle(id(), hold.id(), Optional.empty(), true, Hash.ZERO);
        var freeze = new Order.Turn(id(), "treasury", "HOURS", Account.State.FROZEN, Hash.ZERO);

        assertThat(book.together(List.of(hold, settle, freeze, pay("1")), Book.NOW))
                .containsExactly("together-failed", "together-failed", "together-failed", "account-not-open");

        assertThat(book.accounts()).isEqualTo(before);
        assertThat(book.holds()).isEmpty();
        assertThat(book.journal()).hasSize(1);
    }

    @Test
    void theFirstOutcomeOfEachIsFinal() {
        var first = pay("40");
        var tooMuch = pay("61");
        book.together(List.of(first, tooMuch), Book.NOW);
        book.ask(move("OPENING", "issuance/HOURS", "treasury", "1"), Book.NOW);

        assertThat(book.together(List.of(first, tooMuch), Book.NOW))
                .containsExactly("together-failed", "insufficient-funds");
        assertThat(book.ask(first, Book.NOW)).isEqualTo("together-failed");
        assertThat(book.together(List.of(pay("40"), pay("61")), Book.NOW)).containsExactly("posted", "posted");
    }

    @Test
    void whatWasAskedForAloneIsNotAskedForTogether() {
        var alone = pay("40");
        book.ask(alone, Book.NOW);

        assertThat(book.together(List.of(alone, pay("1")), Book.NOW)).containsExactly("posted", "other together");
        assertThat(book.balance("treasury", "HOURS")).isEqualTo(60);
    }

    @Test
    void theReasonSaysWhichOneWasInTheWay() {
        var books = new Books(Places.ASSETS);
        Places.accounts().forEach(books::know);

        var outcome = books.together(List.of(pay("1"), pay("2"), pay("3")), Book.NOW).stream()
                .map(answer -> ((Answer.First) answer).done().outcome())
                .map(refused -> ((Outcome.Refused) refused).refusal().detail())
                .toList();

        assertThat(outcome)
                .containsExactly(
                        "treasury has 0 HOURS to spend, not 1.",
                        "Number 1 of the 3 that are done together was refused: insufficient-funds.",
                        "Number 1 of the 3 that are done together was refused: insufficient-funds.");
    }

    static IntStream seeds() {
        return IntStream.range(2_000, 2_060);
    }

    /** Against the plainest way to be all or nothing: try it in a copy, and throw that away. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aGroupIsWhatItsOrdersGiveOneByOneOrNothing(int seed) {
        var ledger = new Book(Places.accounts());
        var seen = new HashSet<Hash>();
        var fresh = Orders.of(seed, OPERATIONS).stream()
                .filter(timed -> seen.add(timed.order().id()))
                .toList();

        for (int from = 0, size = 1; from < fresh.size(); from += size, size = 1 + (size * 5 + seed) % 6) {
            var group = fresh.subList(from, Math.min(fresh.size(), from + size));
            var orders = group.stream().map(Orders.Timed::order).toList();
            var now = group.getFirst().at();
            ledger.ask(List.of(), now); // what has expired is freed first, whoever asks
            var trial = ledger.copy();
            var accounts = ledger.accounts();
            var holds = ledger.holds();
            var journal = ledger.journal();

            var each = trial.ask(orders, now);
            var answers = ledger.together(orders, now);

            var stop = IntStream.range(0, each.size())
                    .filter(i -> BruteForce.REASONS.contains(each.get(i)))
                    .findFirst();
            if (stop.isEmpty()) {
                done++;
                assertThat(answers).isEqualTo(each);
                assertThat(ledger.accounts()).isEqualTo(trial.accounts());
                assertThat(ledger.holds()).containsExactlyInAnyOrderElementsOf(trial.holds());
                assertThat(ledger.journal()).isEqualTo(trial.journal());
            } else {
                stopped++;
                var wanted = new ArrayList<String>(Collections.nCopies(each.size(), "together-failed"));
                wanted.set(stop.getAsInt(), each.get(stop.getAsInt()));
                assertThat(answers).isEqualTo(wanted);
                assertThat(ledger.accounts()).as("every counter is as before").isEqualTo(accounts);
                assertThat(ledger.holds()).containsExactlyInAnyOrderElementsOf(holds);
                assertThat(ledger.journal()).isEqualTo(journal);
            }
        }
    }

    private Order pay(String amount) {
        return move("DECIDED", "treasury", "school", amount);
    }

    private Order move(String code, String debit, String credit, String amount) {
        return new Order.Move(
                id(), Transfer.Code.valueOf(code), List.of(new Leg(debit, credit, "HOURS", amount)), Hash.ZERO, "");
    }

    private Hash id() {
        return Hash.of(("together/" + asked++).getBytes(UTF_8));
    }
}
